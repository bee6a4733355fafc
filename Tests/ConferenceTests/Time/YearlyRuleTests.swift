import Testing

@testable import Conference

@Suite struct YearlyRuleTests {
  private func offset(_ rule: String, _ time: String) throws -> Int {
    let seconds = try #require(Instant(iso8601: time)).seconds
    return try #require(YearlyRule(text: rule)).period(at: seconds).offset / 3600
  }

  @Test("a rule without summer holds for ever")
  func standardOnly() throws {
    #expect(try #require(YearlyRule(text: "<+0545>-5:45")).period(at: 0).offset == 20_700)
    #expect(try offset("WAT-1", "2400-07-01T00:00:00Z") == 1)
  }

  @Test("the n-th and the last weekday of a month are found")
  func weekdays() throws {
    let rule = "EST5EDT,M3.2.0,M11.1.0"
    #expect(try offset(rule, "2040-03-11T06:59:59Z") == -5)
    #expect(try offset(rule, "2040-03-11T07:00:00Z") == -4)
    #expect(try offset(rule, "2040-11-04T05:59:59Z") == -4)
    #expect(try offset(rule, "2040-11-04T06:00:00Z") == -5)
    let last = "CET-1CEST,M3.5.0,M10.5.0/3"
    #expect(try offset(last, "2043-03-29T00:59:59Z") == 1)
    #expect(try offset(last, "2043-03-29T01:00:00Z") == 2)
  }

  @Test("in the south summer lasts over the new year")
  func south() throws {
    let rule = "NZST-12NZDT,M9.5.0,M4.1.0/3"
    #expect(try offset(rule, "2050-01-01T00:00:00Z") == 13)
    #expect(try offset(rule, "2050-06-01T00:00:00Z") == 12)
    #expect(try offset(rule, "2050-12-31T23:00:00Z") == 13)
  }

  @Test("changes may be on the day before or days after the one named")
  func wideTimes() throws {
    let nuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"
    #expect(try offset(nuuk, "2040-03-25T00:59:59Z") == -2)
    #expect(try offset(nuuk, "2040-03-25T01:00:00Z") == -1)
    let gaza = "EET-2EEST,M3.4.4/50,M10.4.4/50"
    #expect(try offset(gaza, "2040-03-23T23:59:59Z") == 2)
    #expect(try offset(gaza, "2040-03-24T00:00:00Z") == 3)
  }

  @Test("days of the year are counted with and without February 29")
  func dayNumbers() throws {
    let julian = "AAA0BBB,J60/0,J61/0"
    #expect(try offset(julian, "2040-02-29T12:00:00Z") == 0)
    #expect(try offset(julian, "2040-03-01T12:00:00Z") == 1)
    #expect(try offset(julian, "2041-03-01T12:00:00Z") == 1)
    let counted = "AAA0BBB,59/0,60/0"
    #expect(try offset(counted, "2040-02-29T12:00:00Z") == 1)
    #expect(try offset(counted, "2041-03-01T12:00:00Z") == 1)
    #expect(try offset(counted, "2041-02-28T12:00:00Z") == 0)
  }

  @Test("summer all year is summer at every hour, also around the new year")
  func perpetualSummer() throws {
    let start = try #require(Instant(iso8601: "2040-12-28T00:00:00Z"))
    let rule = try #require(YearlyRule(text: "EST5EDT,0/0,J365/25"))
    for hour in 0..<240 {
      #expect(rule.period(at: start.adding(minutes: hour * 60).seconds).offset == -4 * 3600)
    }
  }

  @Test("a period begins and ends at the changes around it")
  func periods() throws {
    let rule = try #require(YearlyRule(text: "CET-1CEST,M3.5.0,M10.5.0/3"))
    let start = try #require(Instant(iso8601: "2043-03-29T01:00:00Z")).seconds
    let end = try #require(Instant(iso8601: "2043-10-25T01:00:00Z")).seconds
    #expect(rule.period(at: start) == .init(start: start, end: end, offset: 7200))
    #expect(rule.period(at: end - 1) == .init(start: start, end: end, offset: 7200))
    #expect(rule.period(at: start - 1).end == start)
    #expect(rule.period(at: end).start == end)
  }

  @Test(
    "what is no rule is refused",
    arguments: [
      "", "A", "AB1", "UTC", "UTC25", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0",
      "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J10", "EST5EDT,J366,J10", "EST5EDT,366,10", "EST5EDT,M3.2.0/168,M11.1.0",
      "<+0", "<+03", "<+03>", "<>3", "EST5EDT,M3.2.0,M11.1.0 ", "EST5EDT,M3.2.0,M11.1.0,", "EST5:60", "EST5:00:99",
      "EST99999999999999999999999",
    ])
  func refusing(text: String) {
    #expect(YearlyRule(text: text) == nil)
  }
}
