import Conference
import Testing

@testable import Web

@Suite struct ScheduleNowTests {
  @Test("the schedule of today leads past what has begun to the line of now; that of another day does not")
  func jump() async throws {
    try await StorySite.run { client, _ in
      let today = try await client.text("/schedule?day=2026-04-28")
      #expect(today.contains("href=\"#now\">Jump to now</a>"))
      #expect(today.contains("<p id=\"now\" class=\"now-line"))
      #expect(Markup(today).problems == [])
      let tomorrow = try await client.text("/schedule?day=2026-04-29")
      #expect(!tomorrow.contains("Jump to now") && !tomorrow.contains("id=\"now\""))
    }
  }

  @Test("what is over today is counted in one line to open; no other day has one")
  func over() async throws {
    try await StorySite.run { client, _ in
      let today = try await client.text("/schedule?day=2026-04-28")
      let fold = try #require(
        today.firstMatch(of: /<details class="past-fold"><summary>([0-9]+) [^<]+ are over<\/summary><\/details>/))
      let slots = today.components(separatedBy: "<section class=\"slot").dropFirst()
      let over = slots.filter { $0.hasPrefix(" is-over") }
      #expect(over.count > 0 && over.count < slots.count)
      #expect(!over.contains { $0.contains("is-now") })
      #expect(over.reduce(0) { $0 + $1.components(separatedBy: "data-card").count - 1 } == Int(fold.1))
      let tomorrow = try await client.text("/schedule?day=2026-04-29")
      #expect(!tomorrow.contains("past-fold") && !tomorrow.contains("slot is-over"))
    }
  }

  @Test(
    "a bundle that is over still lists its sessions where it is high enough", arguments: [(210, true), (45, false)])
  func bundle(minutes: Int, isOpen: Bool) async throws {
    let start = try #require(Instant(iso8601: "2026-04-28T06:00:00Z"))
    try await StorySite.run(papers: 3) { draft in
      draft.sessions = (1...4).map {
        Session(id: "T\($0)", kind: .tutorial, title: "T\($0)", start: start, end: start.adding(minutes: minutes))
      }
    } _: { client, _ in
      let day = try await client.text("/schedule?day=2026-04-28")
      #expect(day.contains("<details open><summary>4 tutorials") == isOpen)
      #expect(day.contains("<details><summary>4 tutorials") == !isOpen)
    }
  }
}
