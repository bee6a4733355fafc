import Foundation

/// conference, config, code_of_conduct, and what can be found out where these say nothing.
extension FolderReading {
  func readConference() {
    var info = ConferenceInfo(id: "", name: "")
    for name in ["config", "conference"] {
      guard let table = table(name) else { continue }
      let record = settings(of: table)
      read(record, into: &info, isTemplate: name == "config")
      tally(record)
    }
    readCodeOfConduct(into: &info)
    draft.conference = info
    if let start = info.start, let end = info.end, start <= end, end.number - start.number < 60 {
      days = (start.number...end.number).map { Day(number: $0) }
    }
  }

  /// Whether the folder says itself what the conference is, as no portal's does.
  var isOurs: Bool { !isPortal && read.contains { FileKind.stem(of: $0).lowercased() == "conference" } }

  /// The fields of a map, of the only row of a table, or of the rows of a table with the columns `field` and `value`.
  private func settings(of table: Table) -> Record {
    guard table.root.entries == nil else { return table.record }
    let rows = table.records()
    let entries = rows.compactMap { row -> Node.Entry? in
      guard let name = row.text("field", "key", "setting"), let value = row.node("value") else { return nil }
      let place = row.place("field", "key", "setting")
      return Node.Entry(
        key: name, value: value, keyFile: place.file, keyPosition: Position(line: place.line, column: place.column))
    }
    if entries.isEmpty { return onlyRow(of: rows) ?? table.record }
    return Record(Node(.map(entries), file: table.name, at: Position(line: 1, column: 1)))
  }

  private func onlyRow(of rows: [Record]) -> Record? {
    if let further = rows.dropFirst().first(where: { !$0.unknown.isEmpty }) {
      warn(
        further.place, "a conference has one row only; this one and those below it are left out",
        "keep the row that is meant")
    }
    return rows.first
  }

  private func read(_ record: Record, into info: inout ConferenceInfo, isTemplate: Bool) {
    if let id = record.text("id", "acronym") {
      if Slug.isAddress(id) {
        info.id = id
      } else {
        error(
          record.place("id", "acronym"), "the conference's id “\(id.prefix(60))” cannot stand in an address",
          "use letters, digits and '-' only")
      }
    }
    info.name = line(record, "name", "title", isTemplate: isTemplate) ?? info.name
    info.tagline = line(record, "tagline", isTemplate: isTemplate) ?? info.tagline
    info.description = record.text("description", "about") ?? info.description
    info.organization = record.text("organization", "organisation") ?? info.organization
    info.website = address(record, "website", "site_url") ?? info.website
    info.proceedings = record.text("proceedings", "proceedings_title") ?? info.proceedings
    info.citationDate = record.text("citation_date") ?? info.citationDate
    info.logo = picture(record, "logo") ?? info.logo
    // The template gave the logo as a map with a width.
    record.ignore("logo")
    readDays(record, into: &info, isTemplate: isTemplate)
    readZone(record, into: &info)
    readAccent(record, into: &info)
    // What these configure in the template are services that this system has itself.
    record.ignore(
      "analytics", "site_title", "page_title", "background_image", "chat_server", "default_presentation_id",
      "use_auth0",
      "auth0_client_id", "auth0_domain", "default_poster_pdf", "paper_images_path", "calendar", "date")
  }

  /// A text without markup. The template's own files hold HTML, which is taken out; elsewhere it is shown as it is written.
  private func line(_ record: Record, _ names: String..., isTemplate: Bool) -> String? {
    guard let text = record.text(any: names) else { return nil }
    let place = record.place(any: names)
    guard isTemplate else {
      warnAboutMarkup(text, of: names[0], at: place)
      return text
    }
    let plain = Self.plain(text)
    if Self.holdsMarkup(text) {
      warn(place, "the \(names[0]) holds HTML, which is left out: “\(plain.prefix(60))”", "write it as plain text")
    }
    return plain.nonEmpty
  }

  private func readDays(_ record: Record, into info: inout ConferenceInfo, isTemplate: Bool) {
    let calendar = record.node("calendar")
    func day(_ name: String, _ fallback: String) -> Day? {
      let nested = calendar?[name]
      guard let text = record.text(name, fallback) ?? nested?.text else { return nil }
      let found = Day(iso: text) ?? Self.day(withYear: text) ?? dayOfMoment(text)
      if found == nil { unknownDay(text, at: nested?.place ?? record.place(name, fallback)) }
      return found
    }
    let (start, end) = (day("start", "start_date"), day("end", "end_date"))
    if start != nil || end != nil { writtenDays = nil }
    (info.start, info.end) = (start ?? info.start, end ?? info.end)
    if info.start == nil, info.end == nil { readWrittenDays(record, into: &info, isTemplate: isTemplate) }
    if let start = info.start, let end = info.end, end < start {
      error(
        record.place("end", "end_date"), "the conference ends (\(end.iso)) before it starts (\(start.iso))",
        "correct one of the days")
      (info.start, info.end) = (nil, nil)
    }
  }

  /// "2021-02-02 00:00:00-08:00" is where a calendar begins; portals may have a zone's name behind it.
  private func dayOfMoment(_ text: String) -> Day? {
    if let wall = WallTime(text: text) { return wall.day }
    let start = String(text.prefix(19))
    return isPortal || Instant(iso8601: text) != nil ? WallTime(text: start)?.day : nil
  }

  /// "date: June 22-25 2020", which the template shows on its first page; "May 2020" has no days.
  private func readWrittenDays(_ record: Record, into info: inout ConferenceInfo, isTemplate: Bool) {
    guard let text = record.text("date", "dates") else { return }
    guard let days = WrittenDays(text: Self.plain(text)) else {
      if isPortal || isTemplate { return }
      return warn(
        record.place("date", "dates"), "“\(text.prefix(40))” does not say on which days the conference is",
        "write start and end, such as 2026-04-27")
    }
    (info.start, info.end) = (days.start, days.end)
    writtenDays = record.place("date", "dates")
  }

  private func readZone(_ record: Record, into info: inout ConferenceInfo) {
    guard let text = record.text("zone", "timezone", "time_zone") else { return }
    guard let zone = Zones.understood(text) else {
      error(
        record.place("zone", "timezone", "time_zone"), "the time zone “\(text.prefix(60))” is unknown",
        "use a name such as \(Self.zoneOfCity(text) ?? "Africa/Addis_Ababa"), or UTC")
      return
    }
    info.zone = zone.id
    noteSeason(of: text, at: record.place("zone", "timezone", "time_zone"))
  }

  private func readAccent(_ record: Record, into info: inout ConferenceInfo) {
    guard let text = record.text("accent", "color", "colour") else { return }
    if text.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil {
      info.accent = text
    } else {
      error(
        record.place("accent", "color", "colour"), "“\(text.prefix(40))” is not a colour",
        "write it as #0B5C63, in quotes in YAML")
    }
  }

  private func readCodeOfConduct(into info: inout ConferenceInfo) {
    if folder.has("code-of-conduct.md") {
      read.insert("code-of-conduct.md")
      var found = Problems()
      info.codeOfConduct =
        folder.text("code-of-conduct.md", problems: &found).map(ExportedText.canonical)?.nonEmpty
      if !found.isEmpty { unreadable.insert("code-of-conduct.md") }
      found.errors.forEach { error($0.place, $0.message, $0.advice) }
      return
    }
    if let table = table("code_of_conduct", mayBeText: true) { info.codeOfConduct = codeOfConduct(in: table) }
  }

  /// The one text of a file, or the texts of its rows below their headings.
  private func codeOfConduct(in table: Table) -> String? {
    if let text = table.root.text { return ExportedText.canonical(text).nonEmpty }
    let records = table.root.entries == nil ? table.records() : [table.record]
    let parts = records.flatMap { record -> [String] in
      defer { tally(record) }
      guard let text = record.plainText ?? record.text("CodeOfConduct", "text", "content", "description") else {
        return []
      }
      return [record.text("title", "heading", "section", "name").map { "## \($0)" }, text].compactMap(\.self)
    }
    if parts.isEmpty {
      warn(
        Place(file: table.name), "there is no code of conduct in this file",
        "write it into a column “text”, or into code-of-conduct.md")
    }
    return parts.joined(separator: "\n\n").nonEmpty
  }

  /// Fills in what no file said: the name from the papers' citations, the days from the sessions.
  func completeConference() {
    var isConferenceNamed = !draft.conference.id.isEmpty
    defer { if !isConferenceNamed { derived.insert(EntryName(kind: .conference, id: draft.conference.id)) } }
    if draft.conference.name.isEmpty { nameFromCitations() }
    isNamed = isConferenceNamed || !draft.conference.name.isEmpty
    if draft.conference.name.isEmpty { draft.conference.name = title }
    if draft.conference.id.isEmpty {
      draft.conference.id = Slug.made(of: draft.conference.name)
      isConferenceNamed = false
    }
    let zone = Zones.named(draft.conference.zone) ?? .utc
    dropStaleDays(in: zone)
    // What starts late in the evening ends on a day that is no longer the conference's.
    let known = days.isEmpty ? draft.sessions.map { zone.day(at: $0.start) } : days
    if draft.conference.start == nil { draft.conference.start = known.min() }
    if draft.conference.end == nil { draft.conference.end = known.max() }
  }

  /// The words of the first page may be those of last year, or the template's.
  private func dropStaleDays(in zone: Zone) {
    guard let place = writtenDays, let start = draft.conference.start, let end = draft.conference.end,
      !draft.sessions.isEmpty,
      !draft.sessions.contains(where: { (start...end).contains(zone.day(at: $0.start)) })
    else { return }
    warn(
      place, "no session is from \(start.iso) to \(end.iso); the sessions' own days are taken for the conference's",
      "correct the date, or the times of the sessions")
    (draft.conference.start, draft.conference.end, days) = (nil, nil, [])
  }

  /// "booktitle={International Conference on Learning Representations}, year={2020}" names ICLR 2020.
  private func nameFromCitations() {
    guard let bibtex = draft.papers.lazy.compactMap(\.bibtex).first,
      let title = bibtex.firstMatch(of: /booktitle\s*=\s*\{([^{}]+)\}/)?.1,
      let year = bibtex.firstMatch(of: /year\s*=\s*\{(\d{4})\}/)?.1
    else { return }
    let initials = title.split(separator: " ").compactMap { $0.first(where: \.isUppercase) }
    guard (2...8).contains(initials.count) else { return }
    draft.conference.name = "\(String(initials)) \(year)"
    draft.conference.id = "\(String(initials).lowercased())\(year)"
    draft.conference.tagline = "\(title) \(year)"
    draft.conference.proceedings = String(title)
    draft.conference.citationDate = String(year)
  }
}
