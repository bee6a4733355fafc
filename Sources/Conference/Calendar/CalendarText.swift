/// Calendars as text that calendar programs download and subscribe to (RFC 5545, RFC 7986).
public struct CalendarText {
  static let product = "-//Hatata//Hatata 0.1//EN"

  /// A calendar of the items, sorted by their start, then their uid.
  ///
  /// - Parameters:
  ///   - color: a CSS color name or "#RRGGBB"; anything else is left out.
  ///   - url: where the same is shown as a page.
  ///   - source: where the calendar itself can be fetched again; calendar programs ask there every hour.
  public static func ics(
    name: String, description: String? = nil, color: String? = nil, url: String? = nil, source: String? = nil,
    items: [CalendarItem]
  ) -> String {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", product)
    lines.add("CALSCALE", "GREGORIAN")
    addNames(name: name, description: description, to: &lines)
    addColor(color, to: &lines)
    lines.add("URL", uri: url)
    lines.add("SOURCE;VALUE=URI", uri: source)
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
    lines.add("X-PUBLISHED-TTL", "PT1H")
    for item in items.sorted(by: { ($0.start, $0.uid) < ($1.start, $1.uid) }) { add(item, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  /// Each under its name in RFC 7986 and under the older one that most programs still read.
  private static func addNames(name: String, description: String?, to lines: inout CalendarLines) {
    lines.add("NAME", text: name)
    lines.add("X-WR-CALNAME", text: name)
    lines.add("DESCRIPTION", text: description)
    lines.add("X-WR-CALDESC", text: description)
  }

  /// COLOR must be a CSS name (RFC 7986, 5.9), which for digits is the nearest; Apple's own property takes them as they are.
  private static func addColor(_ color: String?, to lines: inout CalendarLines) {
    guard let color, !color.isEmpty else { return }
    if color.allSatisfy({ $0.isASCII && $0.isLetter }) {
      lines.add("COLOR", color.lowercased())
    } else if let color = HexColor(color) {
      lines.add("COLOR", ColorNames.nearest(to: color))
      lines.add("X-APPLE-CALENDAR-COLOR", color.text)
    }
  }

  private static func add(_ item: CalendarItem, to lines: inout CalendarLines) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: item.uid)
    addTimes(of: item, to: &lines)
    lines.add("STATUS", item.isCancelled ? "CANCELLED" : "CONFIRMED")
    lines.add("TRANSP", item.isCancelled ? "TRANSPARENT" : "OPAQUE")
    lines.add("SUMMARY", text: item.summary)
    lines.add("DESCRIPTION", text: item.description)
    lines.add("LOCATION", text: item.location)
    lines.add("URL", uri: item.url)
    lines.add("CATEGORIES", texts: item.categories)
    lines.add("END", "VEVENT")
  }

  private static func addTimes(of item: CalendarItem, to lines: inout CalendarLines) {
    // Without a METHOD, DTSTAMP says when the item was last revised, not when it was written (RFC 5545, 3.8.7.2).
    lines.add("DTSTAMP", item.modified.basic)
    lines.add("LAST-MODIFIED", item.modified.basic)
    lines.add("SEQUENCE", String(max(0, item.sequence)))
    lines.add("DTSTART", item.start.basic)
    // An end has to be later than the start (3.8.2.2); without one the item ends as it starts.
    if item.end.seconds > item.start.seconds { lines.add("DTEND", item.end.basic) }
  }
}
