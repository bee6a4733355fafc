import Foundation

/// main_calendar and overall_calendar: the only times in the Mini-Conf template, a second copy of them in ACL 2020.
extension FolderReading {
  func readCalendar() {
    let known = Set(draft.sessions.map(\.kind))
    let season = self.season
    for name in ["main_calendar", "overall_calendar", "calendar"] {
      guard let table = table(name) else { continue }
      var repeated = 0
      var shifts: [Int: Int] = [:]
      var stale = FieldTally()
      for record in table.records(under: ["events"]) {
        if let season, let start = record.text("start").flatMap(Instant.init(iso8601:)), !season.contains(start) {
          stale.add("event", at: record.place)
          continue
        }
        if !readCalendarEvent(record, known: known, shifts: &shifts) { repeated += 1 }
        record.ignore("category", "calendarId", "view", "location", "link", "scrollKey", "UID", "id")
        tally(record)
      }
      for entry in stale.entries {
        say(
          .warning, of: entry,
          "this is more than a month away from the days of the conference and its other sessions; it is left out",
          "remove what is from the template or from last year, or correct the date")
      }
      settleFloating(shifts, table)
      if repeated > 0 {
        note(
          Place(file: table.name),
          "\(repeated) of its events are left out, since other files list the sessions of their kinds",
          "nothing, if the two agree")
      }
    }
  }

  /// The time around the days on a portal's first page, where other files have sessions on these: a calendar that is far
  /// from both is the template's, or that of another year.
  private var season: Range<Instant>? {
    guard writtenDays != nil, let start = draft.conference.start, let end = draft.conference.end else { return nil }
    let first = Instant(seconds: Int64(start.number - 31) * 86_400)
    let last = Instant(seconds: Int64(end.number + 31) * 86_400)
    return draft.sessions.contains { (start...end).contains(Zone.utc.day(at: $0.start)) } ? first..<last : nil
  }

  /// False where the event repeats what other files say.
  private func readCalendarEvent(_ record: Record, known: Set<Session.Kind>, shifts: inout [Int: Int]) -> Bool {
    let (title, times) = (record.text("title").map(Self.plain)?.nonEmpty, times(record))
    if title == nil { error(record.place("title"), "this event has no title", "add one") }
    guard let title, let times else { return true }
    let link = record.text("link")
    if let twin = twin(of: title, at: times) {
      let known = draft.sessions[twin.index]
      // Of the same talk in the morning and in the evening nobody can tell which is which.
      if twin.isOnly, floating.contains(known.id) { shifts[Int(times.start - known.start) / 1000, default: 0] += 1 }
      _ = nameSession(known.id, by: link)
      return false
    }
    let kind = calendarKind(title, type: record.text("type"))
    let event = calendarEvent(title)
    let sessionKind = event?.kind.sessionKind ?? kind
    // Breaks and the like are of no kind that one file lists.
    if sessionKind != .other, known.contains(sessionKind) { return false }
    let id = calendarID(record, title: title)
    var session = Session(
      id: id, kind: event.map { kind == .qa ? .qa : $0.kind.sessionKind } ?? kind, title: title, start: times.start,
      end: times.end)
    session.event = event?.reference
    session.chairs = namedChairs(record)
    session.join = record.text("zoom", "zoom_link", "join").flatMap { Self.isWebAddress($0) ? $0 : nil }
    guard claim("session", id, at: record.place) else { return true }
    let isNamed = nameSession(id, by: link)
    if !isNamed, let link, Self.isWebAddress(link), event == nil, kind == .other { session.join = session.join ?? link }
    draft.sessions.append(session)
    return true
  }

  /// The event's id, or the one in parentheses behind its title, or one made of the title; what other files call by the
  /// event's id is another session.
  private func calendarID(_ record: Record, title: String) -> String {
    let own = record.text("UID", "id")
    let inTitle = title.firstMatch(of: /\(([A-Za-z0-9._-]{2,20})\)\s*$/).map { String($0.1) }
    guard let given = own ?? inTitle else { return uniqueSessionID(Slug.made(of: title)) }
    let id = Slug.isAddress(given) ? given : Slug.made(of: given)
    if let first = places["session \(id)"], own == nil || first.file != record.place.file {
      return uniqueSessionID(Slug.made(of: title))
    }
    if id != given { sessionNames[given] = id }
    return id
  }

  /// "papers.html?session=Mon+Session+1" says what papers call this session; several may have the same papers.
  private func nameSession(_ id: String, by link: String?) -> Bool {
    guard let link, let address = URLComponents(string: link), address.path.hasSuffix(".html"),
      let page = address.path.dropLast(".html".count).split(separator: "/").last,
      let name = address.queryItems?.first(where: { $0.name == "session" })?.value?.replacing("+", with: " ")
    else { return false }
    if page == "papers" { sessionNames[name] = sessionNames[name] ?? id }
    sharedNames[page == "papers" ? name : "\(page) \(name)", default: []].append(id)
    return true
  }

  /// The session of this title at these times: "Mentoring (Session 1)" is "Mentoring: Session 1". One whose times name no
  /// zone may be as many hours away as zones are.
  private func twin(of title: String, at times: (start: Instant, end: Instant)) -> (index: Int, isOnly: Bool)? {
    let words = Folding.words(of: title)
    let same = draft.sessions.indices.first {
      let session = draft.sessions[$0]
      return (session.start, session.end) == times && Folding.words(of: session.title) == words
    }
    if let same, floating.isEmpty { return (same, true) }
    func distance(_ index: Int) -> Int64 { abs(draft.sessions[index].start - times.start) }
    let near = draft.sessions.indices.filter {
      floating.contains(draft.sessions[$0].id) && distance($0) <= 14 * 3_600_000 && distance($0) % 900_000 == 0
        && Folding.words(of: draft.sessions[$0].title) == words
    }
    let nearest = near.min { distance($0) < distance($1) }
    return (same ?? nearest).map { (index: $0, isOnly: near.count == 1) }
  }

  /// Moves sessions whose times name no zone to where the calendar has most of them.
  private func settleFloating(_ shifts: [Int: Int], _ table: Table) {
    guard let most = shifts.max(by: { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) }),
      most.value * 2 > shifts.values.reduce(0, +)
    else { return }
    isZoneSettled = true
    guard most.key != 0 else { return }
    for index in draft.sessions.indices where floating.contains(draft.sessions[index].id) {
      move(&draft.sessions[index], by: most.key / 60)
    }
    let zone = Zone.fixed(-most.key).offsetText(at: Instant(milliseconds: 0))
    note(
      Place(file: table.name),
      "the times of sessions in other files name no zone; they are read as \(zone), with which they are when this file says",
      "give times with a zone to be sure")
  }

  /// Moves a session with those of its papers that are on within it; times elsewhere are those of another zone already.
  private func move(_ session: inout Session, by minutes: Int) {
    let (start, end) = (session.start, session.end)
    for index in session.slots.indices {
      let slot = session.slots[index]
      guard [slot.start, slot.end].compactMap(\.self).allSatisfy({ $0 >= start && $0 <= end }) else { continue }
      session.slots[index].start = slot.start?.adding(minutes: minutes)
      session.slots[index].end = slot.end?.adding(minutes: minutes)
    }
    session.start = start.adding(minutes: minutes)
    session.end = end.adding(minutes: minutes)
  }

  private func calendarKind(_ title: String, type: String?) -> Session.Kind {
    let text = "\(type ?? "") \(title)".lowercased()
    let words: [(String, Session.Kind)] = [
      ("poster", .poster), ("q&a", .qa), ("live qa", .qa), ("qa session", .qa), ("keynote", .keynote),
      ("tutorial", .tutorial),
      ("workshop", .workshop), ("plenary", .plenary), ("mentoring", .mentoring), ("expo", .expo), ("social", .social),
      ("meet-up", .social),
    ]
    return words.first { text.contains($0.0) }?.1 ?? .other
  }

  /// The event that a calendar's title names: a social by its title, a keynote by its speaker.
  private func calendarEvent(_ title: String) -> Event? {
    draft.events.first { event in
      if title == event.title { return true }
      guard event.kind == .keynote, title.contains(/Q\s*&?\s*A/) else { return false }
      return event.people.contains { person in
        person.name.split(separator: " ").last.map { title.hasSuffix($0) } ?? false
      }
    }
  }
}
