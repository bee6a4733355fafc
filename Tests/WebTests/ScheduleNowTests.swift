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
}
