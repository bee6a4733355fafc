/// A time of day in whole minutes, from 00:00 to 24:00, the midnight at the day's end.
public struct ClockTime: Hashable, Comparable, Sendable {
  /// Since midnight, 0 to 1440.
  public let minutes: Int

  public var hour: Int { minutes / 60 }
  public var minute: Int { minutes % 60 }

  /// Nil unless within 00:00 to 24:00.
  public init?(hour: Int, minute: Int) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
    minutes = hour * 60 + minute
  }

  /// Reads "17:00", "5:00 AM", "9 a.m.", "14:15 PM" (which is 14:15), "12 PM" (noon), "noon", "midnight" and "24:00".
  public init?(text: String) {
    guard var scanner = TextScanner(text.lowercased()) else { return nil }
    scanner.skipSpaces()
    guard let reading = ClockReading(&scanner), let time = reading.time() else { return nil }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    self = time
  }

  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minutes < right.minutes
  }
}

extension WallTime {
  /// The time on the day; 24:00 is 00:00 on the day after.
  public init(day: Day, clock: ClockTime) {
    self.init(utcSeconds: Int64(day.number * 86_400 + clock.minutes * 60))
  }
}
