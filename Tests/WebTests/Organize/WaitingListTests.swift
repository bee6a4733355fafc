import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite(.serialized) struct WaitingListTests {
  @Test("the overview says what waits, with a way to each thing, and nothing of what does not")
  func waits() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      // One room is needed twice at once.
      let start = Instant(iso8601: StorySite.now) ?? .earliest
      for id in ["one", "two"] {
        var session = Session(id: id, kind: .other, title: id, start: start, end: start.adding(minutes: 30))
        session.join = "https://example.org/same-room"
        draft.sessions.append(session)
      }
    }
    try await StorySite.run(papers: 5, change: change) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let clashes = story.site.edition.program.clashes.count
      #expect(clashes > 0)
      let before = try await organizer.text("/organize")
      #expect(before.contains("<a href=\"/organize/program/clashes\">\(clashes) clash"))
      #expect(!before.contains("/organize/outbox\">1") && !before.contains("/help/queue\">1"))
      _ = try await organizer.post("/organize/announcements", [("title", "News"), ("mail", "1")])
      let question = try HelpQuestion("Where is the hall?")
      _ = try await story.site.helpDesk.ask(question, by: selam.account.id, client: "test")
      _ = try await selam.post("/report/people/\(organizer.account.id)", [("words", "Look")])
      let page = try await organizer.text("/organize")
      #expect(page.contains("<a href=\"/organize/outbox\">2 mails wait for your word</a>"))
      #expect(page.contains("<a href=\"/help/queue\">1 question at the help desk waits</a>"))
      #expect(!page.contains("case of conduct"), "it is about who looks")
      #expect(Markup(page).problems.isEmpty)
    }
  }
}
