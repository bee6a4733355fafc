import Conference
import Testing

@testable import Web

@Suite struct TimetableTests {
  /// A generator that gives the same numbers each time (Knuth's MMIX).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ range: Range<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
  }

  /// Sessions that are on at some time of the day, some from the day before or into the one after, some of them alike.
  private func sessions(_ dice: inout Dice, on span: DaySpan) -> [Session] {
    let kinds: [Session.Kind] = [.poster, .workshop, .social, .keynote, .expo]
    let isCrowded = dice.roll(0..<3) == 0
    return (0..<dice.roll(1..<60)).map { number in
      let start = span.start.adding(minutes: isCrowded ? dice.roll(0..<9) * 20 : dice.roll(-90..<1_380))
      let minutes = dice.roll(0..<20) == 0 ? 1_000 : dice.roll(1..<40) * 10 + (start < span.start ? 90 : 0)
      return Session(
        id: "s\(number)", kind: kinds[dice.roll(0..<kinds.count)], title: "S", start: start,
        end: start.adding(minutes: minutes))
    }.filter { span.holds($0) }
  }

  private func blocks(_ table: Timetable) -> [TimetableBlock] { table.slots.flatMap(\.blocks) }

  @Test(
    "whatever a day is like, every session is in the timetable once, blocks that overlap have lanes of their own, and there are at most six",
    arguments: [("UTC", "2026-04-28"), ("Europe/Berlin", "2026-03-29"), ("America/New_York", "2026-11-01")])
  func anyDay(zone: String, day: String) throws {
    let span = DaySpan(try #require(Day(iso: day)), zone: try #require(Zones.named(zone)))
    var dice = Dice(state: 7)
    var (mostLanes, bundles, widths) = (0, 0, 0)
    for _ in 0..<150 {
      let sessions = sessions(&dice, on: span)
      let table = Timetable(sessions, on: span)
      let blocks = blocks(table)
      let shown = (table.allDay + blocks.flatMap(\.sessions)).map(\.id)
      try #require(shown.sorted() == sessions.map(\.id).sorted())
      for (index, block) in blocks.enumerated() {
        let lanes = block.lane..<block.lane + block.width
        try #require(block.lane >= 1 && block.width >= 1 && lanes.upperBound - 1 <= block.lanes && block.lanes <= 6)
        try #require(
          block.sessions.allSatisfy { span.quarters(of: $0).clamped(to: block.span) == span.quarters(of: $0) })
        for other in blocks[(index + 1)...] where other.span.overlaps(block.span) {
          try #require(other.lanes == block.lanes, "they share one width")
          try #require(!lanes.overlaps(other.lane..<other.lane + other.width))
        }
        (mostLanes, widths) = (max(mostLanes, block.lanes), max(widths, block.width))
        bundles += block.isBundle ? 1 : 0
      }
      // By time, all within the hours that are shown.
      try #require(table.slots.map(\.start) == table.slots.map(\.start).sorted())
      try #require(
        blocks.allSatisfy {
          table.hours.lowerBound * 4 <= $0.span.lowerBound && $0.span.upperBound <= table.hours.upperBound * 4
        })
    }
    #expect(mostLanes == 6 && bundles > 0 && widths > 1, "the days that were tried were full enough")
  }

  /// Sessions at hours and minutes of the story's second day.
  private func table(_ sessions: [(Session.Kind, String, String)]) throws -> Timetable {
    let span = DaySpan(try #require(Day(iso: "2026-04-28")), zone: .utc)
    return Timetable(
      try sessions.enumerated().map { index, session in
        Session(
          id: "s\(index)", kind: session.0, title: "S",
          start: try #require(Instant(iso8601: "2026-04-28T\(session.1):00Z")),
          end: try #require(Instant(iso8601: "2026-04-28T\(session.2):00Z")))
      }, on: span)
  }

  @Test("what is on at the same time stands side by side, and what is alone has the whole width")
  func lanes() throws {
    let table = try table([
      (.keynote, "09:00", "10:00"), (.poster, "10:00", "12:00"), (.workshop, "10:00", "11:00"),
      (.social, "11:00", "12:00"),
      (.expo, "11:30", "12:30"),
    ])
    let places = blocks(table).map { "\($0.sessions[0].id) \($0.lane)/\($0.lanes) wide \($0.width)" }
    #expect(places == ["s0 1/1 wide 1", "s1 1/3 wide 1", "s2 2/3 wide 2", "s3 2/3 wide 1", "s4 3/3 wide 1"])
    #expect(table.hours == 9..<13)
    #expect(table.slots.map(\.blocks.count) == [1, 2, 1, 1])
  }

  @Test("four of a kind at one time are one block, three are three, and what lasts nearly the day stands apart")
  func bundles() throws {
    let workshop: (Session.Kind, String, String) = (.workshop, "09:00", "12:00")
    let four = try table([workshop, workshop, workshop, workshop, (.poster, "09:00", "10:00")])
    #expect(blocks(four).map(\.sessions.count).sorted() == [1, 4])
    let three = try table([workshop, workshop, workshop])
    #expect(blocks(three).map(\.lanes) == [3, 3, 3])
    let day = try table([(.expo, "02:00", "20:00"), (.poster, "09:00", "10:00")])
    #expect(day.allDay.map(\.id) == ["s0"] && blocks(day).map(\.lanes) == [1])
  }
}
