import Conference

/// Parts of the program as calendars.
struct ProgramCalendar {
  struct File {
    var name: String
    var text: String
  }

  private let program: Program
  private let conference: ConferenceInfo
  private let address: String

  /// - Parameter program: as the visitor may see it.
  init(_ site: Site, _ program: Program) throws {
    self.program = program
    address = site.settings.address
    guard let conference = program.conference else { throw ConferenceError.unavailable("there is no conference yet") }
    self.conference = conference
  }

  /// "all", a kind of session, or "plan" with the ids in the query.
  func named(_ name: String, _ query: Query) throws -> File {
    if name == "all" {
      return file(
        "all", conference.name, items(of: program.sessions) + withdrawn { _ in true }, source: "/calendars/all.ics")
    }
    if name == "plan" { return plan(papers: Self.ids(query["papers"]), sessions: Self.ids(query["sessions"])) }
    guard let kind = Session.Kind(rawValue: name) else { throw ConferenceError.notFound("calendar") }
    let sessions = program.sessions.filter { $0.kind == kind }
    return file(
      name, "\(conference.name): \(KindTag.name(kind))", items(of: sessions) + withdrawn { $0.kind == kind },
      source: "/calendars/\(name).ics")
  }

  func session(_ id: String) throws -> File {
    let source = "/sessions/\(id).ics"
    if let session = program.session(id) {
      return file("sessions-\(id)", session.title, [item(of: session)], source: source)
    }
    guard let stamp = stamp(ofSession: id) else { throw ConferenceError.notFound("session") }
    return file("sessions-\(id)", stamp.summary, [CalendarItem(stamp)], source: source)
  }

  /// The live sessions of a keynote, a workshop, a social.
  func event(_ reference: EventReference) throws -> File {
    let event = program.event(reference)
    let stands = event.map { items(of: program.sessions(of: $0)) } ?? []
    let all = stands + withdrawn { $0.event == reference }
    guard let title = event?.title ?? all.first?.summary else { throw ConferenceError.notFound("calendar") }
    let path = "\(reference.kind.fileName)/\(reference.name)"
    return file("\(reference.kind.fileName)-\(reference.name)", title, all, source: "/\(path).ics")
  }

  /// A paper's places in sessions, those it was taken out of as cancelled.
  func paper(_ id: String) throws -> File {
    let places = items(ofPaper: id)
    let title = program.paper(id)?.title ?? places.first?.summary
    guard let title else { throw ConferenceError.notFound("paper") }
    return file("papers-\(id)", title, places, source: "/papers/\(id).ics")
  }

  /// Saved papers and sessions, and what is one's own, which says so; what is both stands there once.
  func plan(papers: [String], sessions: [String], own: OwnPart = .nothing) -> File {
    let duties = own.duties.map { item(of: $0.session).marked($0.words) }
    let presented = own.papers.flatMap { items(ofPaper: $0.id) }.map { $0.marked(OwnPart.presented) }
    let saved = sessions.compactMap { id in
      program.session(id).map(item) ?? stamp(ofSession: id).map { CalendarItem($0) }
    }
    let all = duties + presented + saved + papers.flatMap { items(ofPaper: $0) }
    return file("plan", "\(conference.name): my plan", all)
  }

  /// At most 2,000 ids, separated by commas.
  static func ids(_ text: String?) -> [String] { (text ?? "").split(separator: ",").prefix(2_000).map(String.init) }

  /// - Parameters:
  ///   - items: of those with the same uid the first counts.
  ///   - source: where on the site it can be fetched again; nil where that says what somebody saved.
  private func file(_ path: String, _ name: String, _ items: [CalendarItem], source: String? = nil) -> File {
    let isKnown = Set(items.map(\.uid)).count == items.count
    let unique =
      isKnown ? items : Array(Dictionary(items.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first }).values)
    return File(
      name: "\(conference.id)-\(path)",
      text: CalendarText.ics(
        name: name, description: conference.tagline, color: conference.accent, url: address + "/schedule",
        source: source.map { address + $0 }, items: unique
      ))
  }

  private func items(of sessions: [Session]) -> [CalendarItem] { sessions.map(item) }

  private func item(of session: Session) -> CalendarItem {
    var item = stamped(
      CalendarUID.of(session: session.id, conference: conference.id), session.start, session.end, session.title,
      session.isCancelled)
    item.url = address + Address.main(of: session, program)
    item.categories = [KindTag.name(session.kind)]
    item.description = text(of: session)
    item.location = item.url
    return item
  }

  /// Where the paper is met, and where it was to be met until it was taken out.
  private func items(ofPaper id: String) -> [CalendarItem] {
    let places = program.paper(id).map { items(of: $0) } ?? []
    let current = Set(places.map(\.uid))
    let ending = "-paper-\(id)@\(conference.id).hatata"
    return places + withdrawn(except: current) { $0.isOfPaper && $0.uid.hasSuffix(ending) }
  }

  private func items(of paper: Paper) -> [CalendarItem] {
    program.appearances(of: paper).map { place in
      var item = stamped(
        CalendarUID.of(paper: paper.id, session: place.session.id, conference: conference.id), place.start, place.end,
        paper.title, place.session.isCancelled)
      item.url = address + Address.of(paper)
      item.location = item.url
      item.categories = [KindTag.name(place.session.kind)]
      item.description =
        "\(place.session.title)\n\(paper.authors.map(\.name).joined(separator: ", "))\n\(item.url ?? "")"
      return item
    }
  }

  private func stamp(ofSession id: String) -> CalendarStamp? {
    program.stamps[CalendarUID.of(session: id, conference: conference.id)]
  }

  /// Sessions that are no longer in the program: calendars are told that they are cancelled.
  private func withdrawn(_ isIncluded: (CalendarStamp) -> Bool) -> [CalendarItem] {
    let current = Set(program.sessions.map { CalendarUID.of(session: $0.id, conference: conference.id) })
    return withdrawn(except: current) { !$0.isOfPaper && isIncluded($0) }
  }

  private func withdrawn(except current: Set<String>, _ isIncluded: (CalendarStamp) -> Bool) -> [CalendarItem] {
    program.stamps.values.filter { $0.isCancelled && !current.contains($0.uid) && isIncluded($0) }
      .sorted { $0.uid < $1.uid }.map { CalendarItem($0) }
  }

  private func stamped(_ uid: String, _ start: Instant, _ end: Instant, _ summary: String, _ isCancelled: Bool)
    -> CalendarItem
  {
    let stamp = program.stamps[uid]
    return CalendarItem(
      uid: uid, start: start, end: end, summary: summary, sequence: stamp?.sequence ?? 0,
      modified: stamp?.modified ?? program.changed, isCancelled: isCancelled)
  }

  private func text(of session: Session) -> String? {
    let event = session.event.flatMap { program.event($0) }
    let papers = session.slots.isEmpty ? nil : EntryKind.paper.counted(session.slots.count)
    return [event.map { PeopleLine.short($0.people) }, papers, address + Address.main(of: session, program)].compactMap
    { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension CalendarItem {
  /// The same, beginning with what its owner does there.
  fileprivate func marked(_ words: String) -> CalendarItem {
    var item = self
    item.summary = "\(words): \(summary)"
    return item
  }
}
