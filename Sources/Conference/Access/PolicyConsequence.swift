/// What a choice of policies changes from now on for some audience, in numbers and words.
public struct PolicyConsequence: Sendable {
  /// "visitors"
  public let who: String
  /// What they will no longer see: "the ways into 12 sessions", in the order of the policies.
  public let closed: [String]
  /// What they will see.
  public let opened: [String]

  /// For visitors, and for participants where talks come out at another time: to them all else is open.
  public static func all(from old: Policies, to new: Policies, _ program: Program, at now: Instant)
    -> [PolicyConsequence]
  {
    let audiences: [(Audience, String)] =
      [(.visitor, "visitors")] + (old.release == new.release ? [] : [(.participant, "participants")])
    return audiences.map { audience, who in
      let before = Sight(of: program, by: audience, old, at: now)
      let after = Sight(of: program, by: audience, new, at: now)
      return PolicyConsequence(who: who, closed: before.beyond(after), opened: after.beyond(before))
    }
  }

  /// What changes, a sentence with what it is about for each; empty where nothing does.
  public var sentences: [(beginning: String, items: [String])] {
    let capital = who.prefix(1).uppercased() + who.dropFirst()
    return [
      (beginning: "\(capital) will no longer see", items: closed), (beginning: "\(capital) will see", items: opened),
    ].filter { !$0.items.isEmpty }
  }
}

/// What somebody sees of what policies are about, in which kinds hide each other: who sees no papers sees no videos of them.
public struct Sight: Sendable {
  /// As policies and their forms call them.
  private static let kinds = ["schedule", "papers", "talks", "rooms", "sponsors", "questions"]

  private let program: Program
  private let hasQuestions: Bool

  public init(program: Program, hasQuestions: Bool) { (self.program, self.hasQuestions) = (program, hasQuestions) }

  init(of program: Program, by audience: Audience, _ policies: Policies, at now: Instant) {
    self.init(
      program: program.visible(to: audience, policies, at: now),
      hasQuestions: policies.questions.isOpen(to: audience, at: now))
  }

  /// What is in it and not in another one, in words.
  func beyond(_ other: Sight) -> [String] {
    Self.kinds.compactMap { kind in Self.words(kind, content(kind).subtracting(other.content(kind))) }
  }

  /// What is seen of a kind, in words: "the ways into 12 sessions"; nil of nothing.
  public static func words(_ name: String, _ entries: Set<EntryName>) -> String? {
    counted(entries).map { count in
      switch name {
      case "talks": "the videos and slides of \(count)"
      case "rooms": "the ways into \(count)"
      case "questions": "questions about \(count), with the names of who asked"
      default: count
      }
    }
  }

  /// "5 papers and 2 events"; nil of nothing.
  private static func counted(_ entries: Set<EntryName>) -> String? {
    let parts = EntryKind.allCases.compactMap { kind -> String? in
      let count = entries.count { $0.kind == kind }
      return count == 0 ? nil : kind.counted(count)
    }
    guard let last = parts.last else { return nil }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What of the program a policy, by its name, is about.
  public func content(_ name: String) -> Set<EntryName> {
    switch name {
    case "schedule": names(program.sessions).union(names(program.events))
    case "papers": names(program.papers)
    case "talks":
      names(program.papers.filter { $0.video != nil || $0.slides != nil })
        .union(names(program.events.filter { $0.hasTalk }))
        .union(names(program.sponsors.filter { $0.video != nil }))
    case "rooms":
      names(program.sessions.filter { isJoined($0) })
        .union(names(program.events.filter { isJoined($0) }))
        .union(names(program.sponsors.filter { $0.join != nil }))
    case "sponsors": names(program.sponsors)
    case "questions" where hasQuestions:
      // What is asked in a session of an event is asked about the event.
      names(program.papers)
        .union(names(program.sessions.filter { $0.event == nil }))
        .union(names(program.events))
    default: []
    }
  }

  private func names<E: Entry>(_ entries: [E]) -> Set<EntryName> {
    Set(entries.map { EntryName(kind: E.entryKind, id: $0.id) })
  }

  private func isJoined(_ session: Session) -> Bool {
    session.join != nil || session.slots.contains { $0.join != nil }
      || session.event.flatMap { program.event($0) }?.join != nil
  }

  /// Whether one joins the event by itself, and not by a session.
  private func isJoined(_ event: Event) -> Bool { event.join != nil && program.sessions(of: event).isEmpty }
}
