import Conference
import Testing

@testable import Web

@Suite struct LiveTimeTests {
  @Test("an end on the day of its start says only the hour, another day is named")
  func end() throws {
    let start = try #require(Instant(iso8601: "2026-04-29T08:00:00Z"))
    let near = LiveTime.end(start.adding(minutes: 240), of: start).string
    #expect(near.contains(">12:00 UTC</time>") && near.contains("data-after=\"\(start.iso8601)\""))
    let far = LiveTime.end(start.adding(minutes: 20 * 60), of: start).string
    #expect(far.contains(">Thu 30 Apr, 04:00 UTC</time>"))
  }
}
