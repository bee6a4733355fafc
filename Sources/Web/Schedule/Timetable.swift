import Conference

/// A day's sessions placed on a grid of quarters of an hour, from the first hour in which something is on to the last.
struct Timetable {
  /// Blocks that begin together.
  struct Slot {
    var start: Instant
    /// They began on a day before.
    var isEarlier: Bool
    var blocks: [TimetableBlock]
  }

  let span: DaySpan
  /// What fills (almost) the whole day, and so has no place in the grid.
  let allDay: [Session]
  /// By time.
  let slots: [Slot]
  /// Shown whole hours from midnight.
  let hours: Range<Int>

  init(_ sessions: [Session], on span: DaySpan) {
    self.span = span
    allDay = sessions.filter { span.isFilled(by: $0) }
    let blocks = TimetableLanes.placed(TimetableBundles.blocks(sessions.filter { !span.isFilled(by: $0) }, in: span))
    hours = Self.hours(of: blocks)
    slots = Self.slots(blocks, span)
  }

  private static func hours(of blocks: [TimetableBlock]) -> Range<Int> {
    let first = (blocks.map(\.span.lowerBound).min() ?? 0) / 4
    let last = ((blocks.map(\.span.upperBound).max() ?? 0) + 3) / 4
    return first..<max(first, last)
  }

  private static func slots(_ blocks: [TimetableBlock], _ span: DaySpan) -> [Slot] {
    var slots: [Slot] = []
    for block in blocks.sorted(by: { ($0.start, $0.lane) < ($1.start, $1.lane) }) {
      let isEarlier = block.start < span.start
      let start = isEarlier ? span.start : block.start
      if let last = slots.last, last.start == start, last.isEarlier == isEarlier {
        slots[slots.count - 1].blocks.append(block)
      } else {
        slots.append(Slot(start: start, isEarlier: isEarlier, blocks: [block]))
      }
    }
    return slots
  }

  /// The row in which a quarter of an hour from midnight stands, held inside of what is shown.
  func row(_ quarter: Int) -> Int {
    min(max(quarter, hours.lowerBound * 4), hours.upperBound * 4) - hours.lowerBound * 4
  }

  /// The classes that put something in its rows: "at-4 for-8".
  func place(_ quarters: Range<Int>) -> String {
    let first = row(quarters.lowerBound)
    return "at-\(first) for-\(min(max(1, row(quarters.upperBound) - first), 96))"
  }

  func place(_ block: TimetableBlock) -> String {
    "\(place(block.span)) lane-\(block.lane) of-\(block.lanes)\(block.width > 1 ? " wide-\(block.width)" : "")"
  }

  /// The rows from 22 to 7 on the wall clock.
  var nights: [Range<Int>] {
    let isNight = { (hour: Int) in
      let wall = span.zone.wall(at: span.start.adding(minutes: hour * 60)).hour
      return wall >= 22 || wall < 7
    }
    var nights: [Range<Int>] = []
    for hour in hours where isNight(hour) {
      if let last = nights.last, last.upperBound == hour * 4 {
        nights[nights.count - 1] = last.lowerBound..<(hour + 1) * 4
      } else {
        nights.append(hour * 4..<(hour + 1) * 4)
      }
    }
    return nights
  }
}
