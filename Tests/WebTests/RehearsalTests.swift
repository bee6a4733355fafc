import Conference
import Testing

@testable import Web

@Suite struct RehearsalTests {
  /// A time of the story's second day; whatever the machine's clock says, it has none to do with it.
  private func at(_ time: String) throws -> Clock { .fixed(try #require(Instant(iso8601: "2026-04-28T\(time):00Z"))) }

  /// What a page says that depends on the time: which it is, and whether the session from 08:00 to 10:00, or the paper in it, is on.
  private func said(_ clock: Clock) async throws -> [String] {
    let texts = Texts()
    try await StorySite.run(clock: clock) { client, _ in
      for path in PageTests.addresses {
        let page = try await client.text(path)
        let now = page.firstMatch(of: /<html [^>]*data-now="([^"]*)"/).map { String($0.output.1) } ?? "none"
        let clocks = page.matches(of: /data-clock>([^<]*)</).map { String($0.output.1) }
        await texts.add(([now] + Set(clocks).sorted()).joined(separator: " "))
      }
      for path in ["/sessions/P2S2", "/papers/\(Story.heroinePaper)", "/plan?sessions=P2S2"] {
        let isOn = try await client.text(path).contains("<span class=\"live\">On now</span>")
        await texts.add("\(path) \(isOn)")
      }
      let days = try await client.text("/schedule")
      await texts.add(days.contains("<h2 id=\"day-name\">Tuesday 28 April 2026</h2>") ? "today" : "another day")
    }
    return await texts.all
  }

  private actor Texts {
    var all: [String] = []
    func add(_ text: String) { all.append(text) }
  }

  @Test("every page goes by the server's clock", arguments: [("07:40", false), ("08:30", true), ("10:20", false)])
  func clock(time: String, isOn: Bool) async throws {
    let expected =
      PageTests.addresses.map { _ in "2026-04-28T\(time):00Z \(time)" }
      + ["/sessions/P2S2", "/papers/\(Story.heroinePaper)", "/plan?sessions=P2S2"].map { "\($0) \(isOn)" } + ["today"]
    #expect(try await said(at(time)) == expected)
  }
}
