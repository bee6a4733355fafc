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

  init(_ site: Site) throws {
    program = site.edition.program
    address = site.settings.address
    guard let conference = program.conference else { throw ConferenceError.unavailable("there is no conference yet") }
    self.conference = conference
  }

  /// "all", a kind of session, or "plan" with the ids in the query.
  func named(_ name: String, _ query: Query) throws -> File {
    if name == "all" { return file("all", conference.name, items(of: program.sessions) + withdrawnSessions) }
    if name == "plan" { return plan(query) }
    guard let kind = Session.Kind(rawValue: name) else { throw ConferenceError.notFound("calendar") }
    let sessions = program.sessions.filter { $0.kind == kind }
    return file(name, "\(conference.name): \(KindTag.name(kind))", items(of: sessions))
  }

  func session(_ id: String) throws -> File {
    if let session = program.session(id) { return file("sessions-\(id)", session.title, [item(of: session)]) }
    let uid = CalendarUID.of(session: id, conference: conference.id)
    guard let stamp = program.stamps[uid] else { throw ConferenceError.notFound("session") }
    return file("sessions-\(id)", stamp.summary, [CalendarItem(stamp)])
  }

  /// The live sessions of a keynote, a workshop, a social.
  func event(_ reference: EventReference) throws -> File {
    guard let event = program.event(reference) else { throw ConferenceError.notFound("calendar") }
    let path = "\(event.kind.fileName)-\(event.name)"
    return file(path, event.title, items(of: program.sessions(of: event)))
  }

  /// A paper's places in sessions, those it was taken out of as cancelled.
  func paper(_ id: String) throws -> File {
    guard let paper = program.paper(id) else { throw ConferenceError.notFound("paper") }
    return file("papers-\(id)", paper.title, items(of: paper))
  }

  private func plan(_ query: Query) -> File {
    let papers = Self.ids(query["papers"]).compactMap { program.paper($0) }
    let sessions = Self.ids(query["sessions"]).compactMap { program.session($0) }
    return file("plan", "\(conference.name): my plan", items(of: sessions) + papers.flatMap { items(of: $0) })
  }

  /// At most 500 ids, separated by commas.
  static func ids(_ text: String?) -> [String] { (text ?? "").split(separator: ",").prefix(500).map(String.init) }

  private func file(_ path: String, _ name: String, _ items: [CalendarItem]) -> File {
    let isKnown = Set(items.map(\.uid)).count == items.count
    let unique =
      isKnown ? items : Array(Dictionary(items.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first }).values)
    return File(
      name: "\(conference.id)-\(path)",
      text: CalendarText.ics(
        name: name, description: conference.tagline, color: conference.accent, url: address + "/schedule", items: unique
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

  private func items(of paper: Paper) -> [CalendarItem] {
    let places = program.appearances(of: paper).map { place in
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
    let current = Set(places.map(\.uid))
    let ending = "-paper-\(paper.id)@\(conference.id).hatata"
    return places
      + program.stamps.values.filter { $0.isCancelled && $0.uid.hasSuffix(ending) && !current.contains($0.uid) }.map {
        CalendarItem($0)
      }
  }

  /// Sessions that are no longer in the program: calendars are told that they are cancelled.
  private var withdrawnSessions: [CalendarItem] {
    let current = Set(program.sessions.map { CalendarUID.of(session: $0.id, conference: conference.id) })
    return program.stamps.values.filter { $0.isCancelled && !$0.uid.contains("-paper-") && !current.contains($0.uid) }
      .map { CalendarItem($0) }
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
