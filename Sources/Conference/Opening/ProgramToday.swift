/// What of a program those who run it look after now.
public struct ProgramToday: Sendable {
  /// What is on.
  public let on: [Session]
  /// What begins next: all that begins at that time, within a day.
  public let next: [Session]
  /// Those of now and of the next day that nobody can join, as nothing says where.
  public let doorless: [Session]

  public init(_ program: Program, at now: Instant) {
    let tomorrow = now.adding(minutes: 24 * 60)
    let near = program.sessions.filter { !$0.isCancelled && $0.end > now && $0.start <= tomorrow }
    let coming = near.filter { $0.start > now }
    on = near.filter { $0.start <= now }
    next = coming.filter { $0.start == coming[0].start }
    doorless = near.filter { !program.hasDoor($0) }
  }
}

extension Program {
  /// Whether anything says where one joins a session, or a part of it.
  public func hasDoor(_ session: Session) -> Bool {
    session.join != nil || session.slots.contains { $0.join != nil }
      || session.event.flatMap { self.event($0) }?.join != nil
      || session.sponsor.flatMap { self.sponsor($0) }?.join != nil
  }
}
