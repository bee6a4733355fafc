import Conference
import Testing

@testable import Web

@Suite struct KindFilterTests {
  /// The ids of the sessions that a day shows.
  private func shown(_ page: String) -> [String] {
    page.matches(of: /data-save="sessions:([^"]+)"/).map { String($0.output.1) }.sorted()
  }

  @Test(
    "a day is narrowed down to the kinds that are asked for, in either way of writing them, and the chips say which")
  func kinds() async throws {
    try await StorySite.run { client, story in
      let span = DaySpan(try #require(Day(iso: "2026-04-28")), zone: .utc)
      let day = story.site.edition.program.sessions.filter { span.holds($0) }
      #expect(Set(day.map(\.kind)).isSuperset(of: [.poster, .qa, .social]))
      let cases: [(String, [Session.Kind])] = [
        ("", Session.Kind.allCases), ("&kind=poster", [.poster]), ("&kind=poster&kind=qa", [.qa, .poster]),
        ("&kind=social,qa", [.qa, .social]), ("&kind=nothing", Session.Kind.allCases),
      ]
      for (query, kinds) in cases {
        let page = try await client.text("/schedule?day=2026-04-28\(query)")
        #expect(shown(page) == day.filter { kinds.contains($0.kind) }.map(\.id).sorted(), "\(query)")
        let chosen = page.matches(of: /name="kind" value="([a-z]+)" checked/).map { String($0.output.1) }
        #expect(chosen == (kinds.count > 2 ? [] : kinds.map(\.rawValue)), "\(query)")
      }
      let posters = try await client.text("/schedule?day=2026-04-28&kind=poster")
      #expect(posters.contains("href=\"/schedule?day=2026-04-29&amp;kind=poster\""), "other days keep to it")
    }
  }

  @Test("a day without anything of the kind says so, and what else it has")
  func nothing() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in draft.sessions.removeAll { $0.kind == .tutorial } }
    try await StorySite.run(papers: 5, change: change) { client, _ in
      let page = try await client.text("/schedule?day=2026-04-28&kind=tutorial")
      #expect(page.contains("Nothing of this kind on Tue 28 Apr") && page.contains("href=\"/schedule?day=2026-04-28\""))
      #expect(shown(page) == [])
    }
  }
}
