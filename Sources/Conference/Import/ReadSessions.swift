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

  /// The session with all that is wrong in its row reported; nil where even its times are.
  private func session(_ record: Record) -> Session? {
    let title = record.text("title", "session_title", "name")
    if let title {
      warnAboutMarkup(title, at: record.place("title", "session_title", "name"))
    } else {
      error(record.place, "this session has no title", "add one")
    }
    let id = sessionID(record, title: title)
    let kind = sessionKind(record)
    let times = times(record)
    let noTime = Instant(milliseconds: 0)
    var session = Session(
      id: id ?? "", kind: kind, title: title ?? "", start: times?.start ?? noTime, end: times?.end ?? noTime)
    readReferences(of: &session, record)
    session.description = record.text("description", "abstract")
    session.join = address(record, "join", "zoom", "link", "zoom_link", "join_link")
    session.isCancelled = isAnsweredYes(record, "cancelled", "canceled")
    session.chairs = namedChairs(record)
    return times == nil ? nil : session
  }

  /// The id that the row gives or that its title makes; nil, with an error, where it is taken or cannot be an address.
  private func sessionID(_ record: Record, title: String?) -> String? {
    let names = ["id", "UID", "session_id"]
    let given = record.text(any: names) ?? record.key
    guard let id = given ?? title.map({ uniqueSessionID(Slug.made(of: $0)) }) else { return nil }
    return claim("session", id, at: record.place(ofName: names)) ? id : nil
  }

  private func readReferences(of session: inout Session, _ record: Record) {
    if let text = record.text("event") {
      session.event = EventReference(text)
      if let event = session.event {
        cite("\(event.kind.rawValue) \(event.name)", from: "session \(session.id)", at: record.place("event"))
      } else {
        error(
          record.place("event"), "“\(text.prefix(60))” is not an event", "write its kind and id, such as workshop/W3")
      }
    }
    session.sponsor = record.text("sponsor")
    if let sponsor = session.sponsor {
      cite("sponsor \(sponsor)", from: "session \(session.id)", at: record.place("sponsor"))
    }
  }

  /// What sort of session it is; a word that nobody knows costs the session its color, not its place.
  func sessionKind(_ record: Record) -> Session.Kind {
    guard let text = record.text("kind", "type", "category") else { return .other }
    if let kind = Session.Kind(words: text) { return kind }
    let known = Session.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    warn(
      record.place("kind", "type", "category"),
      "“\(text.prefix(40))” is not a kind of session that is known; it is taken for “other”", "use one of: \(known)")
    return .other
  }

  private func readOwnSlots() {
    forEachRecord(of: "slots") { record in
      let (paper, session) = (record.text("paper", "UID", "paper_id"), record.text("session", "session_id"))
      let (start, end) = (instant(record, "start", "starttime"), instant(record, "end", "endtime"))
      let join = address(record, "join", "join_link", "zoom_join_link")
      if paper == nil { error(record.place, "this slot has no paper", "fill in the column “paper”") }
      if session == nil { error(record.place, "this slot has no session", "fill in the column “session”") }
      guard let paper, let session else { return }
      let (place, sessionAt) = (record.place("paper", "UID", "paper_id"), record.place("session", "session_id"))
      guard isRowGood else {
        _ = sessionIndex(name: session, with: paper, at: place, sessionAt: sessionAt)
        return
      }
      self.place(
        Slot(paper: paper, start: start, end: end, join: join), in: session, at: place, sessionAt: sessionAt)
    }
  }

  /// Where the session stands in the draft, if it and the paper exist; what does not is reported at its cell.
  private func sessionIndex(name: String, with paper: String, at place: Place, sessionAt: Place?) -> Int? {
    let (index, hasPaper) = (sessionIndex(name), paperIndex[paper] != nil)
    if !hasPaper { dangling("paper", paper, at: place) }
    if index == nil { dangling("session", name, at: sessionAt ?? place) }
    return hasPaper ? index : nil
  }

  /// Puts a slot into its session, if both exist and it is not there yet; each of the two may stand in a cell of its own.
  func place(_ slot: Slot, in name: String, at place: Place, sessionAt: Place? = nil) {
    guard let index = sessionIndex(name: name, with: slot.paper, at: place, sessionAt: sessionAt) else { return }
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

  /// The ids that a session lists, as texts or as records, each with its place.
  private func papers(of record: Record) -> [(id: String, place: Place)] {
    (record.node("papers")?.items ?? []).compactMap { node -> (id: String, place: Place)? in
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

  /// "UID,session_name,starttime,endtime,timezone,zoom_join_link": when each paper is on, and where.
  private func readSlotTimes(of table: String) {
    var ends: [String: Instant] = [:]
    let isListed = folder.tableNames.contains(table.replacing(/zoom_links$/, with: "sessions"))
    forEachRecord(of: table) { record in
      let (paperPlace, place) = (record.place("UID", "paper", "id"), record.place("session_name", "session"))
      let times = times(record)
      let join = address(record, "zoom_join_link", "join_link", "zoom_link", "join")
      guard let paper = record.text("UID", "paper", "id"), let name = record.text("session_name", "session") else {
        return error(record.place, "this slot lacks its paper or its session", "fill in both columns")
      }
      if !isListed, isRowGood, let times { widen(name, to: times, at: record) }
      let index = sessionIndex(name: name, with: paper, at: paperPlace, sessionAt: place)
      guard isRowGood, let index, let times else { return }
      guard let slot = draft.sessions[index].slots.firstIndex(where: { $0.paper == paper }) else {
        let own = Slot(paper: paper, start: times.start, end: times.end, join: join)
        return self.place(own, in: name, at: paperPlace, sessionAt: place)
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
    for named in namedSlots where paperIndex[named.paper] != nil {
      guard let index = sessionIndex(named.session) else {
        unscheduled.add(named.session, at: named.place)
        continue
      }
      if !slotSeen.contains("\(draft.sessions[index].id) \(named.paper)") {
        place(Slot(paper: named.paper), in: named.session, at: named.place)
      }
    }
  }
}
