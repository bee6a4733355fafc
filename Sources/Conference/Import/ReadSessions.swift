import Foundation

/// Sessions and the papers in them, from all files that have any: those of ours are sessions and slots.
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
    placeListedSlots()
    readThemes()
  }

  func add(_ session: Session, at place: Place) {
    if claim("session", session.id, at: place) { draft.sessions.append(session) }
  }

  func sessionIndex(_ name: String) -> Int? {
    let id = sessionNames[name] ?? name
    return draft.sessions.firstIndex { $0.id == id }
  }

  private func readOwnSessions() {
    for name in ["sessions", "events", "session_list"] {
      guard let table = table(name) else { continue }
      let records = datedRecords(of: table, under: ["sessions", "events"])
      forEach(records.flatMap { sessionsBelow($0) ?? [$0] }) { record in
        var found: Session?
        guard succeeded({ found = self.session(record) }), let session = found else { return }
        draft.sessions.append(session)
        listedSlots += papers(of: record).map { (paper: $0.id, session: session.id, place: $0.place) }
        readTimeSlots(record, of: draft.sessions.count - 1)
        readProgramEvents(record, of: draft.sessions.count - 1)
      }
    }
  }

  /// The session with all that is wrong in its row reported; nil where even its times are.
  private func session(_ record: Record) -> Session? {
    let names = ["title", "session_title", "name"] + (isPortal ? ["long_name", "session_name", "session"] : [])
    var title = record.text(any: names)
    if title == nil, isPortal, record.text("id", "UID", "session_id") != nil {
      // The event of this name, which is read later, has the title.
      title = ""
    } else if let title {
      warnAboutMarkup(title, at: record.place(any: names))
    } else {
      lack(record, names, "this session has no title", "add one")
    }
    if let above = aboveTitle(record), let own = title, !own.contains(above) {
      title = own.isEmpty ? above : "\(above): \(own)"
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
    if isPortal, zoneless.contains(record.place) { floating.insert(session.id) }
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
    guard let text = record.text("kind", "type", "category") else {
      return (isPortal ? record.text("calendarId").flatMap { Session.Kind(words: $0) } : nil) ?? .other
    }
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
      if paper == nil {
        lack(record, ["paper", "UID", "paper_id"], "this slot has no paper", "fill in the column “paper”")
      }
      if session == nil {
        lack(record, ["session", "session_id"], "this slot has no session", "fill in the column “session”")
      }
      guard let paper, let session else { return }
      let (place, sessionAt) = (record.place("paper", "UID", "paper_id"), record.place("session", "session_id"))
      guard isRowGood else {
        _ = sessionIndex(name: session, with: paper, at: place, sessionAt: sessionAt)
        return
      }
      let slot = Slot(paper: paper, start: start, end: end, join: join)
      self.place(slot, in: session, at: place, sessionAt: sessionAt)
      warnOfTimes(slot, in: session, at: place)
    }
  }

  private func warnOfTimes(_ slot: Slot, in name: String, at place: Place) {
    guard let session = sessionIndex(name).map({ draft.sessions[$0] }) else { return }
    let times = [slot.start, slot.end].compactMap(\.self)
    if times.contains(where: { $0 < session.start || $0 > session.end }) { outside.add("slot", at: place) }
  }

  /// Where the session stands in the draft, if it and the paper exist; what does not is reported at its cell.
  func sessionIndex(name: String, with paper: String, at place: Place, sessionAt: Place?) -> Int? {
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

  /// Papers that the rows of sessions list themselves, unless a file of slots has said more of them.
  private func placeListedSlots() {
    for listed in listedSlots {
      guard let index = sessionIndex(name: listed.session, with: listed.paper, at: listed.place, sessionAt: nil) else {
        continue
      }
      addSlot(listed.paper, from: nil, to: nil, in: index)
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
    var known: [String: [Int]] = [:]
    for named in namedSlots where paperIndex[named.paper] != nil {
      let key = "\(named.page ?? "") \(named.session)"
      let indexes = known[key] ?? sessionIndexes(named.session, on: named.page)
      known[key] = indexes
      if indexes.isEmpty { missSession(named.session, at: named.place) }
      for index in indexes where slotSeen.insert("\(draft.sessions[index].id) \(named.paper)").inserted {
        draft.sessions[index].slots.append(Slot(paper: named.paper))
      }
    }
  }

  /// Our own papers are held to the sessions that they name, where a file lists these.
  private func missSession(_ name: String, at place: Place) {
    if !isPortal, folder.tableNames.contains("sessions") {
      dangling("session", name, at: place)
    } else {
      unscheduled.add(name, at: place)
    }
  }

  /// The sessions that papers call so; those of a portal may call them by their titles.
  ///
  /// - Parameter page: of which the session's link is, where the papers are not the conference's main ones; what these
  ///   call 1 is not the session of that id.
  private func sessionIndexes(_ name: String, on page: String?) -> [Int] {
    let shared = (sharedNames[page.map { "\($0) \(name)" } ?? name] ?? []).compactMap { id in
      draft.sessions.firstIndex { $0.id == id }
    }
    if !shared.isEmpty { return shared }
    if isPortal, let number = Int(name), sessionNames[name] == nil {
      return page == nil ? numbered(number, name) : []
    }
    if page == nil, let index = sessionIndex(name) { return [index] }
    let words = Folding.words(of: name)
    let titled = draft.sessions.indices.filter {
      !words.isEmpty && Folding.words(of: draft.sessions[$0].title) == words
    }
    if isPortal { return titled }
    // A session that has an id is called by it.
    let isOnly = titled.count == 1 && derived.contains(EntryName(kind: .session, id: draft.sessions[titled[0]].id))
    return isOnly ? titled : []
  }
}
