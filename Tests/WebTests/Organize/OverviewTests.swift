import Conference
import HTTPTypes
import Synchronization
import Testing

@testable import Web

@Suite(.serialized) struct OverviewTests {
  @Test("the overview says what is left before the conference opens, with a way to each, until it is over")
  func opening() async throws {
    let time = Mutex(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { time.withLock { $0 } }) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let before = try await organizer.text("/organize")
      #expect(before.contains("Before you open") && before.contains("2 of 9 are done"))
      #expect(before.contains("<a href=\"/organize/help-desk\">Put helpers on shifts</a></li>"))
      #expect(before.contains("Import the program</a> <span class=\"muted\">done</span>"))
      #expect(Markup(before).problems.isEmpty)
      _ = try await organizer.post("/organize/backups", [("days", "30")])
      #expect(try await organizer.text("/organize").contains("3 of 9 are done"))
      let chair = try await story.insider("programs@example.org", name: "Chair", role: .chair)
      #expect(!(try await chair.text("/organize", client)).contains("Before you open"))
      time.withLock { $0 = $0.adding(seconds: 60 * 86_400) }
      let again = try await Insider.organizer(story, client)
      #expect(!(try await again.text("/organize")).contains("Before you open"))
    }
  }

  @Test("the overview says what is on today, what nobody can join and which shift has nobody, and its figures lead on")
  func today() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      let now = Instant(iso8601: StorySite.now) ?? .earliest
      draft.sessions = [
        Session(id: "bare", kind: .other, title: "A bare one", start: now, end: now.adding(minutes: 30)),
        Session(
          id: "soon", kind: .other, title: "A later one", start: now.adding(minutes: 60),
          end: now.adding(minutes: 90)),
      ]
    }
    try await StorySite.run(papers: 5, change: change) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let now = story.site.clock.now()
      try await story.site.helpShifts.add(
        from: now, until: now.adding(minutes: 60), places: 1, by: organizer.account.id)
      let page = try await organizer.text("/organize")
      #expect(page.contains("<dt>On now</dt>") && page.contains("<a href=\"/sessions/bare\"><bdi>A bare one</bdi></a>"))
      #expect(page.contains("<dt>Next, at "))
      #expect(
        page.contains("Nowhere to join")
          && page.contains(ProgramLink.entry(.session, "soon").replacing("&", with: "&amp;")))
      #expect(page.contains("Shifts with nobody"))
      #expect(page.contains("<dt>Papers</dt><dd><a href=\"/organize/program?kind=paper\">5</a></dd>"))
      #expect(Markup(page).problems.isEmpty)
    }
  }
}
