import Conference
import Testing

@testable import Web

@Suite struct HostTimeTests {
  /// What a page says of when it is, each part with whether it is shown.
  private static func parts(_ page: String) -> [(words: String, isShown: Bool)] {
    page.matches(of: /<p class="host-time"([^>]*)>(.*?)<\/p>/).map { match in
      (String(match.2), !match.1.hasSuffix(" hidden") && !match.1.contains(" hidden "))
    }
  }

  @Test("a host's page holds what is so before, during and after, each for its time, and shows what is so now")
  func times() async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    try await StorySite.run(papers: 5, clock: Clock { moment.now }) { client, site in
      let host = try await site.insider("mod@example.org", role: .moderator)
      let thing = try #require(site.site.edition.program.thing(QuestionSubject(.event(.expo), "E2")))
      let start = try #require(thing.times.first?.start)
      let end = try #require(thing.times.first?.end)
      #expect(thing.times.count == 1 && start > moment.now)
      let beginnings = [
        "<span class=\"muted\">It begins ", "<span class=\"live\">On now</span>", "<span class=\"muted\">It is over",
      ]
      let page = try await host.text("/questions/expos/E2/host", client)
      #expect(page.contains("<p class=\"host-time\" data-to=\"\(start.iso8601)\">"))
      #expect(page.contains("<p class=\"host-time\" data-from=\"\(start.iso8601)\" hidden data-to=\"\(end.iso8601)\">"))
      #expect(page.contains("<p class=\"host-time\" data-from=\"\(end.iso8601)\" hidden>"))
      for phase in 0...2 {
        let parts = Self.parts(try await host.text("/questions/expos/E2/host", client))
        #expect(parts.count == 3 - phase)
        #expect(zip(parts, beginnings.dropFirst(phase)).allSatisfy { $0.words.hasPrefix($1) })
        #expect(parts.map(\.isShown) == [true] + Array(repeating: false, count: 2 - phase))
        moment.pass(minutes: Int((phase == 0 ? start : end) - moment.now) / 60_000)
      }
    }
  }
}
