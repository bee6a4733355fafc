import Foundation

/// Fields that many kinds of records share.
extension FolderReading {
  /// A web address, or a file of this folder; anything else is an error.
  func address(_ record: Record, _ names: String...) -> String? {
    guard let text = record.text(any: names) else { return nil }
    return checkedAddress(text, of: names[0], at: record.place(any: names))
  }

  func checkedAddress(_ text: String, of field: String = "link", at place: Place) -> String? {
    if Self.isWebAddress(text) { return text }
    if let file = fileName(of: text) { return file }
    if text.hasPrefix("/") || text.hasPrefix("static/") || Self.looksLikeFile(text) {
      missingFiles.add(field, at: place)
      return nil
    }
    if Self.looksLikeHost(text) { return "https://" + text }
    error(
      place, "“\(text.prefix(80))” is neither a web address nor a file in the folder",
      "write the whole address with https://, or put the file into the folder")
    return nil
  }

  /// A picture that is a file of this folder; addresses elsewhere are not shown, since pages load nothing from other hosts.
  func picture(_ record: Record, _ names: String...) -> String? {
    guard let text = record.text(any: names) else { return nil }
    if let file = fileName(of: text) { return file }
    missingFiles.add(names[0], at: record.place(any: names))
    return nil
  }

  /// A talk: our own file, an address, or the number of a presentation on SlidesLive.
  func video(_ record: Record, _ names: String...) -> String? {
    guard let text = record.text(any: names) else { return nil }
    if text.utf8.count >= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return "https://slideslive.com/\(text)"
    }
    return checkedAddress(text, of: names[0], at: record.place(any: names))
  }

  /// The folder's file that a reference names, noted as needed; references may start at the site's root.
  func fileName(of reference: String) -> String? {
    let name = reference.hasPrefix("/") ? String(reference.dropFirst()) : reference
    guard folder.has(name) else { return nil }
    media.insert(name)
    return MediaName.reference(to: name)
  }

  static func isWebAddress(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return false }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    return !rest.isEmpty && !text.unicodeScalars.contains { $0.value <= 0x20 || $0 == "<" || $0 == ">" || $0 == "\"" }
  }

  /// "Job Card.pdf": a file that the portal kept elsewhere.
  private static func looksLikeFile(_ text: String) -> Bool {
    guard !text.contains(":"), let dot = text.lastIndex(of: "."), fileEndings.contains(text[dot...].lowercased()) else {
      return false
    }
    // "example.org/paper.pdf" is on another host.
    return !text.contains("/") || !looksLikeHost(text)
  }

  private static let fileEndings: Set = [
    ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4", ".webm", ".mov", ".mp3", ".ppt", ".pptx", ".doc",
    ".docx", ".xlsx", ".txt", ".html", ".zip",
  ]

  private static func looksLikeHost(_ text: String) -> Bool {
    let host = text.prefix { $0 != "/" }
    return host.contains(".") && !host.hasSuffix(".") && !host.hasPrefix(".") && !text.contains(" ")
      && !text.contains(":")
      && !text.contains("<") && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      && (host.split(separator: ".").last.map { $0.count >= 2 && $0.allSatisfy(\.isLetter) } ?? false)
  }

  /// Names in whatever way they were written down: a list, or a text with `|`, `;`, `·`, `&`, "and" or commas between them.
  func people(_ record: Record, _ names: String..., affiliation: String? = nil) -> [Person] {
    guard let node = record.node(any: names) else { return [] }
    return peopleNames(in: node).map { Person(name: $0, affiliation: affiliation) }
  }

  private func peopleNames(in node: Node) -> [String] {
    switch node.value {
    case .null: []
    case .text(let text): Names.split(text)
    case .list(let items): items.flatMap { peopleNames(in: $0) }
    case .map(let entries):
      entries.first { ["members", "name", "names"].contains($0.key.lowercased()) }.map { peopleNames(in: $0.value) }
        ?? []
    }
  }

  /// A short text without markup: "MINICONF <br> CONFERENCE" gives "MINICONF CONFERENCE".
  static func plain(_ text: String) -> String {
    let untagged = text.replacing(/<[^<>]{0,200}>/, with: " ").replacingOccurrences(of: "&ndash;", with: "–")
      .replacingOccurrences(of: "&amp;", with: "&").replacingOccurrences(of: "&nbsp;", with: " ")
    return untagged.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// An instant: with its own offset, else in the record's zone, else in UTC.
  func instant(_ record: Record, _ names: String...) -> Instant? {
    guard var text = record.text(any: names) else { return nil }
    let place = record.place(any: names)
    // Spreadsheets keep days and times of day in columns of their own.
    if ClockTime(text: text) != nil, let day = separateDay(record) { text = "\(day.iso) \(text)" }
    if let instant = Instant(iso8601: text) {
      // An offset in the time itself says more than a column beside it.
      record.ignore("timezone", "zone", "tz", "time_zone")
      return instant
    }
    guard let wall = WallTime(text: text) ?? Self.writtenTime(text) else {
      error(
        place, "“\(text.prefix(60))” is not a date and time", "write it as 2020-04-28 14:00 or 2020-04-28T14:00:00Z")
      return nil
    }
    guard let zone = zone(of: record) else { return nil }
    return zone.instant(of: wall)
  }

  private func separateDay(_ record: Record) -> Day? {
    record.text("start_date", "date").flatMap(Self.day) ?? record.text("day").flatMap(Self.day)
  }

  /// "2020-04-28 9:00", "2020/4/28 14:00", "April 28, 2020 2:00 PM": a day with its year, then a time of day.
  private static func writtenTime(_ text: String) -> WallTime? {
    guard text.utf8.count <= 60,
      let match = text.wholeMatch(
        of: /(.*\d)[,T_ ]+(?:at )?(\d{1,2}(?::\d\d){1,2}(?: ?[AaPp]\.?[Mm]\.?)?|\d{1,2} ?[AaPp][Mm])/),
      let clock = ClockTime(text: String(match.2)), let day = day(String(match.1))
    else { return nil }
    return clock.wall(on: day)
  }

  /// A day whose year is written; without one, two different years give two different days.
  private static func day(_ text: String) -> Day? {
    guard let day = Day(text: text, year: 2000), day == Day(text: text, year: 2004) else { return nil }
    return day
  }

  /// The record's zone, UTC where it names none; nil, with an error, where it is unknown.
  func zone(of record: Record) -> Zone? {
    guard let text = record.text("timezone", "zone", "tz", "time_zone") else { return .utc }
    if let zone = Zones.understood(text) { return zone }
    error(
      record.place("timezone", "zone", "tz", "time_zone"), "the time zone “\(text.prefix(60))” is unknown",
      "use a name such as Africa/Addis_Ababa, or UTC")
    return nil
  }

  /// The start and end of a record, in order.
  func times(_ record: Record) -> (start: Instant, end: Instant)? {
    let startNames = ["start", "starttime", "start_time", "begin", "begins", "date"]
    guard record.text(any: startNames) != nil else {
      error(record.place, "there is no start", "add a start such as 2020-04-28 14:00")
      return nil
    }
    guard let start = instant(record, "start", "starttime", "start_time", "begin", "begins", "date") else { return nil }
    if record.text("end", "endtime", "end_time", "ends") != nil {
      guard var end = instant(record, "end", "endtime", "end_time", "ends") else { return nil }
      let isTimeOfDay = record.text("end", "endtime", "end_time", "ends").flatMap { ClockTime(text: $0) } != nil
      if isTimeOfDay, end <= start { end = end.adding(minutes: 24 * 60) }
      return ordered(start, end, at: record.place("end", "endtime", "end_time", "ends"))
    }
    guard let minutes = duration(record) else {
      error(record.place, "there is no end", "add an end, or a duration in minutes such as 90")
      return nil
    }
    return ordered(start, start.adding(minutes: minutes), at: record.place)
  }

  func ordered(_ start: Instant, _ end: Instant, at place: Place) -> (start: Instant, end: Instant)? {
    guard end > start else {
      error(
        place, "it ends (\(end.iso8601)) before it starts (\(start.iso8601))",
        "put the end after the start; after midnight it is the next day's date")
      return nil
    }
    guard end.milliseconds - start.milliseconds <= 14 * 86_400_000 else {
      error(place, "it lasts longer than two weeks", "check the dates of its start and end")
      return nil
    }
    return (start, end)
  }

  /// A duration in minutes: "minutes" as they are; "duration" in hours ("0.5") or as "1:30".
  private func duration(_ record: Record) -> Int? {
    guard let text = record.text("minutes", "duration") else { return nil }
    let inHours = record.text("minutes") == nil
    let parts = text.split(separator: ":")
    if parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]), (0..<336) ~= hours, (0..<60) ~= minutes
    {
      return hours * 60 + minutes
    }
    guard let number = Double(text), number > 0, number < 20_160 else {
      error(record.place("minutes", "duration"), "“\(text.prefix(40))” is not a duration", "give minutes, such as 90")
      return nil
    }
    return Int(inHours && number <= 12 ? number * 60 : number)
  }
}

/// How people's names are written down in one text.
enum Names {
  /// "A & B", "A · B", "A, B and C", "A|B": the strongest separator that occurs decides.
  static func split(_ text: String) -> [String] {
    for separator in ["|", "·", ";"] as [Unicode.Scalar] where text.unicodeScalars.contains(separator) {
      return cleaned(text.unicodeScalars.split(separator: separator).map { String($0) })
    }
    if let turned = surnamesFirst(text) { return turned }
    let unified = text.replacing(/,?\s+(?:and|&)\s+/, with: ",")
    let parts = cleaned(unified.components(separatedBy: ","))
    // "Walcott-Bryant, Aisha" is one person: split at commas only between names of two words.
    return unified == text && !parts.allSatisfy({ $0.contains(" ") }) ? cleaned([text]) : parts
  }

  /// "Lovelace, Ada and Turing, Alan", as bibliographies have it, are Ada Lovelace and Alan Turing.
  private static func surnamesFirst(_ text: String) -> [String]? {
    let names = text.components(separatedBy: " and ").map { cleaned($0.components(separatedBy: ",")) }
    let isBibliography = names.count > 1 && names.allSatisfy { $0.count == 2 && !$0[0].contains(" ") }
    return isBibliography ? names.map { "\($0[1]) \($0[0])" } : nil
  }

  static func cleaned(_ parts: [String]) -> [String] {
    parts.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ", ").union(.whitespacesAndNewlines)) }.filter {
      !$0.isEmpty
    }
  }
}

extension FolderReading {
  private static let yes: Set<String> = [
    "yes", "y", "true", "t", "1", "x", "✓", "ja", "oui", "si", "sí", "cancelled", "canceled",
  ]
  private static let no: Set<String> = ["no", "n", "false", "f", "0", "-", "nein", "non"]

  /// Whether a field says yes; an empty one says no, and what says neither is an error.
  func isAnsweredYes(_ record: Record, _ names: String...) -> Bool {
    guard let text = names.lazy.compactMap({ record.text($0) }).first else { return false }
    let word = text.lowercased()
    if Self.yes.contains(word) { return true }
    if !Self.no.contains(word) {
      let name = names.first { record.text($0) != nil } ?? names[0]
      error(record.place(name), "“\(text.prefix(40))” is neither yes nor no", "write yes, or leave it empty")
    }
    return false
  }
}
