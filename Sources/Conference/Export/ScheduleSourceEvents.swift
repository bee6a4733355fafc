extension ScheduleSource {
  func event(_ session: Session) -> ScheduleEvent {
    let uid = Self.uid(of: session, in: draft.conference)
    let number = numbers[uid] ?? 1
    let code = ScheduleIdentity.code(number)
    let event = session.event.flatMap { events[$0] }
    return ScheduleEvent(
      guid: ScheduleIdentity.guid(uid), id: number, code: code, logo: event?.image.flatMap(link),
      date: ScheduleTime.date(session.start, in: zone), end: ScheduleTime.date(session.end, in: zone),
      start: ScheduleTime.clock(session.start, in: zone),
      duration: ScheduleTime.duration(from: session.start, to: session.end), room: rooms.name(of: session),
      slug: "\(acronym)-\(ScheduleText.slug(session.id))-\(code.lowercased())",
      url: "\(baseURL)/sessions/\(CalendarEscape.uri(session.id))", title: title(of: session),
      subtitle: ScheduleText.clean(event.map { $0.title == session.title ? "" : $0.title } ?? ""),
      track: session.kind.scheduleRoom, type: session.kind.scheduleType, language: "en",
      abstract: ScheduleText.clean(event?.summary ?? ""), description: description(of: session, event: event),
      recordingLicense: "",
      // Nothing is recorded unless it is said.
      doNotRecord: event?.recording == nil,
      persons: people(of: session, event: event).map(person), links: links(of: session, event: event), attachments: []
    )
  }

  /// The format has no field for it, and what is missing from it would seem to be forgotten.
  private func title(of session: Session) -> String {
    ScheduleText.clean(session.isCancelled ? "Cancelled: \(session.title)" : session.title)
  }

  private func description(of session: Session, event: Event?) -> String {
    let papers = slotPapers(of: session).map { paper in
      let authors = paper.authors.map(\.name).joined(separator: ", ")
      return authors.isEmpty ? "- \(paper.title)" : "- \(paper.title) (\(authors))"
    }
    let parts = [session.description ?? event?.description ?? "", papers.joined(separator: "\n")]
    return ScheduleText.clean(parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  private func slotPapers(of session: Session) -> [Paper] {
    session.slots.compactMap { papers[$0.paper] }
  }

  /// Those whose session it is; where many papers are presented, their authors stand in the description.
  private func people(of session: Session, event: Event?) -> [Person] {
    if let event, !event.people.isEmpty { return event.people }
    return session.slots.count == 1 ? slotPapers(of: session).flatMap(\.authors) : []
  }

  private func person(_ person: Person) -> ScheduleEvent.Person {
    let name = ScheduleText.clean(person.name)
    let key = "person:\(person.name)|\(person.affiliation ?? "")@\(draft.conference.id).hatata"
    return .init(
      guid: ScheduleIdentity.guid(key), name: name, publicName: name, avatar: person.image.flatMap(link),
      biography: person.biography.map(ScheduleText.clean)
    )
  }

  private func links(of session: Session, event: Event?) -> [ScheduleEvent.Reference] {
    var links = slotPapers(of: session).map {
      ScheduleEvent.Reference(
        title: ScheduleText.clean($0.title), url: "\(baseURL)/papers/\(CalendarEscape.uri($0.id))", type: "paper"
      )
    }
    if let url = event?.website.flatMap(link) { links.append(.init(title: "Website", url: url, type: "web")) }
    for other in event?.links ?? [] {
      guard let url = link(other.url) else { continue }
      links.append(.init(title: ScheduleText.clean(other.label), url: url, type: "related"))
    }
    return links
  }
}
