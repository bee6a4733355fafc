import Foundation

/// When something is: in one cell, or in one for the day and one for the time of day, as spreadsheets like to have it.
extension FolderReading {
  static let startNames = ["start", "starttime", "start_time", "time_start", "begin", "begins", "datetime"]
  private static let endNames = ["end", "endtime", "end_time", "time_end", "ends"]
  static let dayNames = ["start_date", "date", "day"]
  private static let zoneNames = ["timezone", "zone", "tz", "time_zone"]

  /// An instant: with its own offset, else in the record's zone, else in UTC; errors stand at the cell that is wrong.
  func instant(_ record: Record, _ names: String...) -> Instant? { instant(record, any: names) }

  private func instant(_ record: Record, any names: [String], days: [String] = dayNames) -> Instant? {
    guard let text = record.text(any: names) else { return nil }
    let place = record.place(any: names)
    if let instant = Instant(iso8601: text) ?? writtenInstant(text) {
      // An offset in the time itself says more than a column beside it.
      record.ignore(any: Self.zoneNames)
      return instant
    }
    let (wall, zone) = (wall(text, of: record, days: days, at: place), zone(of: record))
    guard let wall, let zone else { return nil }
    return instant(of: wall, in: zone, at: place)
  }

  private func wall(_ text: String, of record: Record, days: [String], at place: Place) -> WallTime? {
    if let clock = ClockTime(text: text) {
      guard let dayText = record.text(any: days) else {
        missDay(of: text, record, days: days, at: place)
        return nil
      }
      let day = day(of: dayText)
      if day == nil { unknownDay(dayText, at: record.place(any: days)) }
      return day.map { clock.wall(on: $0) }
    }
    if let wall = WallTime(text: text) ?? writtenTime(text) { return wall }
    let (problem, advice) =
      Self.mistake(in: text) ?? ("is not a date and time", "write it as 2020-04-28 14:00 or 2020-04-28T14:00:00Z")
    error(place, "“\(text.prefix(60))” \(problem)", advice)
    return nil
  }

  /// A time of day beside which no day is filled in, as below the first of cells that were merged.
  private func missDay(of text: String, _ record: Record, days: [String], at place: Place) {
    guard let column = days.first(where: { record.hasField($0) }) else {
      return error(
        place, "“\(text)” is a time of day without a day", "write it as 2020-04-28 14:00, or add a column “date”")
    }
    error(
      place, "“\(text)” is a time of day without a day, since “\(column)” is empty",
      "fill the day in, in every row: of cells that were merged, a spreadsheet saves the first only")
  }

  /// "2020-04-28 9:00", "2020/4/28 14:00", "April 28, 2020 2:00 PM", "Tuesday 14:00": a day, then a time of day.
  func writtenTime(_ text: String) -> WallTime? {
    guard text.utf8.count <= 60,
      let match = text.wholeMatch(
        of: /(.*[^\s,])[,T_ ]+(?:at )?(\d{1,2}(?:[:.h]\d\d){1,2}(?: ?[AaPp]\.?[Mm]\.?)?|\d{1,2} ?(?:[AaPp][Mm]|h))/),
      let clock = ClockTime(text: String(match.2)), let day = day(of: String(match.1))
    else { return nil }
    return clock.wall(on: day)
  }

  /// "2021-2-8 8:00:00-08:00": a time with an offset whose numbers have fewer digits than they should; with the seconds,
  /// for the end of "9:00-10:00" is no offset.
  func writtenInstant(_ text: String) -> Instant? {
    guard text.utf8.count <= 60, let match = text.wholeMatch(of: /(.+\d:\d\d:\d\d) ?(Z|[+\-−]\d\d:?\d\d)/),
      let wall = WallTime(text: String(match.1)) ?? writtenTime(String(match.1)),
      let zone = Zones.understood(String(match.2))
    else { return nil }
    return zone.instant(of: wall)
  }

  /// The instant at which clocks in the zone show the time; an error where they never do, a warning where they do twice.
  func instant(of wall: WallTime, in zone: Zone, at place: Place) -> Instant? {
    let instant = zone.instant(of: wall)
    let shown = zone.wall(at: instant)
    guard shown == wall else {
      error(
        place, "clocks in \(zone.id) never show \(wall.iso.dropLast(3)), since they are put forward then",
        "write \(shown.iso.dropLast(3)), or the time in UTC such as \(instant.iso8601)")
      return nil
    }
    if zone != .utc, [30, 60].contains(where: { zone.wall(at: instant.adding(minutes: $0)) == wall }) {
      warn(
        place,
        "clocks in \(zone.id) show \(wall.iso.dropLast(3)) twice, since they are put back then; the first is taken",
        "write the time in UTC, such as \(instant.iso8601), to be sure")
    }
    return instant
  }

  func namesZone(_ record: Record) -> Bool { record.text(any: Self.zoneNames) != nil }

  /// The record's zone, UTC where it names none; nil, with an error, where it is unknown.
  func zone(of record: Record) -> Zone? {
    guard let text = record.text(any: Self.zoneNames) else {
      zoneless.insert(record.place)
      return .utc
    }
    if let zone = Zones.understood(text) {
      noteSeason(of: text, at: record.place(any: Self.zoneNames))
      return zone
    }
    errorOnce(
      record.place(any: Self.zoneNames), "the time zone “\(text.prefix(60))” is unknown",
      "use a name such as \(Self.zoneOfCity(text) ?? "Africa/Addis_Ababa"), or UTC")
    return nil
  }

  /// The zone in which a person is; one that is unknown costs the person nothing else.
  func zone(ofPerson record: Record) -> String? {
    let names = ["zone", "timezone", "time_zone"]
    guard let text = record.text(any: names) else { return nil }
    if let zone = Zones.understood(text) { return zone.id }
    warn(
      record.place(any: names), "the time zone “\(text.prefix(60))” is unknown and left out",
      "use a name such as \(Self.zoneOfCity(text) ?? "Africa/Lagos")")
    return nil
  }

  /// The zone that is named after a city: "Europe/Berlin" for "Berlin".
  static func zoneOfCity(_ text: String) -> String? {
    let ending = "/" + text.lowercased().replacing(" ", with: "_")
    return Zones.places.first { $0.id.lowercased().hasSuffix(ending) }?.id
  }

  /// The start and end of a record, in order; all that is wrong with them is reported.
  ///
  /// - Parameter isInHours: whether small numbers in a column “duration” are hours, as the format has them.
  func times(_ record: Record, isInHours: Bool = false) -> (start: Instant, end: Instant)? {
    let hasStart = record.text(any: Self.startNames) != nil
    if !hasStart, let moments = record.text("time").flatMap({ writtenMoments($0) }) {
      return times(of: moments, record, at: record.place("time"))
    }
    if !hasStart, let span = writtenSpan(record) { return times(of: span, record) }
    // "date" alone may be the whole of it, and "time" the start without an end.
    let isClock = record.text("time").flatMap { ClockTime(text: $0) } != nil
    let names = hasStart ? Self.startNames : isClock ? ["time"] : ["date"]
    if record.text(any: names) == nil {
      error(record.place, "there is no start", "add a start such as 2020-04-28 14:00")
    }
    let start = instant(record, any: names)
    let end = end(record, after: start, isInHours: isInHours)
    guard let start, let end else { return nil }
    return ordered(start, end, at: record.place(any: Self.endNames))
  }

  /// Whether the record has a field for its start or its time, filled or not.
  func namesTime(_ record: Record) -> Bool { (Self.startNames + ["time"]).contains { record.hasField($0) } }

  /// Whether the record says when it starts.
  func hasStart(_ record: Record) -> Bool { record.text(any: Self.startNames) != nil }

  /// Passes over when the record says that it is; the cell that says it, if there is one.
  func ignoreTimes(_ record: Record) -> Place? {
    let names = Self.startNames + ["time", "times"]
    let place = record.node(any: names)?.place
    record.ignore(any: names + Self.endNames + Self.dayNames + Self.zoneNames + Self.durationNames)
    record.ignore("days", "dates", "end_date")
    return place
  }

  /// The end, or what the duration makes of the start.
  private func end(_ record: Record, after start: Instant?, isInHours: Bool) -> Instant? {
    guard let text = record.text(any: Self.endNames) else {
      if record.text(any: Self.durationNames) == nil {
        if isPortal, let start {
          endless.add("end", at: record.place)
          return start.adding(minutes: 60)
        }
        error(record.place, "there is no end", "add an end, or a duration in minutes such as 90")
      }
      let minutes = duration(record, isInHours: isInHours)
      return start.flatMap { start in minutes.map { start.adding(minutes: $0) } }
    }
    let isClock = ClockTime(text: text) != nil && record.text("end_date") == nil
    let end =
      isClock
      ? timeOfDay(text, of: record, after: start)
      : instant(record, any: Self.endNames, days: ["end_date"] + Self.dayNames)
    guard let end else { return nil }
    guard let start else { return end }
    compareDuration(duration(record, isInHours: isInHours), record, Int((end - start) / 60_000))
    return end
  }

  /// An end that is a time of day: on the start's day, else on the next, at the time that clocks show there.
  private func timeOfDay(_ text: String, of record: Record, after start: Instant?) -> Instant? {
    let place = record.place(any: Self.endNames)
    let wall = wall(text, of: record, days: Self.dayNames, at: place)
    let zone = offset(ofStart: record) ?? zone(of: record)
    guard let wall, let zone, let start else { return nil }
    let isNextDay = zone.instant(of: wall) <= start
    let end = instant(of: isNextDay ? WallTime(utcSeconds: wall.utcSeconds + 86_400) : wall, in: zone, at: place)
    if isNextDay, let end { noteNight(from: start, to: end, at: place) }
    return end
  }

  /// The offset that is written in the start, which holds for an end without one.
  private func offset(ofStart record: Record) -> Zone? {
    guard let text = record.text(any: Self.startNames + ["date"]),
      (Instant(iso8601: text) ?? writtenInstant(text)) != nil,
      let match = text.firstMatch(of: /(?:[Zz]|[+\-−]\d\d:?\d\d)$/)
    else { return nil }
    return Zones.understood(match.0.uppercased())
  }

  func ordered(_ start: Instant, _ end: Instant, at place: Place) -> (start: Instant, end: Instant)? {
    guard end > start else {
      error(
        place,
        "it ends (\(end.iso8601)) \(end == start ? "when" : "before") it starts\(end == start ? "" : " (\(start.iso8601))")",
        "put the end after the start; after midnight it is the next day's date")
      return nil
    }
    guard end.milliseconds - start.milliseconds <= 14 * 86_400_000 else {
      error(place, "it lasts longer than two weeks", "check the dates of its start and end")
      return nil
    }
    return (start, end)
  }
}
