import Database

/// What questions are asked about: a paper, a session, or an event of any kind.
public struct QuestionSubject: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case paper, session
    case event(Event.Kind)

    /// As addresses call it.
    public var folder: String {
      switch self {
      case .paper: "papers"
      case .session: "sessions"
      case .event(let kind): kind.fileName
      }
    }

    static let all: [Kind] = [.paper, .session] + Event.Kind.allCases.map { .event($0) }
  }

  public let kind: Kind
  public let id: String

  public init(_ kind: Kind, _ id: String) { (self.kind, self.id) = (kind, id) }

  /// Nil where there are no such things, or none can have the id.
  public init?(folder: String, id: String) {
    guard let kind = Kind.all.first(where: { $0.folder == folder }), Slug.isAddress(id) else { return nil }
    self.init(kind, id)
  }

  /// Reads "papers/hT7borrowD".
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(folder: String(parts[0]), id: String(parts[1]))
  }

  public var text: String { "\(kind.folder)/\(id)" }

  /// Of the live updates that everybody may follow.
  public var topic: String { "questions/\(text)" }

  /// Of those that only its hosts follow, as they show what is not open.
  public var hostTopic: String { "queue/\(text)" }
}

extension QuestionSubject: SQLBindable, SQLDecodable {
  public var sqlValue: SQLValue { .text(text) }
  public static func decoded(from value: SQLValue) -> QuestionSubject? {
    String.decoded(from: value).flatMap { QuestionSubject($0) }
  }
}

/// A subject as the program knows it.
public struct QuestionedThing: Sendable {
  public let subject: QuestionSubject
  public let title: String
  /// Its authors, speakers or organizers, and the chairs of its sessions.
  public let people: [Person]
  /// Whether there is a talk that a question can point into.
  public let hasTalk: Bool
  /// When it is live.
  public let times: [(start: Instant, end: Instant)]

  /// When what is on now ends.
  public func end(at now: Instant) -> Instant? { times.filter { $0.start <= now && now < $0.end }.map(\.end).min() }
}

extension Program {
  /// Nil where it is not in the program. What is asked in a session of an event is asked about the event.
  public func thing(_ subject: QuestionSubject) -> QuestionedThing? {
    switch subject.kind {
    case .paper: paper(subject.id).map(thing)
    case .session: session(subject.id).map(thing)
    case .event(let kind): event(EventReference(kind: kind, name: subject.id)).map(thing)
    }
  }

  private func thing(_ paper: Paper) -> QuestionedThing {
    QuestionedThing(
      subject: QuestionSubject(.paper, paper.id), title: paper.title,
      people: paper.authors + appearances(of: paper).flatMap(\.session.chairs),
      hasTalk: paper.video != nil,
      times: appearances(of: paper).filter { !$0.session.isCancelled }.map { ($0.start, $0.end) })
  }

  private func thing(_ session: Session) -> QuestionedThing {
    if let event = session.event.flatMap({ event($0) }) { return thing(event) }
    return QuestionedThing(
      subject: QuestionSubject(.session, session.id), title: session.title, people: session.chairs, hasTalk: false,
      times: session.isCancelled ? [] : [(session.start, session.end)])
  }

  private func thing(_ event: Event) -> QuestionedThing {
    QuestionedThing(
      subject: QuestionSubject(.event(event.kind), event.name), title: event.title,
      people: event.people + sessions(of: event).flatMap(\.chairs),
      hasTalk: event.video != nil || event.recording != nil,
      times: sessions(of: event).filter { !$0.isCancelled }.map { ($0.start, $0.end) })
  }
}
