/// What the program says now about something that stands in calendars.
public struct CalendarFact: Hashable, Sendable {
  public var uid: String
  public var start: Instant
  public var end: Instant
  public var summary: String
  public var isCancelled: Bool
  /// Of a session: in which kind's calendar it stands.
  public var kind: Session.Kind?
  /// Of an event's session: in which event's calendar it stands.
  public var event: EventReference?

  public init(
    uid: String, start: Instant, end: Instant, summary: String, isCancelled: Bool = false, kind: Session.Kind? = nil,
    event: EventReference? = nil
  ) {
    self.uid = uid
    self.start = start
    self.end = end
    self.summary = summary
    self.isCancelled = isCancelled
    self.kind = kind
    self.event = event
  }
}

extension CalendarStamp {
  /// One fact for every session of the draft and one for every paper's place in it, in the order of the draft.
  public static func facts(of draft: Draft) -> [CalendarFact] {
    let titles = Dictionary(draft.papers.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    return draft.sessions.flatMap { session in
      [fact(of: session, in: draft.conference)]
        + session.slots.map { fact(of: $0, title: titles[$0.paper], session: session, in: draft.conference) }
    }
  }

  private static func fact(of session: Session, in conference: ConferenceInfo) -> CalendarFact {
    CalendarFact(
      uid: CalendarUID.of(session: session.id, conference: conference.id), start: session.start, end: session.end,
      summary: session.title, isCancelled: session.isCancelled, kind: session.kind, event: session.event
    )
  }

  private static func fact(
    of slot: Slot, title: String?, session: Session, in conference: ConferenceInfo
  ) -> CalendarFact {
    CalendarFact(
      uid: CalendarUID.of(paper: slot.paper, session: session.id, conference: conference.id),
      start: slot.start ?? session.start, end: slot.end ?? session.end, summary: title ?? session.title,
      isCancelled: session.isCancelled
    )
  }
}
