import Foundation

/// Days as people write them down.
extension FolderReading {
  /// "2020-04-28", "April 28, 2020"; "Tuesday" and "April 28" only where they are one day of the conference.
  func day(of text: String) -> Day? {
    if let day = Day(iso: text) ?? Self.day(withYear: text) ?? Self.midnight(text) { return day }
    if let weekday = Weekday(text: text) {
      let candidates = days(of: weekday)
      return candidates.count == 1 ? candidates[0] : nil
    }
    guard let year = days.first?.year, days.last?.year == year else { return nil }
    return Day(text: text, year: year)
  }

  /// Says why a text is no day, and what to write instead.
  func unknownDay(_ text: String, at place: Place) {
    let shown = "“\(text.prefix(40))”"
    guard let weekday = Weekday(text: text) else {
      if let wall = WallTime(text: text) ?? writtenTime(text) {
        return errorOnce(
          place, "\(shown) has a time of day, too",
          "write \(wall.day.iso), since the times stand beside it, or both into “start” and “end”")
      }
      let (problem, advice) = Self.mistake(in: text) ?? ("is not a day", "write it as 2020-04-28")
      return errorOnce(place, "\(shown) \(problem)", advice)
    }
    let candidates = days(of: weekday)
    if days.isEmpty {
      errorOnce(
        place, "\(shown) is not a day of the conference, since no file says which days it has",
        "add start and end to conference.yml (or schedule.yml), or write the date such as 2020-04-28")
    } else if candidates.isEmpty {
      errorOnce(
        place, "\(shown) is not a day of the conference, which is from \(days[0].iso) to \(days[days.count - 1].iso)",
        "write the date, such as 2020-04-28")
    } else {
      errorOnce(
        place, "\(shown) may be \(candidates.map(\.iso).joined(separator: " or "))",
        "write the date instead of the weekday"
      )
    }
  }

  /// Says why a text is no day where only what takes place on it is left out: where the folder lacks the file that has
  /// the days, that is said once for each file.
  func leaveOut(day text: String, at place: Place) {
    guard days.isEmpty, Weekday(text: text) != nil else { return unknownDay(text, at: place) }
    undated.add("weekday", at: place)
  }

  /// The records of a table, those whose times name no day on the one that stands above their list, such as "11 September".
  func datedRecords(of table: Table, under keys: [String]) -> [Record] {
    let only = table.nameOfOnlyList(besides: keys)
    return table.records(under: keys).map { record in
      guard namesTime(record) || record.hasField("times"), let name = record.group?.name ?? only,
        let day = day(of: name.trimmingCharacters(in: .whitespacesAndNewlines))
      else { return record }
      // It is understood, also where it only says again what the times say.
      _ = record.groupName()
      return lacksDay(record) ? record.on(day) : record
    }
  }

  private func lacksDay(_ record: Record) -> Bool {
    let names = Self.dayNames + ["days", "dates"]
    guard !names.contains(where: { record.hasField($0) }) else { return false }
    return record.text(any: Self.startNames).map { ClockTime(text: $0) != nil } ?? true
  }

  private func days(of weekday: Weekday) -> [Day] { Set(days.filter { $0.weekday == weekday }).sorted() }

  /// A day whose year is written; without one, two different years give two different days.
  static func day(withYear text: String) -> Day? {
    guard let day = Day(text: text, year: 2000), day == Day(text: text, year: 2004) else { return nil }
    return day
  }

  /// "2020-04-28 00:00:00", as spreadsheets write a day into a column of times.
  private static func midnight(_ text: String) -> Day? {
    WallTime(text: text).flatMap { ($0.hour, $0.minute, $0.second) == (0, 0, 0) ? $0.day : nil }
  }

  /// What spreadsheets do to dates, in words that follow the text, and what to do about it.
  static func mistake(in text: String) -> (problem: String, advice: String)? {
    if let number = Double(text), (30_000..<80_000) ~= number {
      return (
        "is how spreadsheets count days inside", "give the column the format yyyy-mm-dd hh:mm and save the table again"
      )
    }
    if let part = Double(text.replacing(",", with: ".")), part > 0, part < 1 {
      return ("is how spreadsheets count hours inside", "give the column the format hh:mm and save the table again")
    }
    if text.contains(":"), TimeRange(text: text) != nil {
      return ("is a start and an end", "write it into a column “time”, or the two into “start” and “end”")
    }
    if let match = text.prefixMatch(of: /(\d{1,2})[ \-](\p{L}{3,9})\.?[ \-](\d\d)\b(?![:.h])/),
      let day = Self.day(withYear: "\(match.1) \(match.2) 20\(match.3)")
    {
      return ("has a year of two digits", "write it as \(day.iso)")
    }
    if let day = Self.day(withYear: text) {
      return ("is a day without a time of day", "write it as \(day.iso) 14:00")
    }
    if text.contains(/^\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d\d)?$/) {
      return ("does not exist", "months have at most 31 days, and days end at 24:00")
    }
    if let zone = text.split(separator: " ").last, text.contains(" "), zone.allSatisfy(\.isUppercase),
      Zones.understood(String(zone)) != nil
    {
      return ("ends with a time zone", "write “\(zone)” into a column “zone”, and only day and time here")
    }
    guard let match = text.prefixMatch(of: /(\d{1,2})[\/.\-](\d{1,2})[\/.\-](\d{4}|\d\d)\b/),
      let first = Int(match.1), let second = Int(match.2), let number = Int(match.3)
    else { return nil }
    let year = number < 100 ? 2000 + number : number
    let days = [Day(year: year, month: second, day: first), Day(year: year, month: first, day: second)]
    let meant = Set(days.compactMap(\.self)).sorted().map(\.iso)
    return (
      meant.count == 1 ? "has an order that differs from country to country" : "is another day from country to country",
      "write the year first: \(meant.isEmpty ? "2020-04-28" : meant.joined(separator: " or ")); spreadsheets do so in the format yyyy-mm-dd"
    )
  }
}
