/// What was last published of a calendar item: enough to tell whether it has changed, and which revision it is.
public struct CalendarStamp: Codable, Hashable, Sendable {
  public var uid: String
  public var start: Instant
  public var end: Instant
  public var summary: String
  public var isCancelled: Bool
  /// Grows by one whenever the item is moved, cancelled or brought back.
  public var sequence: Int
  /// When anything about the item last changed.
  public var modified: Instant
  /// Of a session: in which kind's calendar it stands, so that it is told there when it is withdrawn.
  public var kind: Session.Kind?
  /// Of an event's session: in which event's calendar it stands.
  public var event: EventReference?

  public init(
    uid: String, start: Instant, end: Instant, summary: String, isCancelled: Bool, sequence: Int, modified: Instant,
    kind: Session.Kind? = nil, event: EventReference? = nil
  ) {
    self.uid = uid
    self.start = start
    self.end = end
    self.summary = summary
    self.isCancelled = isCancelled
    self.sequence = sequence
    self.modified = modified
    self.kind = kind
    self.event = event
  }

  /// Whether it is a paper's place in a session.
  public var isOfPaper: Bool { kind == nil }

  /// The first revision of an item.
  init(_ fact: CalendarFact, modified: Instant) {
    self.init(
      uid: fact.uid, start: fact.start, end: fact.end, summary: fact.summary, isCancelled: fact.isCancelled,
      sequence: 0, modified: modified, kind: fact.kind, event: fact.event
    )
  }

  /// The stamp after the fact became known, or itself where it says nothing new.
  func updated(with fact: CalendarFact, now: Instant) -> CalendarStamp {
    var stamp = CalendarStamp(fact, modified: modified)
    let isMoved = (start, end, isCancelled) != (fact.start, fact.end, fact.isCancelled)
    stamp.sequence = isMoved ? sequence + 1 : sequence
    // A clock that was put back must not make the newer revision look like the older one.
    if stamp != self { stamp.modified = max(now, modified) }
    return stamp
  }

  /// The stamp of an item that is no longer in the program: cancelled, since a calendar keeps what merely vanishes.
  func withdrawn(now: Instant) -> CalendarStamp {
    let fact = CalendarFact(
      uid: uid, start: start, end: end, summary: summary, isCancelled: true, kind: kind, event: event)
    return updated(with: fact, now: now)
  }
}
