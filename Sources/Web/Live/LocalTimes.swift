import Conference
import Markup

/// Writes the times of a page that are the same for everybody (`LiveTime`) in the zone of its reader, in the words of `live-apply.js`, which does so
/// with what streams tell.
struct LocalTimes {
  let zone: Zone
  let now: Instant

  /// The same page, in which no time is left to scripts.
  func written(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    var (copied, index) = (0, 0)
    while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      var reader = TimeReader(page: page, position: start)
      guard let time = reader.time() else { continue }
      result += page[copied..<start]
      result += html(time.instant, after: time.start).bytes
      (copied, index) = (reader.position, reader.position)
    }
    result += page[copied...]
    return result
  }

  private func html(_ instant: Instant, after start: Instant?) -> HTML {
    let (day, clock) = (zone.day(at: instant), TimeText.clock(instant, zone: zone))
    let text = "\(TimeText.dayText(day)), \(clock)"
    // The day of today goes without saying, as does the day on which it began.
    let isKnown = day == zone.day(at: now) || day == start.map { zone.day(at: $0) }
    return """
      <time datetime="\(instant.iso8601)" title="\(text) (\(zone.id))">\(isKnown ? clock : text)</time>
      """
  }
}

/// Reads on in a page from where an element begins.
private struct TimeReader {
  let page: [UInt8]
  var position: Int

  /// The whole element, where it is as `LiveTime` writes it: its time, and when that began whose end it is.
  mutating func time() -> (instant: Instant, start: Instant?)? {
    guard take("<time datetime=\""), let written = text(until: "\""), take("\" data-local"),
      let instant = Instant(iso8601: written)
    else { return nil }
    var start: Instant?
    if take(" data-after=\"") {
      start = text(until: "\"").flatMap { Instant(iso8601: $0) }
      guard take("\"") else { return nil }
    }
    guard take(">"), text(until: "<") != nil, take("</time>") else { return nil }
    return (instant, start)
  }

  private mutating func text(until end: Unicode.Scalar) -> String? {
    guard let found = page[position...].firstIndex(of: UInt8(ascii: end)) else { return nil }
    defer { position = found }
    return String(decoding: page[position..<found], as: UTF8.self)
  }

  private mutating func take(_ text: String) -> Bool {
    guard page[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }
}
