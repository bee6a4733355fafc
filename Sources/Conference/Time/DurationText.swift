extension TimeText {
  /// "2 h", "1 h 30 min" or "45 min", to the nearest minute; what is shorter is "1 min", and nothing "0 min".
  public static func duration(milliseconds: Int64) -> String {
    guard milliseconds > 0 else { return "0 min" }
    let minutes = milliseconds / 60_000 + (milliseconds % 60_000 >= 30_000 ? 1 : 0)
    return duration(minutes: max(1, minutes))
  }

  /// The time from start to end, as "1 h 30 min".
  public static func duration(start: Instant, end: Instant) -> String {
    duration(milliseconds: end - start)
  }

  /// "in 8 min" or "in 2 h 5 min", with begun minutes counted whole; from 24 hours on "in 3 days", to the nearest
  /// day; "now" once it has begun.
  public static func startsIn(_ start: Instant, now: Instant) -> String {
    start > now ? "in \(span(start - now))" : "now"
  }

  /// "8 min left", counted as in ``startsIn(_:now:)``; "over" once it has ended.
  public static func left(until end: Instant, now: Instant) -> String {
    end > now ? "\(span(end - now)) left" : "over"
  }

  private static func span(_ milliseconds: Int64) -> String {
    let minutes = (milliseconds + 59_999) / 60_000
    guard minutes >= 24 * 60 else { return duration(minutes: minutes) }
    let days = (minutes + 12 * 60) / (24 * 60)
    return days == 1 ? "1 day" : "\(days) days"
  }

  private static func duration(minutes: Int64) -> String {
    switch (minutes / 60, minutes % 60) {
    case (0, let rest): "\(rest) min"
    case (let hours, 0): "\(hours) h"
    case (let hours, let rest): "\(hours) h \(rest) min"
    }
  }
}
