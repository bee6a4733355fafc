import Foundation
import Testing

@testable import Conference

@Suite struct DayTests {
  @Test("only dates that exist are made")
  func validation() {
    #expect(Day(year: 2020, month: 2, day: 29)?.iso == "2020-02-29")
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2019, month: 2, day: 29) == nil)
    #expect(Day(year: 2020, month: 4, day: 31) == nil)
    #expect(Day(year: 2020, month: 13, day: 1) == nil)
    #expect(Day(year: 2020, month: 1, day: 0) == nil)
    #expect(Day(year: 0, month: 1, day: 1) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: .max, month: .min, day: .max) == nil)
  }

  @Test("days are counted from 1970 without a gap from the year 0001 to 9999")
  func numbers() throws {
    #expect(try #require(Day(iso: "1970-01-01")).number == 0)
    #expect(try #require(Day(iso: "2020-04-28")).number == 18_380)
    var expected = try #require(Day(iso: "0001-01-01")).number
    var mismatches = 0
    for year in 1...9999 {
      for month in 1...12 {
        let length = Civil.length(month: month, year: year)
        for day in [1, length] {
          let date = Day(year: year, month: month, day: day)
          let isRight = date?.number == expected + day - 1 && Day(number: expected + day - 1) == date
          mismatches += isRight ? 0 : 1
        }
        expected += length
      }
    }
    #expect(mismatches == 0)
    #expect(expected == 2_932_897)
  }

  @Test("date and weekday are the same as in Foundation's calendar")
  func foundation() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var dice = TimeDice(seed: 3)
    for _ in 0..<1000 {
      let number = Int.random(in: -100_000...1_000_000, using: &dice)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let day = Day(number: number)
      #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
      #expect(day.weekday.rawValue % 7 + 1 == parts.weekday)
    }
  }

  @Test("days are added across months, and not beyond the years 0001 to 9999")
  func adding() throws {
    let day = try #require(Day(iso: "2020-02-28"))
    #expect(day.adding(days: 2).iso == "2020-03-01")
    #expect(day.adding(days: -59).iso == "2019-12-31")
    #expect(day.adding(days: .max).iso == "9999-12-31")
    #expect(day.adding(days: .min).iso == "0001-01-01")
    #expect(Day(number: .min).iso == "0001-01-01")
    #expect(Day(number: .max).iso == "9999-12-31")
    #expect(day < day.adding(days: 1))
  }

  @Test("only the plain ISO form is read")
  func reading() {
    #expect(Day(iso: "2020-04-28") == Day(year: 2020, month: 4, day: 28))
    for text in ["", "2020-4-28", "20200428", "2020-04-31", "2020-04-28 ", "2020/04/28", "2020-04-28T00:00"] {
      #expect(Day(iso: text) == nil, "\(text)")
    }
  }

  @Test("a day is stored as its text, and nonsense is refused with its text")
  func coding() throws {
    let day = try #require(Day(iso: "2020-04-28"))
    #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == "[\"2020-04-28\"]")
    #expect(try JSONDecoder().decode([Day].self, from: Data("[\"2020-04-28\"]".utf8)) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Day].self, from: Data("[\"2020-02-30\"]".utf8))
    }
  }

  @Test("a weekday is read by three letters or more, in any case")
  func weekdays() {
    for text in ["Mon", "monday", "MON.", " Mond "] { #expect(Weekday(text: text) == .monday, "\(text)") }
    #expect(Weekday(text: "Tues") == .tuesday)
    #expect(Weekday(text: "Weds") == .wednesday)
    #expect(["Thurs", "Thur", "Thursday"].map { Weekday(text: $0) } == [.thursday, .thursday, .thursday])
    for text in ["", "T", "Tu", "Mondays", "Montag", "Mon Tue", "1"] { #expect(Weekday(text: text) == nil, "\(text)") }
    #expect(Weekday.allCases.map(\.shortName) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
  }
}
