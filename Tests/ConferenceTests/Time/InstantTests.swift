import Foundation
import Testing

@testable import Conference

@Suite struct InstantTests {
  private let opening = Instant(milliseconds: 1_588_082_400_000)

  @Test("an instant is written in UTC, with milliseconds only where there are any")
  func writing() {
    #expect(opening.iso8601 == "2020-04-28T14:00:00Z")
    #expect(Instant(milliseconds: 1_588_082_400_007).iso8601 == "2020-04-28T14:00:00.007Z")
    #expect(Instant(milliseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
    #expect("\(opening)" == "2020-04-28T14:00:00Z")
  }

  @Test("a calendar file gets the basic form, in whole seconds")
  func basic() {
    #expect(opening.basic == "20200428T140000Z")
    #expect(Instant(milliseconds: -1).basic == "19691231T235959Z")
    #expect(Instant.earliest.basic == "00010101T000000Z")
  }

  @Test(
    "every usual spelling of the same moment is read",
    arguments: [
      "2020-04-28T14:00:00Z", "2020-04-28T14:00Z", "2020-04-28t14:00:00z", "2020-04-28 14:00:00Z",
      "2020-04-28_14:00:00Z", "2020-04-28T17:00:00+03:00", "2020-04-28T07:00:00-0700", "2020-04-28T17:00+03",
      "2020-04-28T19:30:00+05:30", "2020-04-28 14:00:00 +0000", "2020-04-28T14:00:00.000Z",
      "2020-04-28T14:00:00.0000001Z", "2020-04-28T14:00:00-00:00", "2020-04-29T00:00:00,0+10:00",
    ])
  func reading(text: String) {
    #expect(Instant(iso8601: text) == opening)
  }

  @Test("fractions of a second are read to the millisecond")
  func fractions() {
    #expect(Instant(iso8601: "2020-04-28T14:00:00.5Z")?.milliseconds == 1_588_082_400_500)
    #expect(Instant(iso8601: "2020-04-28T14:00:00.123987Z")?.milliseconds == 1_588_082_400_123)
  }

  @Test(
    "what is no instant is refused",
    arguments: [
      "", "now", "2020-13-01T00:00:00Z", "2020-00-01T00:00:00Z", "2020-02-30T00:00:00Z", "2019-02-29T00:00:00Z",
      "2020-04-28T25:00:00Z", "2020-04-28T24:00:00Z", "2020-04-28T14:60:00Z", "2020-04-28T14:00:61Z",
      "2020-04-28T14:00:00", "2020-04-28", "2020-04-28T14Z", "2020-4-28T14:00:00Z", "2020-04-28T14:00:00.Z",
      "2020-04-28T14:00:00+24:00", "2020-04-28T14:00:00+03:60", "2020-04-28T14:00:00+", "2020-04-28T14:00:00Zulu",
      "0000-04-28T14:00:00Z", "20200428T140000Z", " 2020-04-28T14:00:00Z", "2020-04-28T14:00:00Z ",
      "٢٠٢٠-04-28T14:00:00Z", "2020-04-28T14:00:00\u{0}Z", "2020-04-28T14:00:00+99999999999999999999999",
      "2020-04-28T14:00:00." + String(repeating: "9", count: 5000) + "Z",
    ])
  func refusing(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test("what is written reads back as the same instant")
  func roundTrip() {
    var dice = TimeDice(seed: 1)
    for _ in 0..<2000 {
      let range = Instant.earliest.milliseconds...Instant.latest.milliseconds
      let instant = Instant(milliseconds: .random(in: range, using: &dice))
      #expect(Instant(iso8601: instant.iso8601) == instant)
    }
  }

  @Test("the text is the same as Foundation's")
  func foundation() {
    let formatter = ISO8601DateFormatter()
    var dice = TimeDice(seed: 2)
    for _ in 0..<500 {
      let seconds = Int64.random(in: -10_000_000_000...100_000_000_000, using: &dice)
      let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(Instant(seconds: seconds).iso8601 == expected)
    }
  }

  @Test("amounts are added and subtracted")
  func arithmetic() {
    #expect(opening.adding(minutes: 90).iso8601 == "2020-04-28T15:30:00Z")
    #expect(opening.adding(seconds: -1).iso8601 == "2020-04-28T13:59:59Z")
    #expect(opening.adding(minutes: 2) - opening == 120_000)
    #expect(opening < opening.adding(seconds: 1))
  }

  @Test("nothing leads out of the years 0001 to 9999, and nothing overflows")
  func clamping() {
    #expect(Instant(milliseconds: .max).iso8601 == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .min).iso8601 == "0001-01-01T00:00:00Z")
    #expect(Instant(seconds: .max) == .latest)
    #expect(opening.adding(minutes: .max) == .latest)
    #expect(opening.adding(seconds: .min) == .earliest)
    #expect(Instant.earliest.adding(minutes: .min) == .earliest)
    #expect(Instant(iso8601: "0001-01-01T00:00:00+14:00") == .earliest)
    #expect(Instant.latest - Instant.earliest == 315_537_897_599_999)
  }

  @Test("an instant is stored as a whole number of milliseconds")
  func coding() throws {
    #expect(String(decoding: try JSONEncoder().encode([opening]), as: UTF8.self) == "[1588082400000]")
    #expect(try JSONDecoder().decode([Instant].self, from: Data("[1588082400000]".utf8)) == [opening])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data("[\"x\"]".utf8)) }
  }
}
