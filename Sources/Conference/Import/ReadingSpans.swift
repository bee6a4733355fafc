import Foundation

/// A day and a time of day, with the zone that is written behind them.
struct WrittenMoment {
  var wall: WallTime
  var zone: Zone?
}

/// Start and end where both stand in one cell.
extension FolderReading {
  /// "14:00-15:30" in a column "time", with the day in a column beside it, or "Monday 2020-07-06 8am-9am AEST" in one;
  /// nil where there is no span of time.
  func writtenSpan(_ record: Record) -> (day: String?, range: TimeRange, place: Place)? {
    if let range = record.text("time").flatMap({ TimeRange(text: $0) }) {
      return (record.text(any: Self.dayNames), range, record.place("time"))
    }
    for names in [Self.dayNames, ["time"]] {
      guard let found = record.text(any: names).flatMap({ datedRange($0) }) else { continue }
      return (found.day, found.range, record.place(any: names))
    }
    return nil
  }

  /// "Monday, May 3, 23:00-01:00 UTC": a day and a span of time behind it.
  func datedRange(_ text: String) -> (day: String, range: TimeRange)? {
    guard text.utf8.count <= 100 else { return nil }
    for index in text.indices where text[index] == " " {
      let head = text[..<index].trimmingCharacters(in: [" ", ","])
      guard let range = TimeRange(text: String(text[index...])) else { continue }
      if day(of: head) != nil || Weekday(text: head) != nil { return (head, range) }
    }
    return nil
  }

  /// "2021-05-03 23:00 - 2021-05-04 01:00 UTC": two times with days of their own; a zone behind the end is the start's,
  /// too, unless that has one.
  func writtenMoments(_ text: String) -> (start: WrittenMoment, end: WrittenMoment)? {
    for separator in [" - ", " – ", " — ", " to ", " until "] {
      let parts = text.components(separatedBy: separator)
      guard parts.count == 2, var start = moment(parts[0]), var end = moment(parts[1]) else { continue }
      start.zone = start.zone ?? end.zone
      end.zone = end.zone ?? start.zone
      return (start, end)
    }
    return nil
  }

  private func moment(_ text: String) -> WrittenMoment? {
    if let instant = Instant(iso8601: text) ?? writtenInstant(text) {
      return WrittenMoment(wall: Zone.utc.wall(at: instant), zone: .utc)
    }
    if let wall = WallTime(text: text) ?? writtenTime(text) { return WrittenMoment(wall: wall, zone: nil) }
    guard let space = text.lastIndex(of: " "), let zone = Zones.understood(String(text[text.index(after: space)...])),
      let wall = WallTime(text: String(text[..<space])) ?? writtenTime(String(text[..<space]))
    else { return nil }
    return WrittenMoment(wall: wall, zone: zone)
  }

  func times(of moments: (start: WrittenMoment, end: WrittenMoment), _ record: Record, at place: Place)
    -> (start: Instant, end: Instant)?
  {
    guard let startZone = moments.start.zone ?? zone(of: record), let endZone = moments.end.zone ?? zone(of: record),
      let start = instant(of: moments.start.wall, in: startZone, at: place),
      let end = instant(of: moments.end.wall, in: endZone, at: place)
    else { return nil }
    return ordered(start, end, at: place)
  }

  func times(of span: (day: String?, range: TimeRange, place: Place), _ record: Record)
    -> (start: Instant, end: Instant)?
  {
    guard let text = span.day else {
      error(record.place, "there is no day", "add a column “date” with days such as 2020-04-28")
      return nil
    }
    let day = day(of: text)
    if day == nil { unknownDay(text, at: record.place(any: Self.dayNames)) }
    guard let zone = span.range.zone ?? self.zone(of: record), let day else { return nil }
    let last = span.range.endsNextDay ? day.adding(days: 1) : day
    guard let start = instant(of: span.range.start.wall(on: day), in: zone, at: span.place),
      let end = instant(of: span.range.end.wall(on: last), in: zone, at: span.place)
    else { return nil }
    if span.range.endsNextDay { noteNight(from: start, to: end, at: span.place) }
    return ordered(start, end, at: span.place)
  }
}
