/// What of a folder is not in the draft, said once for each file and field.
extension FolderReading {
  func reportLeftovers() {
    reportAbsentColumns()
    reportDeclined()
    reportTitledIDs()
    reportAuthors()
    for entry in unknown.entries { report(entry) }
    reportFiles()
    reportUnlisted()
    reportTimeless()
    reportDoubtfulTimes()
    let stems = Set(read.map { FileKind.stem(of: $0).lowercased() }).union(unreadable)
    for name in folder.names where !read.contains(name) && !media.contains(name) && !blank.contains(name) {
      if let program, isInProgram(name) {
        warn(Place(file: name), "this file is left out, since there is \(program.name), too", "keep one of the two")
        continue
      }
      // Other files of a table's name were named when it was read.
      let isTold = stems.contains(FileKind.stem(of: name).lowercased()) && FileKind(of: name) == .table
      if !isTold, !unreadable.contains(FileKind.stem(of: name).lowercased()) { reportFile(name, besides: stems) }
    }
  }

  /// Columns without which none of a table's rows can be understood.
  private func reportAbsentColumns() {
    for entry in columnless.entries {
      guard let absent = absentColumns["\(entry.first.file) \(entry.name)"] else { continue }
      let columns = absent.columns.prefix(12).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
      say(
        .error, of: entry, entry.name,
        "no column is called “\(absent.name)”; if one of \(columns) is it, call that so in the first line, or add one")
    }
  }

  /// Says that ids were made of titles, where a field that is not understood may have the papers' own.
  private func reportTitledIDs() {
    let fields = unknown.entries.filter { $0.fate == .unknown }
    for entry in titledIDs.entries {
      let names = fields.filter { $0.first.file == entry.first.file }.map { "“\($0.name)”" }
      if names.isEmpty { continue }
      say(
        .warning, of: entry, "papers have no id, so that theirs are made of their titles",
        "if one of \(names.prefix(5).joined(separator: ", ")) is their id, call it “id”")
    }
  }

  private func reportFiles() {
    for entry in missingFiles.entries {
      say(
        .note, of: entry, "files named in “\(entry.name)” are not in the folder and left out",
        "put them into the folder under these names, or leave it")
    }
    for entry in noAddresses.entries {
      say(
        .warning, of: entry, "what stands in “\(entry.name)” is neither a web address nor a file, and left out",
        "write the whole address with https://, or put the file into the folder")
    }
    for entry in foreignPictures.entries {
      say(
        .note, of: entry,
        "pictures named in “\(entry.name)” are on other hosts, of which pages load nothing; they are left out",
        "put them into the folder, and name them such as media/\(entry.name).png")
    }
  }

  private func reportUnlisted() {
    for entry in unlisted.entries {
      say(
        .warning, of: entry,
        "the \(entry.name)s that this file names are in no file of the folder; "
          + (entry.name == "paper" ? "they are left out" : "they are made of the times of their papers"),
        "add the file that lists the \(entry.name)s, if there is one")
    }
  }

  /// What has no place in the schedule, since no file says which days the conference has or when a session is.
  private func reportTimeless() {
    let first = draft.sessions.first { floating.contains($0.id) }
    if !isZoneSettled, let first, let place = places["session \(first.id)"] {
      warn(
        place, "times of sessions name no zone, from here on (\(floating.count)×); they are read as UTC",
        "add a column “zone”, such as Africa/Addis_Ababa")
    }
    for entry in undated.entries {
      say(
        .warning, of: entry,
        "weekdays are not understood, since no file says which days the conference has; what is on them is left out of the schedule",
        "add start and end to conference.yml (or schedule.yml), or write dates such as 2020-04-28")
    }
    for entry in endless.entries {
      say(
        .warning, of: entry, "this has a start and no end; an hour is taken for it",
        "add a column “end”, or “minutes”")
    }
    for entry in outside.entries {
      say(
        .warning, of: entry, "the paper is at a time at which its session is not",
        "correct the slot's times, or the session's")
    }
    for entry in unscheduled.entries {
      let isShared = isPortal && Int(entry.name).map { sessionsNumbered($0).count > 1 } == true
      say(
        .warning, of: entry,
        isShared
          ? "sessions of several kinds are called “\(entry.name)”; papers are placed in none of them"
          : "no file says when the session “\(entry.name.prefix(60))” is; papers are not placed in it",
        idTitled(entry.name, "session").map { "write its id “\($0)” instead of its title" }
          ?? "add it to sessions.csv with this id, or to the calendar or schedule.yml")
    }
  }

  private func report(_ field: FieldTally.Occurrences) {
    if Self.rooms.contains(FieldName.normalized(field.name)),
      field.fate == .unknown || field.fate == .misspelled("zoom")
    {
      return say(
        .note, of: field, "the field “\(field.name)” is not understood and left out",
        "a room is a link here: write its address into “join”, or leave it")
    }
    switch field.fate {
    case .unknown:
      say(
        .note, of: field, "the field “\(field.name)” is not understood and left out",
        "rename it to a field of docs/conference-folder.md, or leave it")
    case .repeated:
      say(
        .note, of: field, "the field “\(field.name)” is left out, since another field beside it means the same",
        "keep one of the two")
    case .misspelled(let name):
      say(
        .warning, of: field, "the field “\(field.name)” is not understood and left out",
        "did you mean “\(name)”?")
    case .taken(let name):
      say(
        .warning, of: field, "the field “\(field.name)” is taken for “\(name)”",
        "did you mean “\(name)”? if not, give it another name")
    }
  }

  /// What programs of conferences in buildings call the places of sessions.
  private static let rooms: Set = ["room", "rooms", "roomname", "location", "place", "hall", "venue"]

  private func reportFile(_ name: String, besides stems: Set<String>) {
    let place = Place(file: name)
    switch FileKind(of: name) {
    case .silent: break
    case .table where name.contains("/"):
      warn(place, "tables are looked for at the top of the folder only; this one is left out", "move it up")
    case .spreadsheet where stems.contains(FileKind.stem(of: name).lowercased()):
      note(place, "the spreadsheet is left out, since there is a table of the same name", "nothing, if the two agree")
    case .spreadsheet:
      warn(
        place, "spreadsheets are not read; this one is left out",
        "save each of its sheets as “CSV UTF-8” under the name that docs/conference-folder.md gives to the table")
    case .other where name.lowercased().hasSuffix(".ics"):
      warn(place, "calendars of this kind are not read; this one is left out", "save what it has as sessions.csv")
    case .table, .other: reportUnknown(name, besides: stems)
    }
  }

  private func reportUnknown(_ name: String, besides stems: Set<String>) {
    let missing = Self.tables.filter { table in !stems.contains { $0 == table || $0.hasSuffix("_" + table) } }
    if FileKind(of: name) == .table, let table = FileKind.meant(by: name, among: missing) {
      warn(Place(file: name), "this file is not understood and left out", "did you mean “\(table).csv”?")
    } else {
      let isOfPeople = ["registration", "participant", "attendee"].contains { name.lowercased().hasPrefix($0) }
      note(
        Place(file: name), "this file is not understood and left out",
        isOfPeople
          ? "who is registered is no part of the folder: hatata people import \(name)"
          : "see docs/conference-folder.md for the files that are")
    }
  }

  /// The tables of a conference folder.
  private static let tables = [
    "conference", "papers", "authors", "sessions", "slots", "keynotes", "workshops", "socials", "tutorials", "plenary",
    "expos", "people", "agenda", "talks", "sponsors", "contacts", "chairs", "links", "themes", "faq", "committee",
  ]
}
