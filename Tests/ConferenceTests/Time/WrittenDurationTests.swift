import Testing

@testable import Conference

@Suite struct WrittenDurationTests {
  @Test(
    "lengths are understood as people write them",
    arguments: [
      ("90 min", .minutes(90)), ("90 minutes", .minutes(90)), ("1h30", .minutes(90)), ("1 h 30 min", .minutes(90)),
      ("30m", .minutes(30)), ("1:30", .minutes(90)), ("1:30:00", .minutes(90)), ("1.5 h", .minutes(90)),
      ("1,5h", .minutes(90)), ("2 Hours", .minutes(120)), ("PT1H30M", .minutes(90)), ("45'", .minutes(45)),
      ("90", .number(90)), ("0.5", .number(0.5)), ("0,5", .number(0.5)),
    ] as [(String, WrittenDuration)])
  func understood(text: String, expected: WrittenDuration) { #expect(WrittenDuration(text: text) == expected) }

  @Test(
    "what is no length, or none that a session has, is not understood",
    arguments: ["", "long", "0", "-5", "1:75", "1h75", "nan", "1e3", "99999999", "400 h", "0 min"])
  func others(text: String) { #expect(WrittenDuration(text: text) == nil) }
}
