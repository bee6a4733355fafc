import Conference
import Testing

@testable import Web

@Suite struct PlanClashTests {
  /// Sessions of the plan: id, title, start and end, on the 29th unless another day is given. The story's now is noon of the 28th.
  private static let sessions: [(String, String, String, String)] = [
    ("a", "Alpha", "29T10:00", "29T11:00"), ("b", "Beta", "29T10:30", "29T11:30"),
    ("c", "Gamma", "29T11:30", "29T12:30"),
    ("day", "All day", "29T00:00", "29T13:00"), ("p1", "Past one", "27T10:00", "27T11:00"),
    ("p2", "Past two", "27T10:30", "27T11:30"), ("x", "Cancelled", "29T10:00", "29T11:00"),
    ("early", "Hall one", "29T10:15", "29T10:45"), ("late", "Hall two", "29T15:00", "29T16:00"),
  ]

  private func withPlan(_ body: @escaping @Sendable (TestClient) async throws -> Void) async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.papers.append(Paper(id: "mine", title: "Mine"))
      for (id, title, from, to) in Self.sessions {
        guard let start = Instant(iso8601: "2026-04-\(from):00Z"), let end = Instant(iso8601: "2026-04-\(to):00Z")
        else {
          continue
        }
        var session = Session(id: id, kind: .other, title: title, start: start, end: end)
        session.isCancelled = id == "x"
        if ["early", "late"].contains(id) { session.slots = [Slot(paper: "mine")] }
        draft.sessions.append(session)
      }
    }
    try await StorySite.run(papers: 5, change: change) { client, _ in try await body(client) }
  }

  /// Each row of the plan: its title, and what is said of clashes.
  private func rows(_ page: String) -> [String] {
    page.components(separatedBy: "<li class=\"event ").dropFirst().map { row in
      let title = row.firstMatch(of: /<h3 class="event-title">(.*?)<\/h3>/)?.output.1 ?? ""
      let clash = row.firstMatch(of: /<p class="clash">(.*?)<\/p>/)?.output.1 ?? ""
      return "\(title)|\(clash)".replacing(/<[^>]+>/, with: "")
    }
  }

  @Test("what must be chosen from says so on both sides, and of a paper when else it can be met; nothing else clashes")
  func clashes() async throws {
    try await withPlan { client in
      let page = try await client.text("/plan?papers=mine&sessions=x,late0,day,c,b,a,p1,p2")
      #expect(
        rows(page) == [
          "Past one|", "Past two|", "All day|", "Alpha|Overlaps with Mine, Beta.", "Cancelled|",
          "Mine|Overlaps with Alpha, Beta. Also Wed 29 Apr, 15:00.", "Beta|Overlaps with Alpha, Mine.", "Gamma|",
          "Mine|",
        ])
      // Each leads to the other.
      let beta = try #require(page.firstMatch(of: /<a href="#(row-\d+)" dir="auto">Beta<\/a>/)?.output.1)
      #expect(page.contains("id=\"\(beta)\""))
      #expect(page.contains("1 is no longer in the program."))
      #expect(Markup(page).problems == [])
    }
  }

  @Test("two papers that are met in one session do not clash, and a paper at two places does not clash with itself")
  func noClash() async throws {
    let start = try #require(Instant(iso8601: "2026-04-29T10:00:00Z"))
    let change: @Sendable (inout Draft) -> Void = { draft in
      for (id, papers) in [("one", ["one", "two"]), ("two", ["one"])] {
        draft.papers.append(Paper(id: id, title: id))
        var session = Session(
          id: "hall-\(id)", kind: .poster, title: "Hall", start: start, end: start.adding(minutes: 60))
        session.slots = papers.map { Slot(paper: $0) }
        draft.sessions.append(session)
      }
    }
    try await StorySite.run(papers: 5, change: change) { client, _ in
      let page = try await client.text("/plan?papers=one,two")
      #expect(rows(page).count == 2 && !page.contains("class=\"clash\""))
    }
  }
}
