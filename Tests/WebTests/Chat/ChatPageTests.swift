import Foundation
import HTTPTypes
import Testing

@testable import Conference
@testable import Database
@testable import Web

@Suite(.serialized) struct ChatPageTests {
  private let corridor = "/chat/general/corridor"

  /// Without what is one person's only and what comes once.
  private func list(_ text: String) throws -> String {
    try #require(LivePage(text).element("messages")).replacing("\n", with: "")
      .replacing(" data-whole=\"yes\"", with: "").replacing(/<li class="unread-line".*?<\/li>/, with: "")
  }

  private func ids(_ text: String) -> [String] { text.matches(of: /id="m-([A-Za-z0-9]+)"/).map { String($0.1) } }

  @Test("a page that was rendered long ago, with what its stream tells, is the page rendered now")
  func master() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Hello **all**")])
      _ = try await organizer.post(corridor + "/messages", [("text", "Welcome")])
      var page = LivePage(try await selam.text(corridor))
      let cursor = try page.cursor
      var dice = StoryDice(seed: 5)
      for step in 0..<40 {
        let who = dice.chance(50) ? organizer : selam
        let all = ids(try list(try await who.text(corridor)))
        let some = dice.pick(all)
        switch step < 6 ? 0 : dice.below(5) {
        case 0:
          _ = try await who.post(corridor + "/messages", [("text", "Step \(step) <i>"), ("client", "client-\(step)")])
        case 1: _ = try await who.post(corridor + "/messages", [("text", "Re \(step)"), ("thread", some)])
        case 2: _ = try await who.post("/messages/\(some)", [("text", "Changed \(step)")])
        case 3: _ = try await who.post("/messages/\(some)/reactions", [("sign", "🎉")])
        default: _ = try await who.post("/messages/\(some)/removal")
        }
      }
      await story.takeUp()
      let topics = "chat/general/corridor,announcements"
      try page.apply(stream: try await selam.text("/live?topics=\(topics)&after=\(cursor)"))
      let now = try await selam.text(corridor)
      let (kept, fresh) = (try list(page.text), try list(now))
      let differs = zip(kept, fresh).prefix { $0 == $1 }.count
      #expect(
        kept == fresh,
        "…\(kept.dropFirst(max(0, differs - 200)).prefix(500)) | \(fresh.dropFirst(max(0, differs - 200)).prefix(500))")
      #expect(ids(now).count > 5)
    }
  }

  @Test("a message is written by a plain form, edited, replied to and taken back")
  func forms() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let sent = try await selam.post(corridor + "/messages", [("text", "See /papers/\(Story.heroinePaper) & $x^2$")])
      let place = try #require(sent.headers[.location])
      #expect(sent.status == .seeOther && place.hasPrefix(corridor + "#m-"))
      let id = String(place.dropFirst((corridor + "#m-").count))
      let page = try await selam.text(corridor)
      #expect(Markup(page).problems.isEmpty)
      #expect(page.contains("message-cards\"><li><a href=\"/papers/\(Story.heroinePaper)\""))
      _ = try await selam.post("/messages/\(id)", [("text", "Better")])
      _ = try await selam.post(corridor + "/messages", [("text", "A reply"), ("thread", id)])
      let thread = try await selam.text("/messages/\(id)")
      #expect(Markup(thread).problems.isEmpty)
      #expect(thread.contains("Better") && thread.contains("A reply") && thread.contains("edited"))
      _ = try await selam.post("/messages/\(id)/removal")
      #expect(try await selam.text(corridor).contains("Taken back by who wrote it."))
    }
  }

  @Test("what is refused comes back in the box, with what to do")
  func refused() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let long = String(repeating: "word ", count: 900)
      let answer = try await selam.post(corridor + "/messages", [("text", long)])
      #expect(answer.status == .badRequest)
      let text = String(buffer: answer.body)
      #expect(text.contains("longer than 4,000 characters") && text.contains(long.prefix(4_000)))
      let messages = try list(try await selam.text(corridor))
      #expect(ids(messages).isEmpty)
    }
  }

  @Test("a refused reply comes back as one, with its text")
  func refusedReply() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "A question")])
      let id = try #require(ids(try list(try await selam.text(corridor))).first)
      let long = String(repeating: "word ", count: 900)
      let answer = try await selam.post(corridor + "/messages", [("text", long), ("thread", id)])
      #expect(answer.status == .badRequest)
      let text = String(buffer: answer.body)
      #expect(Markup(text).problems.isEmpty)
      #expect(text.contains("name=\"thread\" value=\"\(id)\"") && text.contains(long.prefix(4_000)))
    }
  }

  @Test("a page names the newest message of its channel, and who has read up to it has read all")
  func newest() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      _ = try await organizer.post(corridor + "/messages", [("text", "A question")])
      let id = try #require(ids(try list(try await selam.text(corridor))).first)
      _ = try await selam.post(corridor + "/messages", [("text", "An answer"), ("thread", id)])
      let newest = try #require(try await organizer.text(corridor).firstMatch(of: /data-newest="(\d+)"/))
      let unread = try await organizer.text("/chat/unread.json")
      #expect(unread.contains(/"unread" ?: 1\b/))
      _ = try await organizer.post(corridor + "/read", [("number", String(newest.1))])
      let rest = try await organizer.text("/chat/unread.json")
      #expect(rest.contains(/"unread" ?: 0\b/))
    }
  }

  @Test("a sign that no database takes is no fault of the site's")
  func zero() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      #expect(try await selam.get("/chat/search?q=%00").status == .ok)
      #expect(try await selam.post(corridor + "/messages", [("text", "a\0b")]).status == .badRequest)
      let reply = try await selam.post(corridor + "/messages", [("text", "Hello"), ("thread", "\0")])
      #expect(reply.status == .notFound)
    }
  }

  @Test("an author whose claim was granted follows the chat of the paper like the others")
  func claimed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      let paper = Story.heroinePaper
      #expect(try await !selam.text("/chat").contains("Follow the chat of my paper"))
      try await story.site.database.execute(
        "INSERT INTO paper_claims (account, paper, state, claimed_at) VALUES (\(selam.account.id), \(paper), 'granted', 1)"
      )
      #expect(try await selam.text("/chat").contains("Follow the chat of my paper"))
      _ = try await selam.post("/chat/papers")
      #expect(try await selam.text("/chat").contains("href=\"/chat/papers/\(paper)\""))
    }
  }

  @Test("nobody follows what they may not read")
  func rights() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      #expect(try await client.get("/live?topics=chat/general/corridor&after=0").status == .unauthorized)
      #expect(try await selam.get("/live?topics=chat/general/corridor&after=0").status == .ok)
      #expect(try await selam.get("/live?topics=me&after=0").status == .ok)
      #expect(try await selam.get("/live?topics=me/another&after=0").status == .forbidden)
      #expect(try await selam.get("/live?topics=chat/direct/none&after=0").status == .notFound)
      #expect(try await selam.get("/live?topics=nothing&after=0").status == .notFound)
      #expect(try await client.get("/live?topics=me&after=0").status == .unauthorized)
      #expect(try await client.get("/live?topics=announcements&after=x").status == .badRequest)
      #expect(try await client.get("/chat").status == .unauthorized)
    }
  }

  @Test(
    "texts are shown as they were written, and never run",
    arguments: [
      "<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "](javascript:alert(1))",
      "$\\href{javascript:alert(1)}{x}$",
    ])
  func hostile(text: String) async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", text)])
      let page = try await selam.text(corridor)
      #expect(Markup(page).problems.isEmpty)
      #expect(!page.contains("<script>alert") && !page.contains("href=\"javascript:") && !page.contains("<img src=x"))
    }
  }
}
