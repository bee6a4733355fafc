/// conference.json: the whole program in one file, as the portals of ACL 2023, EMNLP 2023 and EACL 2024 have it.
extension FolderReading {
  private static let parts: Set<String> = ["papers", "sessions", "workshops", "tutorials", "plenaries", "socials"]

  /// The file, if it holds papers and sessions rather than the name of the conference.
  static func programFile(of folder: ConferenceFolder, problems: inout Problems) -> Table? {
    guard folder.has("conference.json") else { return nil }
    var found = Problems()
    guard let table = folder.table(file: "conference.json", problems: &found), table.root["papers"]?.entries != nil,
      table.root["sessions"]?.entries != nil
    else { return nil }
    problems.append(contentsOf: found)
    return table
  }

  /// A part of the file as if it were a table of its own.
  func programPart(_ name: String) -> Table? {
    guard let program, Self.parts.contains(name), let root = program.root[name], !root.isEmpty else { return nil }
    return Table(name: program.name, root: root)
  }

  /// "events: {name: {start_time: ..., paper_ids: [...]}}" are on at once in a session of papers, and "workshop_events"
  /// and the like name the event that a session is of.
  func readProgramEvents(_ record: Record, of index: Int) {
    guard program != nil else { return }
    record.ignore("display_name")
    readEvent(record, of: index)
    if draft.sessions[index].kind == .oral, draft.sessions[index].title.lowercased().contains("poster") {
      draft.sessions[index].kind = .poster
    }
    for event in record.records("events") {
      let (start, end) = (instant(event, "start_time"), instant(event, "end_time"))
      for (paper, place) in event.items("paper_ids") {
        guard paperIndex[paper] != nil else {
          dangling("paper", paper, at: place)
          continue
        }
        addSlot(paper, from: start, to: end, in: index)
      }
    }
  }

  /// The event that a session is of; one of several is of none of them, since it has one event at most.
  private func readEvent(_ record: Record, of index: Int) {
    let kinds: [(field: String, kind: Event.Kind)] = [
      ("plenary_events", .plenary), ("tutorial_events", .tutorial), ("workshop_events", .workshop),
    ]
    let events = kinds.flatMap { field, kind in
      (record.node(field)?.entries ?? []).map { (event: EventReference(kind: kind, name: $0.key), place: $0.keyPlace) }
    }
    guard events.count > 1 else {
      if let only = events.first { draft.sessions[index].event = only.event }
      return
    }
    let names = events.prefix(10).map(\.event.name).joined(separator: ", ") + (events.count > 10 ? " …" : "")
    warn(
      events[0].place, "this session is of \(events.count) events, so that it is shown with none of them: \(names)",
      "give each of them a session of its own")
  }

  /// Whether a file holds what is taken from conference.json.
  func isInProgram(_ name: String) -> Bool {
    guard program != nil, FileKind(of: name) == .table, !name.contains("/") else { return false }
    let stem = FileKind.stem(of: name).lowercased()
    return stem == "conference" || programPart(stem) != nil
  }
}
