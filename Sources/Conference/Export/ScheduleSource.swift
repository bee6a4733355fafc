/// A draft, and what has to be known about all of it before any part of a schedule can be written.
struct ScheduleSource {
  let draft: Draft
  let baseURL: String
  let version: String
  let generated: Instant
  let zone: Zone
  let days: ScheduleDays
  let rooms: ScheduleRooms
  let acronym: String
  let numbers: [String: Int]
  let events: [EventReference: Event]
  let papers: [String: Paper]

  init(_ draft: Draft, baseURL: String, version: String, generated: Instant) {
    self.draft = draft
    self.baseURL = ScheduleLink.base(baseURL)
    self.version = version
    self.generated = generated
    zone = Zones.named(draft.conference.zone) ?? .utc
    days = ScheduleDays(draft, zone: zone, fallback: generated)
    rooms = ScheduleRooms(draft.sessions)
    acronym = ScheduleText.acronym(draft.conference.id)
    numbers = ScheduleIdentity.numbers(draft.sessions.map { Self.uid(of: $0, in: draft.conference) })
    events = Dictionary(draft.events.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    papers = Dictionary(draft.papers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func document() -> ScheduleDocument {
    ScheduleDocument(
      generator: .init(url: baseURL),
      schedule: .init(version: ScheduleText.clean(version), baseURL: baseURL, conference: conference())
    )
  }

  /// The same as in calendars, so that the schedule's identifiers last as long as those.
  static func uid(of session: Session, in conference: ConferenceInfo) -> String {
    CalendarUID.of(session: session.id, conference: conference.id)
  }

  private func conference() -> ScheduleDocument.Conference {
    let info = draft.conference
    let days = dayList()
    return .init(
      acronym: acronym, title: ScheduleText.clean(info.name), description: info.description.map(ScheduleText.clean),
      start: days.first?.date ?? "", end: days.last?.date ?? "", daysCount: days.count, zone: zone.id,
      logo: info.logo.flatMap(link), colors: info.accent.flatMap(HexColor.init).map { ["primary": $0.text] },
      url: info.website.flatMap(link) ?? baseURL, tracks: tracks(), rooms: roomList(),
      meta: ["generated": generated.iso8601], days: days
    )
  }

  private func tracks() -> [ScheduleDocument.Track] {
    let kinds = Set(draft.sessions.map(\.kind))
    return Session.Kind.allCases.filter(kinds.contains).map {
      .init(name: $0.scheduleRoom, slug: $0.rawValue, color: $0.scheduleColor)
    }
  }

  private func roomList() -> [ScheduleDocument.Room] {
    rooms.names.map {
      .init(
        name: $0, slug: ScheduleText.slug($0), guid: ScheduleIdentity.guid("room:\($0)@\(draft.conference.id).hatata"))
    }
  }

  private func dayList() -> [ScheduleDocument.Day] {
    let sessions = Dictionary(grouping: draft.sessions) { days.day(of: $0.start) }
    return days.days.enumerated().map { index, day in
      let sessions = (sessions[day] ?? []).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
      return .init(
        index: index + 1, date: day.iso, start: ScheduleTime.date(days.start(of: day), in: zone),
        end: ScheduleTime.date(days.start(of: day.adding(days: 1)), in: zone),
        rooms: Dictionary(grouping: sessions.map(event), by: \.room)
      )
    }
  }

  func link(_ address: String) -> String? {
    ScheduleLink.absolute(address, base: baseURL)
  }
}
