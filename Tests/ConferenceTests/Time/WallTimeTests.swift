import Testing

@testable import Conference

@Suite struct WallTimeTests {
  @Test("a time without a zone is read in the spellings of imports and forms")
  func reading() {
    for text in ["2020-07-06_05:00:00", "2020-07-06 05:00", "2020-07-06T05:00:00", " 2020-07-06T05:00:00.000\t"] {
      #expect(WallTime(text: text)?.iso == "2020-07-06T05:00:00", "\(text)")
    }
  }

  @Test("a time with an offset, or one that no wall shows, is refused")
  func refusing() {
    let texts = [
      "", "2020-07-06", "2020-07-06T05:00:00Z", "2020-07-06T05:00+03:00", "2020-07-06T24:00", "2020-02-30T05:00",
      "2020-07-06T05", "2020-07-06T5:00", "2020-07-06-05:00", "2020-07-06T05:00:60",
    ]
    for text in texts { #expect(WallTime(text: text) == nil, "\(text)") }
  }

  @Test("hours, minutes and seconds have bounds")
  func bounds() {
    let day = Day(number: 0)
    #expect(WallTime(day: day, hour: 23, minute: 59, second: 59) != nil)
    #expect(WallTime(day: day, hour: 24, minute: 0) == nil)
    #expect(WallTime(day: day, hour: 0, minute: 60) == nil)
    #expect(WallTime(day: day, hour: 0, minute: 0, second: -1) == nil)
  }
}
