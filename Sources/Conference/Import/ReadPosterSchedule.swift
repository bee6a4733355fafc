/// The poster sessions of portals with the papers in them, whose names may be weekdays and numbers.
extension FolderReading {
  /// "Mon Session 1", "Poster Session Monday 1" and "Day 1 Session 1" are the first poster session of that day.
  func readPosterSchedule() {
    for name in ["poster_schedule", "poster_sessions"] {
      guard let table = table(name) else { continue }
      forEach(keyedRecords(of: table)) { record in
        let listed = posters(of: record)
        // A table may have a row for each poster; its id is the paper's then.
        let isRow = listed == nil
        let names = isRow ? ["name", "session", "session_name", "short"] : ["name", "session", "id"]
        guard let title = record.text(any: names) ?? record.key else {
          return error(record.place, "this poster session has no name", "add one")
        }
        if sessionIndex(title) == nil { nameByDay(title) }
        let isScheduled = sessionIndex(title) != nil
        if !isScheduled { unscheduled.add(title, at: record.place(ofName: names)) }
        for poster in listed ?? [record] {
          defer { if record.value.items != nil { tally(poster) } }
          let join = address(poster, "join_link", "join", "zoom")
          guard let id = poster.text(any: Self.posterNames) ?? poster.plainText else {
            leaveOut(poster.place, lacking: "paper", "write the paper's id into it")
            continue
          }
          let place = poster.place(any: Self.posterNames)
          if isScheduled {
            self.place(Slot(paper: id, join: join), in: title, at: place)
          } else if paperIndex[id] == nil {
            dangling("paper", id, at: place)
          }
        }
      }
    }
  }

  /// The posters that stand below a session or in one cell of its row, as records or as ids alone; nil where the record
  /// is one of a poster.
  private func posters(of record: Record) -> [Record]? {
    if let items = record.value.items { return items.filter { !$0.isEmpty }.map { Record($0) } }
    let names = ["posters", "papers", "paper_ids"]
    guard names.contains(where: { record.hasField($0) }) else { return nil }
    guard record.node(any: names)?.text != nil else { return record.records(any: names) }
    return record.items(any: names, separators: [","]).map { item in
      Record(
        Node(.text(item.text), file: item.place.file, at: Position(line: item.place.line, column: item.place.column)))
    }
  }

  private static let posterNames = ["paper", "paper_id", "UID", "id"]

  private func nameByDay(_ title: String) {
    let words = Folding.words(of: title).filter { !["poster", "posters", "session", "sessions"].contains($0) }
    guard let number = words.last.flatMap({ Int($0) }), let day = self.day(in: words.dropLast()) else { return }
    let posters = draft.sessions.filter { $0.kind == .poster && Zone.utc.day(at: $0.start) == day }.sorted {
      $0.start < $1.start
    }
    if posters.indices.contains(number - 1) { sessionNames[title] = posters[number - 1].id }
  }

  /// "monday" or "day 1" among the conference's days.
  private func day(in words: ArraySlice<String>) -> Day? {
    guard let word = words.first else { return nil }
    if words.count == 2, word == "day", let number = words.last.flatMap({ Int($0) }) {
      return days.indices.contains(number - 1) ? days[number - 1] : nil
    }
    guard words.count == 1, let weekday = Weekday(text: word) else { return nil }
    return days.first { $0.weekday == weekday }
  }
}
