import Testing

@testable import Conference

@Suite struct TimeParsingTests {
  private func text(_ time: ClockTime?) -> String? {
    time.map { "\($0.hour):\($0.minute)" }
  }

  @Test(
    "a time of day is read as programs write it",
    arguments: [
      ("5:00 AM", "5:0"), ("17:00", "17:0"), ("14:15 PM", "14:15"), ("9:00 AM", "9:0"), ("8:30", "8:30"),
      ("24:00", "24:0"), ("12:00 AM", "0:0"), ("12:30 am", "0:30"), ("12 PM", "12:0"), ("12:00 PM", "12:0"),
      ("noon", "12:0"), ("Midnight", "0:0"), ("9am", "9:0"), ("9 p.m.", "21:0"), ("05:00:00", "5:0"), ("0:00", "0:0"),
      ("5:00\u{202F}PM", "17:0"), (" 8:30 ", "8:30"), ("0:30 AM", "0:30"),
    ])
  func clock(written: String, expected: String) {
    #expect(text(ClockTime(text: written)) == expected)
  }

  @Test(
    "what is no time of day is refused",
    arguments: [
      "", "9", "25:00", "24:01", "12:60", "14:15 AM", "0:30 PM", "24:00 PM", "5:0", "5:00 XM", "5:00 amt", "-5:00",
      "5:00 AM PM", "05:00:30", "tea time", "123:00", "5:00 - 6:00",
    ])
  func noClock(written: String) {
    #expect(ClockTime(text: written) == nil)
  }

  @Test(
    "a date is read as people write it",
    arguments: [
      ("July 6", "2020-07-06"), ("Jul 5", "2020-07-05"), ("10 Jul", "2020-07-10"), ("July 9th", "2020-07-09"),
      ("09-Jul", "2020-07-09"), ("2020/04/28", "2020-04-28"), ("28 April 2020", "2020-04-28"),
      ("April 28, 2020", "2020-04-28"), ("april 28 2021", "2021-04-28"), ("Sept. 1st", "2020-09-01"),
      ("9th of July", "2020-07-09"), ("Mon, July 6", "2020-07-06"), ("Tuesday 28 April 2020", "2020-04-28"),
      ("2020-Jul-06", "2020-07-06"), ("2021-02-03", "2021-02-03"), ("Feb 29", "2020-02-29"), ("1 may", "2020-05-01"),
    ])
  func days(written: String, expected: String) {
    #expect(Day(text: written, year: 2020)?.iso == expected)
  }

  @Test(
    "what is no date, or not surely one, is refused",
    arguments: [
      "", "July", "6", "July 32", "Feb 30", "Feb 29 2021", "04/05/2020", "Mon, July 7", "July 6 - 10", "Ju 6",
      "July 6 Aug", "2020", "July 2020", "2020-13-01", "Juli 6", "July sixth", "Mon Tue July 6", "6 2020 July",
      "July 123", "July 6 2020 2021", "July 6 &ndash; 10",
    ])
  func noDay(written: String) {
    #expect(Day(text: written, year: 2020) == nil)
  }

  @Test("a date without a year needs a year that has it")
  func defaultYear() {
    #expect(Day(text: "Feb 29", year: 2021) == nil)
    #expect(Day(text: "Jan 1", year: 0) == nil)
  }

  @Test("a zone that is written behind a range is the range's")
  func rangeZones() {
    #expect(TimeRange(text: "14:00-14:30 GMT")?.zone == .utc)
    #expect(TimeRange(text: "5:00 AM - 7:00 AM PDT")?.zone?.id == "UTC-7")
    #expect(TimeRange(text: "14:00–16:00 (UTC+5:30)")?.zone?.id == "UTC+5:30")
    #expect(TimeRange(text: "17:30–19:30")?.zone == nil)
    #expect(TimeRange(text: "14:00 GMT - 14:30 GMT")?.zone == .utc)
    #expect(TimeRange(text: "14:00 GMT-14:30")?.zone == .utc)
    #expect(TimeRange(text: "5 PM UTC+1 - 7 PM UTC+1")?.zone?.id == "UTC+1")
  }

  @Test(
    "a range is read with the day that it ends on",
    arguments: [
      ("14:00-14:30 GMT", "14:0 14:30"), ("23:00-01:00 GMT", "23:0 1:0 +1"), ("17:30–19:30", "17:30 19:30"),
      ("5:00 AM - 7:00 AM PDT", "5:0 7:0"), ("All Day", "0:0 24:0"), ("all-day", "0:0 24:0"),
      ("22:00 - 24:00", "22:0 24:0"), ("22:00 - 00:00", "22:0 0:0 +1"), ("9 to 11 am", "9:0 11:0"),
      ("5:00 - 7:00 PM", "17:0 19:0"), ("11:00 - 1:00 PM", "11:0 13:0"), ("11 PM - 1 AM", "23:0 1:0 +1"),
      ("11:00 AM - 1:00", "11:0 13:0"), ("10:00 PM - 2:00", "22:0 2:0 +1"), ("noon - 2:00", "12:0 14:0"),
      ("9 PM – midnight", "21:0 0:0 +1"), ("14:00-14:30 GMT / 07:00-07:30 PDT", "14:0 14:30"),
      ("16:30-01:00 GMT / 09:30-18:00 PDT", "16:30 1:0 +1"),
    ])
  func ranges(written: String, expected: String) throws {
    let range = try #require(TimeRange(text: written))
    let found = [text(range.start), text(range.end), range.endsNextDay ? "+1" : nil].compactMap(\.self)
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(
    "what is no range is refused",
    arguments: [
      "", "14:00", "14:00-", "-14:00", "14:00-14:00", "24:00-01:00", "14:00-25:00", "14-16", "14:00-16:00 Mars",
      "14:00-16:00 CST", "14:00 16:00", "14:00-16:00-18:00", "14:00-14:30 GMT / 08:00-08:30 PDT", "All Day Long",
      "14:00-14:30 GMT / soon", "14:00-16:00 GMT / 07:00-08:00 PDT", "14:00-16:00 ()",
      "14:00 GMT - 14:30 PDT", "14:00 GMT 14:30 GMT", "14:00 GMT -",
      "14:00 UTC-05:00", "14:00 utc-5:00", "14:00 GMT-08:00",
    ])
  func noRange(written: String) {
    #expect(TimeRange(text: written) == nil)
  }

  @Test("no text makes a parser fail otherwise than by nil")
  func noise() {
    var dice = TimeDice(seed: 4)
    let pieces = [
      "14", ":", "00", "-", "–", " ", "am", "PM", "July", "2020", "/", "GMT", "+", "é", "\u{0}", "9", "th", "Mon", "(",
      ")", "all day", "noon", "99999999999999999999", "T", "Z", "🙂", ",", ".",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...8, using: &dice)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &dice) }.joined()
      let range = TimeRange(text: text)
      #expect(range.map { $0.start != $0.end } ?? true)
      #expect(ClockTime(text: text).map { (0...1440).contains($0.minutes) } ?? true)
      #expect(Day(text: text, year: 2020).map { Day(number: $0.number) == $0 } ?? true)
      #expect(Instant(iso8601: text).map { Instant(iso8601: $0.iso8601) == $0 } ?? true)
      #expect(Zones.understood(text).map { Zones.named($0.id) == $0 } ?? true)
    }
  }
}
