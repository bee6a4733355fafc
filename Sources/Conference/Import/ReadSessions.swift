import Foundation

/// Sessions and the papers in them: schedule, poster_schedule, NAME_paper_sessions, NAME_zoom_links, sessions, slots.
extension FolderReading {
  func readSessions() {
    readPortalSchedule()
    readOwnSessions()
    for name in folder.tableNames.sorted() where name == "paper_sessions" || name.hasSuffix("_paper_sessions") {
      readPaperSessions(of: name)
    }
    readPosterSchedule()
    for name in folder.tableNames.sorted() where name == "zoom_links" || name.hasSuffix("_zoom_links") {
      readSlotTimes(of: name)
    }
    readOwnSlots()
    readThemes()
  }

  func add(_ session: Session, at place: Place) {
    if claim("session", session.id, at: place) { draft.sessions.append(session) }
  }

  func sessionIndex(_ name: String) -> Int? {
    let id = sessionNames[name] ?? name
    return draft.sessions.firstIndex { $0.id == id }
  }

  // MARK: Our own files

  private func readOwnSessions() {
    for table in ["sessions", "events"] {
      forEachRecord(of: table, under: ["sessions", "events"]) { record in
        var session: Session?
        if succeeded({ session = self.session(record) }), let session { draft.sessions.append(session) }
      }
    }
  }

  private func session(_ record: Record) -> Session? {
    guard let title = record.text("title", "name") else {
      error(record.place, "this session has no title", "add one")
      return nil
    }
    warnAboutMarkup(title, at: record.place("title", "name"))
    let given = record.text("id", "UID", "session_id") ?? record.key
    let id = given ?? uniqueSessionID(Slug.made(of: title))
    guard claim("session", id, at: record.place("id", "UID", "session_id")) else { return nil }
    guard let kind = sessionKind(record), let times = times(record) else { return nil }
    var session = Session(id: id, kind: kind, title: title, start: times.start, end: times.end)
    if let text = record.text("event") {
      session.event = EventReference(text)
      if session.event == nil {
        error(
          record.place("event"), "“\(text.prefix(60))” is not an event", "write its kind and id, such as workshop/W3")
      }
    }
    session.sponsor = record.text("sponsor")
    session.description = record.text("description", "abstract")
    session.join = address(record, "join", "zoom", "link", "zoom_link", "join_link")
    session.isCancelled = isAnsweredYes(record, "cancelled", "canceled")
    return session
  }

  private func sessionKind(_ record: Record) -> Session.Kind? {
    guard let text = record.text("kind", "type", "category") else { return .other }
    if let kind = Session.Kind(words: text) { return kind }
    let known = Session.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    error(
      record.place("kind", "type", "category"), "“\(text.prefix(40))” is not a kind of session", "use one of: \(known)")
    return nil
  }

  private func readOwnSlots() {
    forEachRecord(of: "slots") { record in
      guard let paper = record.text("paper", "UID"), let session = record.text("session") else {
        error(record.place, "this slot lacks its paper or its session", "fill in both columns")
        return
      }
      var slot = Slot(paper: paper)
      slot.start = instant(record, "start", "starttime")
      slot.end = instant(record, "end", "endtime")
      slot.join = address(record, "join", "join_link", "zoom_join_link")
      place(slot, in: session, at: record.place)
    }
  }

  /// Puts a slot into its session, if both exist and it is not there yet.
  func place(_ slot: Slot, in name: String, at place: Place) {
    guard paperIndex[slot.paper] != nil else { return dangling("paper", slot.paper, at: place) }
    guard let index = sessionIndex(name) else { return dangling("session", name, at: place) }
    guard slotSeen.insert("\(draft.sessions[index].id) \(slot.paper)").inserted else {
      error(place, "the paper “\(slot.paper)” is in the session “\(name)” twice", "leave one of the two rows out")
      return
    }
    if let start = slot.start, let end = slot.end, ordered(start, end, at: place) == nil { return }
    draft.sessions[index].slots.append(slot)
  }

  // MARK: ACL 2020

  /// "1A: {date: 2020-07-06_05:00:00, papers: [...]}"; the same session may be in several files.
  private func readPaperSessions(of table: String) {
    forEachRecord(of: table) { record in
      guard let name = record.key ?? record.text("id", "UID", "name", "session") else { return }
      if record.text("title", "long_name") != nil { record.ignore("name") }
      guard let start = instant(record, "date", "start", "start_time") else {
        if record.text("date", "start", "start_time") == nil {
          error(record.place, "the session “\(name)” has no date", "add one")
        }
        return
      }
      let explicitEnd = instant(record, "end", "end_time")
      if let index = sessionIndex(name) {
        if draft.sessions[index].start != start {
          error(
            record.place,
            "the session “\(name)” starts at \(start.iso8601) here and at \(draft.sessions[index].start.iso8601) elsewhere",
            "make the files agree")
        }
      } else {
        let id = Slug.isAddress(name) ? name : Slug.made(of: name)
        if id != name { derived.insert(EntryName(kind: .session, id: id)) }
        sessionNames[name] = id
        // The files with the slots say when it ends; an hour stands where none does.
        let title = record.text("title", "long_name", "name") ?? "Q&A session \(name)"
        // EMNLP's posters stood in Gather.
        let kind = title.contains(/Poster|Gather/) ? Session.Kind.poster : .qa
        var session = Session(
          id: id, kind: kind, title: title, start: start, end: explicitEnd ?? start.adding(minutes: 60))
        session.join = address(record, "zoom_link", "join", "link")
        add(session, at: record.place)
      }
      for paper in record.node("papers")?.items ?? [] {
        if let id = paper.text { place(Slot(paper: id), in: name, at: paper.place) }
      }
    }
  }

  /// "UID,session_name,starttime,endtime,timezone,zoom_join_link": when each paper is on, and where.
  private func readSlotTimes(of table: String) {
    var ends: [String: Instant] = [:]
    forEachRecord(of: table) { record in
      guard let paper = record.text("UID", "paper", "id"), let name = record.text("session_name", "session"),
        let times = times(record)
      else { return }
      let join = address(record, "zoom_join_link", "join_link", "zoom_link", "join")
      guard let index = sessionIndex(name) else {
        return dangling("session", name, at: record.place("session_name", "session"))
      }
      guard let slot = draft.sessions[index].slots.firstIndex(where: { $0.paper == paper }) else {
        return place(Slot(paper: paper, start: times.start, end: times.end, join: join), in: name, at: record.place)
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

  /// A slot that has its session's times needs none of its own.
  func simplifySlots() {
    for index in draft.sessions.indices {
      let session = draft.sessions[index]
      draft.sessions[index].slots = session.slots.map { slot in
        guard slot.start == session.start, slot.end == session.end else { return slot }
        return Slot(paper: slot.paper, join: slot.join)
      }
    }
  }

  /// Papers that name their sessions themselves, as in the Mini-Conf template.
  func placeNamedSlots() {
    var unscheduled = FieldTally()
    for named in namedSlots where paperIndex[named.paper] != nil {
      guard let index = sessionIndex(named.session) else {
        unscheduled.add(named.session, at: named.place)
        continue
      }
      if !slotSeen.contains("\(draft.sessions[index].id) \(named.paper)") {
        place(Slot(paper: named.paper), in: named.session, at: named.place)
      }
    }
    for entry in unscheduled.entries {
      warn(
        entry.first,
        "no file says when the session “\(entry.name.prefix(60))” is; papers are not placed in it\(entry.times)",
        "add it to sessions.csv with this id, or to the calendar")
    }
  }
}
