import Foundation
import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct ReadingPageTests {
  private let corridor = "/chat/general/corridor"

  @Test("without scripts a channel is marked as read by a form, which leads back to it and is gone then")
  func form() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await selam.say("Hello")
      #expect(try await !selam.text(corridor).contains("Mark as read"))
      _ = try await organizer.say("Welcome")
      let page = try await selam.text(corridor)
      #expect(Markup(page).problems.isEmpty)
      let part = try #require(
        page.firstMatch(of: /<noscript><form action="\/chat\/general\/corridor\/read".*?<\/noscript>/))
      #expect(part.output.contains("Mark as read"))
      let fields = try FormFields.of(page, action: corridor + "/read")
      let answer = try await selam.post(corridor + "/read", fields)
      #expect(answer.status == .seeOther && answer.headers[.location] == corridor)
      #expect(try await !selam.text(corridor).contains("Mark as read"))
      #expect(try await selam.text("/chat/unread.json").contains(/"unread" ?: 0\b/))
    }
  }

  @Test(
    "a page of a channel stands around the message that is asked for, however old, or around what a reply replies to")
  func sought() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      var rules = ChatRules()
      (rules.burst, rules.channelBurst) = (100, 100)
      try await rules.choose(by: nil, story.site.database, at: story.site.clock.now())
      let first = try await selam.say("The first")
      let reply = try await selam.say("A reply to the first", thread: first)
      for number in 1...60 { _ = try await selam.say("Number \(number).") }
      #expect(try await !selam.text(corridor).contains("id=\"m-\(first)\""))
      for id in [first, reply] {
        let page = try await selam.text("\(corridor)?message=\(id)")
        #expect(Markup(page).problems.isEmpty)
        #expect(page.contains("id=\"m-\(first)\"") && page.contains("data-sought=\"\(id)\""))
        #expect(page.contains("data-whole=\"no\"") && page.contains("Newer messages"))
      }
      for id in ["none", "%22%3E%3Cb%3E"] {
        let page = try await selam.text("\(corridor)?message=\(id)")
        #expect(page.contains("Number 60.") && !page.contains("<b>") && Markup(page).problems.isEmpty)
      }
      // What stands elsewhere is not told by another channel's page.
      let other = try await selam.text("/chat/general/feedback?message=\(first)")
      #expect(!other.contains("The first") && other.contains("data-whole=\"yes\""))
    }
  }

  @Test("where only replies are new, the channel leads to the first of them")
  func replies() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let root = try await selam.say("A question")
      #expect(try await !selam.text(corridor).contains("new repl"))
      let first = try await organizer.say("An answer", thread: root)
      let one = try await selam.text(corridor)
      #expect(one.contains("href=\"/messages/\(first)#m-\(first)\">1 new reply</a>"))
      _ = try await organizer.say("Another answer", thread: root)
      let two = try await selam.text(corridor)
      #expect(Markup(two).problems.isEmpty)
      #expect(two.contains("href=\"/messages/\(first)#m-\(first)\">2 new replies</a>"))
      #expect(try await selam.text("/messages/\(first)").contains("id=\"m-\(first)\""))
    }
  }
}
