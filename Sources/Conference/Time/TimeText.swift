/// Dates and times in English, as the pages say them; the zone's name is for the page to add.
public enum TimeText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let shortMonths = months.map { String($0.prefix(3)) }

  /// "Tue 28 Apr".
  public static func dayText(_ day: Day) -> String {
    day.weekday.shortName + " " + String(day.day) + " " + shortMonths[day.month - 1]
  }

  /// "Tuesday 28 April 2020".
  public static func longDayText(_ day: Day) -> String {
    "\(day.weekday.name) \(day.day) \(months[day.month - 1]) \(day.year)"
  }

  /// "14:00", what a wall clock in the zone shows.
  public static func clock(_ instant: Instant, zone: Zone) -> String {
    clock(zone.wall(at: instant))
  }

  /// "+1 day", "−1 day", "+2 days": how far the instant's day in the zone is from the reference; "" on the same day.
  public static func dayShift(of instant: Instant, from reference: Day, zone: Zone) -> String {
    dayShift(zone.day(at: instant).number - reference.number)
  }

  /// "14:00 to 16:00", with "(+1 day)" after what is not on the reference day, as in "23:00 to 01:00 (+1 day)".
  public static func range(start: Instant, end: Instant, zone: Zone, reference: Day) -> String {
    range(zone.wall(at: start), zone.wall(at: end), reference: reference)
  }

  /// "Tue 28 Apr, 14:00 to 16:00", or "Sun 26 Apr, 09:00 to Thu 30 Apr, 17:00" where the end is days later.
  public static func when(start: Instant, end: Instant, zone: Zone) -> String {
    let (first, last) = (zone.wall(at: start), zone.wall(at: end))
    guard abs(last.day.number - first.day.number) > 1 else {
      return dayText(first.day) + ", " + range(first, last, reference: first.day)
    }
    return "\(dayText(first.day)), \(clock(first)) to \(dayText(last.day)), \(clock(last))"
  }

  /// The month, 1 to 12, that begins with at least three letters in lower case.
  static func month(word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }

  private static func clock(_ wall: WallTime) -> String {
    var text = ""
    text.append(pair: wall.hour)
    text += ":"
    text.append(pair: wall.minute)
    return text
  }

  private static func range(_ first: WallTime, _ last: WallTime, reference: Day) -> String {
    let (firstShift, lastShift) = (first.day.number - reference.number, last.day.number - reference.number)
    let opening = firstShift == lastShift ? clock(first) : marked(first, shift: firstShift)
    return opening + " to " + marked(last, shift: lastShift)
  }

  private static func marked(_ wall: WallTime, shift: Int) -> String {
    shift == 0 ? clock(wall) : "\(clock(wall)) (\(dayShift(shift)))"
  }

  private static func dayShift(_ days: Int) -> String {
    guard days != 0 else { return "" }
    return "\(days > 0 ? "+" : "−")\(abs(days)) \(abs(days) == 1 ? "day" : "days")"
  }
}
