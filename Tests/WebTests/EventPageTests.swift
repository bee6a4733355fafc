import Conference
import Testing

@testable import Web

@Suite struct EventPageTests {
  private static let workshop = EventReference(kind: .workshop, name: "W2")

  /// The workshop's page, with all of its sessions at these hours of the story's second day.
  private func withPage(
    _ start: String, _ end: String, _ body: @escaping @Sendable (_ head: Substring, _ page: String) throws -> Void
  ) async throws {
    let from = try #require(Instant(iso8601: "2026-04-28T\(start):00Z"))
    let to = try #require(Instant(iso8601: "2026-04-28T\(end):00Z"))
    try await StorySite.run(papers: 3) { draft in
      for index in draft.sessions.indices where draft.sessions[index].event == Self.workshop {
        draft.sessions[index].start = from
        draft.sessions[index].end = to
      }
    } _: { client, _ in
      let page = try await client.text("/workshops/W2")
      let head = try #require(page.split(separator: "<header class=\"title-page\">").last)
      try body(try #require(head.split(separator: "</header>").first), page)
    }
  }

  @Test("an event's page says beside its name when it comes next, and has its times before what it is about")
  func next() async throws {
    try await withPage("15:00", "17:00") { head, page in
      #expect(head.contains("Tue 28 Apr, <time datetime=\"2026-04-28T15:00:00Z\">15:00</time>"))
      #expect(head.contains("<small data-soon=\"2026-04-28T15:00:00Z\">"))
      let when = try #require(page.firstRange(of: "id=\"when\""))
      let about = try #require(page.firstRange(of: "id=\"about\""))
      #expect(when.lowerBound < about.lowerBound)
      #expect(Markup(page).problems == [])
    }
  }

  @Test("an event that is on says so beside its name; one that is over has no time there")
  func others() async throws {
    try await withPage("12:00", "13:00") { head, _ in
      #expect(head.contains("<span class=\"live\">On now</span>") && head.contains("data-soon-word=\"ends\""))
    }
    try await withPage("06:00", "07:00") { head, _ in #expect(!head.contains("session-facts")) }
  }
}
