/// Somebody or some room that two sessions need at once.
public struct Clash: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case person(String)
    /// The address at which one joins.
    case room(String)
  }

  public let subject: Subject
  /// What makes two mentions of the subject the same.
  let key: String
  /// The one that begins first, then the one with the smaller id.
  public let first: Session
  public let second: Session
}

extension Program {
  /// Every clash of the program, in the order of time.
  public var clashes: [Clash] {
    let keys = PersonKeys(self)
    let all = sessions.flatMap { occupations(of: $0, keys) }
    return Dictionary(grouping: all, by: \.key).values.flatMap { Self.clashes(among: $0) }.sortedByTime
  }

  /// The clashes of one session with the others, as it is or is to be.
  public func clashes(of session: Session) -> [Clash] {
    let keys = PersonKeys(self)
    let mine = Dictionary(grouping: occupations(of: session, keys), by: \.key)
    let others = sessions.filter { $0.id != session.id && $0.start < session.end && session.start < $0.end }
    let theirs = others.flatMap { occupations(of: $0, keys) }.filter { mine[$0.key] != nil }
    return Array(Set(theirs.flatMap { other in (mine[other.key] ?? []).compactMap { Self.clash($0, other) } }))
      .sortedByTime
  }

  /// Sweeps over what needs the same, by its start: only what is not over yet can overlap with the next.
  private static func clashes(among occupations: [Occupation]) -> Set<Clash> {
    var (found, open): (Set<Clash>, [Occupation]) = ([], [])
    for next in occupations.sorted(by: { ($0.start, $0.session.id) < ($1.start, $1.session.id) }) {
      open.removeAll { $0.end <= next.start }
      for other in open { if let clash = clash(other, next) { found.insert(clash) } }
      open.append(next)
    }
    return found
  }

  /// Sessions of the same event belong together, and a session does not clash with itself.
  private static func clash(_ one: Occupation, _ other: Occupation) -> Clash? {
    let (a, b) = (one.session, other.session)
    guard a.id != b.id, a.event == nil || a.event != b.event, one.overlaps(other) else { return nil }
    let isFirst = (a.start, a.id) < (b.start, b.id)
    return Clash(
      subject: isFirst ? one.subject : other.subject, key: one.key, first: isFirst ? a : b, second: isFirst ? b : a)
  }
}

extension Sequence<Clash> {
  fileprivate var sortedByTime: [Clash] {
    sorted {
      ($0.first.start, $0.first.id, $0.second.id, "\($0.subject)") < (
        $1.first.start, $1.first.id, $1.second.id, "\($1.subject)"
      )
    }
  }
}
