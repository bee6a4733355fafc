import Foundation
import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct ThreadPageTests {
  private let corridor = "/chat/general/corridor"

  @Test("what was replied to a message is reached from its row after it was taken back or hidden, too")
  func gone() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let roots = [try await selam.say("First"), try await selam.say("Second"), try await selam.say("Third")]
      for root in roots.prefix(2) { _ = try await organizer.say("A reply", thread: root) }
      _ = try await selam.post("/messages/\(roots[0])/removal")
      _ = try await organizer.post("/conduct/messages/\(roots[1])/hiding")
      _ = try await selam.post("/messages/\(roots[2])/removal")
      let page = LivePage(try await selam.text(corridor))
      #expect(Markup(page.text).problems.isEmpty)
      for root in roots.prefix(2) {
        let row = try #require(page.element("m-\(root)"))
        #expect(row.contains("href=\"/messages/\(root)#reply\"") && row.contains(">1 reply<"))
      }
      #expect(page.element("m-\(roots[2])")?.contains("#reply") == false)
    }
  }

  @Test("a long thread has pages, which lead to each other")
  func pages() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let root = try await selam.say("A question")
      #expect(try await selam.text("/messages/\(root)").contains("chat-empty\">None yet."))
      var rules = ChatRules()
      (rules.burst, rules.channelBurst) = (100, 100)
      try await rules.choose(by: nil, story.site.database, at: story.site.clock.now())
      for number in 1...60 { _ = try await organizer.say("Reply number \(number).", thread: root) }
      let newest = try await selam.text("/messages/\(root)")
      #expect(
        Markup(newest).problems.isEmpty && newest.contains("Reply number 60.") && newest.contains("Reply number 11."))
      #expect(!newest.contains("Reply number 10.") && !newest.contains("Newer replies"))
      let older = try #require(newest.firstMatch(of: /href="([^"]*)">Older replies</)).1
      #expect(older.hasPrefix("/messages/\(root)?before="))
      let before = try await selam.text(String(older))
      #expect(
        before.contains("Reply number 1.") && before.contains("Reply number 10.")
          && !before.contains("Reply number 11."))
      #expect(!before.contains("Older replies") && before.contains("data-whole=\"no\""))
      let newer = try #require(before.firstMatch(of: /href="([^"]*)">Newer replies</)).1
      let after = try await selam.text(String(newer))
      #expect(
        after.contains("Reply number 11.") && after.contains("Reply number 60.") && after.contains("Older replies"))
    }
  }
}
