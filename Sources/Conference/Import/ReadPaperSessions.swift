/// The sessions of ACL 2020 and its kin: NAME_paper_sessions with the papers of each, NAME_zoom_links with the times of each paper.
extension FolderReading {
  /// "1A: {date: 2020-07-06_05:00:00, papers: [...]}"; the same session may be in several files.
  func readPaperSessions(of table: String) {
    forEachRecord(of: table) { record in
      guard let name = record.key ?? record.text("id", "UID", "name", "session") else {
        return leaveOut(record, lacking: "name", "write the session's id into a column “id”")
      }
      if record.text("title", "long_name") != nil { record.ignore("name") }
      let papers = papers(of: record)
      let join = address(record, "zoom_link", "join", "link")
      let title = record.text("title", "long_name", "name") ?? "Q&A session \(name)"
      let explicitEnd = instant(record, "end", "end_time")
      guard let start = instant(record, "date", "start", "start_time") else {
        if record.text("date", "start", "start_time") == nil {
          error(record.place, "the session “\(name)” has no date", "add one")
        }
        for (id, place) in papers where paperIndex[id] == nil { dangling("paper", id, at: place) }
        return
      }
      if let index = sessionIndex(name) {
        if draft.sessions[index].start != start {
          error(
            record.place("date", "start", "start_time"),
            "the session “\(name)” starts at \(start.iso8601) here and at \(draft.sessions[index].start.iso8601) elsewhere",
            "make the files agree")
        }
      } else {
        addPaperSession(name, title, start: start, end: explicitEnd, join: join, at: record)
      }
      for (id, place) in papers { self.place(Slot(paper: id), in: name, at: place) }
    }
  }

  /// The ids that a session lists, as texts, as records or in one cell, each with its place; a row may be for one paper.
  func papers(of record: Record) -> [(id: String, place: Place)] {
    let names = ["papers", "paper", "paper_ids", "paper_id"]
    guard let nodes = record.node(any: names)?.items else {
      return record.items(any: names, separators: [","]).map { (id: $0.text, place: $0.place) }
    }
    return nodes.compactMap { node -> (id: String, place: Place)? in
      if let id = node.text ?? Record(node).text("id", "UID", "paper") { return (id, node.place) }
      leaveOut(node.place, lacking: "paper", "write the paper's id into it")
      return nil
    }
  }

  /// A session that no file lists lasts from its first slot to its last.
  private func widen(_ name: String, to times: (start: Instant, end: Instant), at record: Record) {
    if sessionIndex(name) == nil {
      unlisted.add("session", at: record.place("session_name", "session"))
      madeOfSlots.insert(name)
      addPaperSession(name, "Q&A session \(name)", start: times.start, end: times.end, join: nil, at: record)
    } else if madeOfSlots.contains(name), let index = sessionIndex(name) {
      draft.sessions[index].start = min(draft.sessions[index].start, times.start)
      draft.sessions[index].end = max(draft.sessions[index].end, times.end)
    }
  }

  private func addPaperSession(
    _ name: String, _ title: String, start: Instant, end: Instant?, join: String?, at record: Record
  ) {
    let id = Slug.isAddress(name) ? name : Slug.made(of: name)
    if id != name { derived.insert(EntryName(kind: .session, id: id)) }
    sessionNames[name] = id
    // EMNLP's posters stood in Gather.
    let kind = title.contains(/Poster|Gather/) ? Session.Kind.poster : .qa
    // The files with the slots say when it ends; an hour stands where none does.
    var session = Session(id: id, kind: kind, title: title, start: start, end: end ?? start.adding(minutes: 60))
    session.join = join
    guard ordered(session.start, session.end, at: record.place("end", "end_time")) != nil else { return }
    add(session, at: record.place(ofName: ["session_name", "id", "UID", "name", "session"]))
  }

  /// Where the papers stand among the slots of their session.
  private static func indexes(of slots: [Slot]) -> [String: Int] {
    Dictionary(zip(slots.map(\.paper), slots.indices)) { first, _ in first }
  }

  /// "UID,session_name,starttime,endtime,timezone,zoom_join_link": when each paper is on, and where.
  func readSlotTimes(of table: String) {
    var ends: [String: Instant] = [:]
    var seen: Set<String> = []
    var slots: [Int: [String: Int]] = [:]
    let isListed = folder.tableNames.contains(table.replacing(/zoom_links$/, with: "sessions"))
    let (paperFields, sessionFields) = (["UID", "paper", "paper_id", "id"], ["session_name", "session", "session_id"])
    forEachRecord(of: table) { record in
      let (paperPlace, place) = (record.place(any: paperFields), record.place(any: sessionFields))
      let times = times(record)
      let join = address(record, "zoom_join_link", "join_link", "zoom_link", "join", "zoom")
      guard let paper = record.text(any: paperFields), let name = record.text(any: sessionFields) else {
        return error(record.place, "this slot lacks its paper or its session", "fill in both columns")
      }
      if !isListed, isRowGood, let times { widen(name, to: times, at: record) }
      let index = sessionIndex(name: name, with: paper, at: paperPlace, sessionAt: place)
      guard isRowGood, let index, let times else { return }
      guard seen.insert("\(name) \(paper)").inserted else {
        return error(
          paperPlace, "the paper “\(paper)” is in the session “\(name)” twice", "leave one of the two rows out")
      }
      if times.start < draft.sessions[index].start { outside.add("slot", at: paperPlace) }
      let known = slots[index] ?? Self.indexes(of: draft.sessions[index].slots)
      slots[index] = known
      guard let slot = known[paper] else {
        let own = Slot(paper: paper, start: times.start, end: times.end, join: join)
        self.place(own, in: name, at: paperPlace, sessionAt: place)
        if let last = draft.sessions[index].slots.indices.last, draft.sessions[index].slots[last].paper == paper {
          slots[index]?[paper] = last
        }
        return
      }
      draft.sessions[index].slots[slot].join = join
      draft.sessions[index].slots[slot].start = times.start
      draft.sessions[index].slots[slot].end = times.end
      ends[name] = max(ends[name] ?? times.end, times.end)
    }
    for (name, end) in ends {
      guard let index = sessionIndex(name), end > draft.sessions[index].start else { continue }
      draft.sessions[index].end = end
    }
  }
}
