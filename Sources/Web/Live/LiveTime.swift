import Conference
import Markup

/// A time in a fragment that is the same for everybody: in UTC, until the page's script writes it in the visitor's zone.
enum LiveTime {
  static func html(_ instant: Instant) -> HTML {
    "<time datetime=\"\(instant.iso8601)\" data-local>\(TimeText.dayText(Zone.utc.day(at: instant))), \(TimeText.clock(instant, zone: .utc)) UTC</time>"
  }
}
