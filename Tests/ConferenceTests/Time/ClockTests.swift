import Foundation
import Testing

@testable import Conference

@Suite struct ClockTests {
  @Test("the machine's clock says the time that Foundation says")
  func system() {
    let before = Int64(Date().timeIntervalSince1970 * 1000)
    let now = Clock.system.now().milliseconds
    let after = Int64(Date().timeIntervalSince1970 * 1000)
    #expect((before - 1...after + 1).contains(now))
  }

  @Test("a rehearsal's clock begins where it is told and runs on")
  func rehearsal() async throws {
    let start = try #require(Instant(iso8601: "2020-04-26T09:00:00Z"))
    let before = Clock.system.now()
    let clock = Clock.starting(at: start)
    let first = clock.now()
    try await Task.sleep(for: .milliseconds(30))
    let second = clock.now()
    // The bound above is what passed on the machine's own clock, however busy the machine is.
    let passed = Clock.system.now() - before
    #expect(first >= start)
    #expect(second - first >= 25)
    #expect(second - start <= passed + 5)
  }

  @Test("a fixed clock stands still")
  func fixed() {
    let clock = Clock.fixed(Instant(milliseconds: 42))
    #expect([clock.now(), clock.now()] == [Instant(milliseconds: 42), Instant(milliseconds: 42)])
  }
}
