import Foundation

/// main_calendar and overall_calendar: the only times in the Mini-Conf template, a second copy of them in ACL 2020.
extension FolderReading {
  func readCalendar() {
    let known = Set(draft.sessions.map(\.kind))
    var repeated = 0
    for name in ["main_calendar", "overall_calendar", "calendar"] {
      guard let table = table(name) else { continue }
      for record in table.records(under: ["events"]) {
        if !readCalendarEvent(record, known: known) { repeated += 1 }
        record.ignore("category", "calendarId", "view", "location", "link")
        tally(record)
      }
      if repeated > 0 {
        note(
          Place(file: table.name),
          "\(repeated) of its events are left out, since other files list the sessions of their kinds",
          "nothing, if the two agree")
      }
    }
  }

  /// False where the event repeats what other files say.
  private func readCalendarEvent(_ record: Record, known: Set<Session.Kind>) -> Bool {
    guard let title = record.text("title").map(Self.plain), let times = times(record) else {
      if record.text("title") == nil { error(record.place, "this event has no title", "add one") }
      return true
    }
    let kind = calendarKind(title, type: record.text("type"))
    let event = calendarEvent(title)
    if known.contains(event?.kind.sessionKind ?? kind) || hasSession(title, at: times) { return false }
    let given = title.firstMatch(of: /\(([A-Za-z0-9._-]{2,20})\)\s*$/).map { String($0.1) }.flatMap {
      places["session \($0)"] == nil ? $0 : nil
    }
    var session = Session(
      id: given ?? uniqueSessionID(Slug.made(of: title)),
      kind: event.map { kind == .qa ? .qa : $0.kind.sessionKind } ?? kind, title: title, start: times.start,
      end: times.end)
    session.event = event?.reference
    add(session, at: record.place)
    // "papers.html?session=Mon+Session+1" says what papers call this session.
    if let link = record.text("link"),
      let name = URLComponents(string: link)?.queryItems?.first(where: { $0.name == "session" })?.value
    {
      sessionNames[name.replacingOccurrences(of: "+", with: " ")] = session.id
    } else if let link = record.text("link"), Self.isWebAddress(link), event == nil, kind == .other {
      session.join = link
    }
    return true
  }

  /// Whether a session of this title is known at these times: "Mentoring (Session 1)" is "Mentoring: Session 1".
  private func hasSession(_ title: String, at times: (start: Instant, end: Instant)) -> Bool {
    let words = Folding.words(of: title)
    return draft.sessions.contains {
      ($0.start, $0.end) == times && Folding.words(of: $0.title) == words
    }
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
