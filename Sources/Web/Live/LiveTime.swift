import Conference
import Markup

/// A time in a fragment that is the same for everybody: in UTC, until it is written in the visitor's zone, in a page by `LocalTimes` and in what a
/// stream tells by the page's script.
enum LiveTime {
  static func html(_ instant: Instant) -> HTML {
    "<time datetime=\"\(instant.iso8601)\" data-local>\(TimeText.dayText(Zone.utc.day(at: instant))), \(TimeText.clock(instant, zone: .utc)) UTC</time>"
  }

  /// The end of what begins at another time: without its day where that is the same.
  static func end(_ end: Instant, of start: Instant) -> HTML {
    let day = Zone.utc.day(at: end)
    let date = day == Zone.utc.day(at: start) ? "" : "\(TimeText.dayText(day)), "
    return """
      <time datetime="\(end.iso8601)" data-local data-after="\(start.iso8601)">\(date)\(TimeText.clock(end, zone: .utc)) UTC</time>
      """
  }
}
