import Testing

@testable import Conference

@Suite struct TimeTextTests {
  private let day = Day(number: 18_380)
  private let lagos = Zone.fixed(3600)

  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(iso8601: text))
  }

  @Test("days are written short and long")
  func days() {
    #expect(TimeText.dayText(day) == "Tue 28 Apr")
    #expect(TimeText.longDayText(day) == "Tuesday 28 April 2020")
    #expect(TimeText.dayText(day.adding(days: 3)) == "Fri 1 May")
  }

  @Test("a time is written with two digits each")
  func clock() throws {
    #expect(TimeText.clock(try instant("2020-04-28T08:05:00Z"), zone: lagos) == "09:05")
    #expect(TimeText.clock(try instant("2020-04-28T23:00:00Z"), zone: lagos) == "00:00")
  }

  @Test("a range marks what is not on the reference day")
  func ranges() throws {
    func range(_ start: String, _ end: String) throws -> String {
      TimeText.range(start: try instant(start), end: try instant(end), zone: .utc, reference: day)
    }
    #expect(try range("2020-04-28T14:00:00Z", "2020-04-28T16:00:00Z") == "14:00 to 16:00")
    #expect(try range("2020-04-28T23:00:00Z", "2020-04-29T01:00:00Z") == "23:00 to 01:00 (+1 day)")
    #expect(try range("2020-04-29T01:00:00Z", "2020-04-29T03:00:00Z") == "01:00 to 03:00 (+1 day)")
    #expect(try range("2020-04-27T23:00:00Z", "2020-04-28T01:00:00Z") == "23:00 (−1 day) to 01:00")
    #expect(try range("2020-04-29T23:00:00Z", "2020-04-30T01:00:00Z") == "23:00 (+1 day) to 01:00 (+2 days)")
  }

  @Test("when something is says the day once, and twice where it lasts for days")
  func when() throws {
    let start = try instant("2020-04-28T13:00:00Z")
    #expect(TimeText.when(start: start, end: start.adding(minutes: 120), zone: lagos) == "Tue 28 Apr, 14:00 to 16:00")
    let late = start.adding(minutes: 600)
    #expect(
      TimeText.when(start: late, end: late.adding(minutes: 120), zone: .utc) == "Tue 28 Apr, 23:00 to 01:00 (+1 day)")
    #expect(
      TimeText.when(start: start, end: start.adding(minutes: 2 * 1440), zone: .utc)
        == "Tue 28 Apr, 13:00 to Thu 30 Apr, 13:00")
  }

  @Test("the distance to a reference day is said in the zone")
  func shifts() throws {
    let night = try instant("2020-04-28T23:30:00Z")
    #expect(TimeText.dayShift(of: night, from: day, zone: .utc) == "")
    #expect(TimeText.dayShift(of: night, from: day, zone: lagos) == "+1 day")
    #expect(TimeText.dayShift(of: night, from: day.adding(days: 1), zone: .utc) == "−1 day")
    #expect(TimeText.dayShift(of: night, from: day.adding(days: -2), zone: .utc) == "+2 days")
  }

  @Test("durations are in hours and minutes")
  func durations() throws {
    let minute: Int64 = 60_000
    let texts = [120, 90, 45, 61, 1500, 0, -5].map { TimeText.duration(milliseconds: $0 * minute) }
    #expect(texts == ["2 h", "1 h 30 min", "45 min", "1 h 1 min", "25 h", "0 min", "0 min"])
    #expect(TimeText.duration(milliseconds: 1) == "1 min")
    #expect(TimeText.duration(milliseconds: 89_999) == "1 min")
    #expect(TimeText.duration(milliseconds: 90_000) == "2 min")
    let start = try instant("2020-04-28T13:00:00Z")
    #expect(TimeText.duration(start: start, end: start.adding(minutes: 75)) == "1 h 15 min")
    #expect(TimeText.duration(start: .earliest, end: .latest).hasSuffix(" h"))
  }

  @Test("a start is announced in minutes, then hours, then days")
  func startsIn() throws {
    let now = try instant("2020-04-28T13:00:00Z")
    func text(_ seconds: Int) -> String { TimeText.startsIn(now.adding(seconds: seconds), now: now) }
    #expect([480, 421, 1, 7500, 7200].map(text) == ["in 8 min", "in 8 min", "in 1 min", "in 2 h 5 min", "in 2 h"])
    #expect([86_340, 86_400, 129_540, 129_600].map(text) == ["in 23 h 59 min", "in 1 day", "in 1 day", "in 2 days"])
    #expect([0, -60].map(text) == ["now", "now"])
    #expect(text(3 * 86_400) == "in 3 days")
  }

  @Test("what is left is told in the same words, and that it is over")
  func left() throws {
    let now = try instant("2020-04-28T13:00:00Z")
    let texts = [480, 421, 35_880, 129_600, 0, -60].map { TimeText.left(until: now.adding(seconds: $0), now: now) }
    #expect(texts == ["8 min left", "8 min left", "9 h 58 min left", "2 days left", "over", "over"])
  }
}
