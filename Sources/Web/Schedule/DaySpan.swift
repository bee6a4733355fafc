import Conference

/// A day in a zone, from midnight to midnight: 24 hours, or 23 or 25 where clocks are changed.
struct DaySpan {
  let day: Day
  let zone: Zone
  let start: Instant
  let end: Instant

  init(_ day: Day, zone: Zone) {
    self.day = day
    self.zone = zone
    start = Self.midnight(day, zone)
    end = Self.midnight(day.adding(days: 1), zone)
  }

  func holds(_ session: Session) -> Bool { session.start < end && session.end > start }

  /// When clocks are changed on the day; nil on nearly all days.
  var change: Instant? {
    let offset = zone.offset(at: start)
    var (before, after) = (start, end.adding(seconds: -1))
    guard zone.offset(at: after) != offset else { return nil }
    while after - before > 1000 {
      let middle = before.adding(seconds: Int((after - before) / 2000))
      if zone.offset(at: middle) == offset { before = middle } else { after = middle }
    }
    return after
  }

  /// The quarter of an hour of the day in which the instant lies, the first or last if it lies outside.
  func quarter(of instant: Instant) -> Int {
    let inside = min(max(instant, start), end)
    return Int((inside - start) / Self.quarter)
  }

  /// Quarters that a session takes up here, a begun one counted whole; at least one.
  func quarters(of session: Session) -> Range<Int> {
    let first = quarter(of: session.start)
    let last = Int((min(session.end, end) - start + Self.quarter - 1) / Self.quarter)
    return first..<max(last, first + 1)
  }

  /// Whether a session takes up so much of the day that it has no place among the hours.
  func isFilled(by session: Session) -> Bool {
    min(session.end, end) - max(session.start, start) >= 16 * 3_600_000
  }

  private static let quarter: Int64 = 15 * 60_000

  private static func midnight(_ day: Day, _ zone: Zone) -> Instant {
    guard let wall = WallTime(day: day, hour: 0, minute: 0) else { return .earliest }
    return zone.instant(of: wall)
  }
}
