/// Times as schedules write them.
enum ScheduleTime {
  /// "2020-04-28T14:00:00+02:00", in the zone.
  static func date(_ instant: Instant, in zone: Zone) -> String {
    let minutes = zone.offset(at: instant) / 60
    return zone.wall(at: instant).iso + (minutes < 0 ? "-" : "+") + clock(minutes: abs(minutes))
  }

  /// "14:00", in the zone.
  static func clock(_ instant: Instant, in zone: Zone) -> String {
    let wall = zone.wall(at: instant)
    return clock(minutes: wall.hour * 60 + wall.minute)
  }

  /// "02:00", at most "99:59", since there are no more than two digits for the hours in `schedule.xml`.
  static func duration(from start: Instant, to end: Instant) -> String {
    clock(minutes: Int(min(max(end.seconds - start.seconds, 0) / 60, 99 * 60 + 59)))
  }

  private static func clock(minutes: Int) -> String {
    "\(digits(minutes / 60)):\(digits(minutes % 60))"
  }

  private static func digits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
