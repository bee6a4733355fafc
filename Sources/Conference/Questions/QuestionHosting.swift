import Database

/// Who takes questions up, and on behalf of which program.
public struct QuestionHost: Sendable {
  let access: Access
  let program: Program

  public init(_ access: Access, _ program: Program) { (self.access, self.program) = (access, program) }

  /// Throws unless the person hosts the subject's questions, as the database knows them now.
  func check(_ subject: QuestionSubject, _ connection: Connection) throws {
    let isHost = try isHost(of: subject, connection)
    try access.require(isHost, "Only the speakers and moderators do this")
  }

  /// What everybody sees, what one asked oneself, what moderators look after, and as a host all that is not hidden.
  func maySee(_ question: Question, _ connection: Connection) throws -> Bool {
    let access = try access.renewed(connection)
    if question.isShown || access.mayModerate || question.author == access.account?.id { return true }
    return try !question.isHidden && isHost(of: question.subject, connection)
  }

  func isHost(of subject: QuestionSubject, _ connection: Connection) throws -> Bool {
    let isGranted = try PaperClaims.isGranted(subject, to: access.account?.id, connection)
    return try access.renewed(connection).mayHost(program.thing(subject), isGranted: isGranted)
  }
}

extension Questions {
  /// Whether somebody hosts the subject's questions.
  public func mayHost(_ subject: QuestionSubject, _ host: QuestionHost) async throws -> Bool {
    try await database.read { try host.isHost(of: subject, $0) }
  }

  /// What a host does with a question.
  public enum Move: String, CaseIterable, Sendable {
    case pin, live, dismiss, open

    var state: Question.State {
      switch self {
      case .pin: .pinned
      case .live: .live
      case .dismiss: .dismissed
      case .open: .open
      }
    }

    fileprivate var deed: String {
      switch self {
      case .pin: "question taken up"
      case .live: "question answered live"
      case .dismiss: "question dismissed"
      case .open: "question opened"
      }
    }
  }

  /// Moves a question, from wherever it is; what was being answered goes back to the open ones.
  public func move(_ id: String, _ move: Move, by host: QuestionHost) async throws {
    let now = clock.now()
    try await database.write { connection in
      let question = try Self.hosted(id, by: host, connection)
      guard question.mergedInto == nil else {
        throw ConferenceError.conflict("This question is merged into another one; take it out of that first.")
      }
      guard question.state != move.state else { return }
      if move == .pin { try Self.unpin(question.subject, to: .open, by: host, at: now, connection) }
      try Self.set(move.state, question, move.deed, by: host, at: now, connection)
    }
  }

  /// What is being answered is answered, and the open question with the most votes is next. Nothing changes where another
  /// question is being answered than the host saw: it was taken up by another host, or by the same button pressed before.
  /// Returns the id of what is being answered then, or nil where nothing is open.
  ///
  /// - Parameter seen: what is being answered, as far as the host knows.
  @discardableResult
  public func next(_ subject: QuestionSubject, after seen: String?, by host: QuestionHost) async throws -> String? {
    let now = clock.now()
    return try await database.write { connection in
      try host.check(subject, connection)
      if let pinned = try Self.pinned(subject, connection), pinned.id != seen { return pinned.id }
      try Self.unpin(subject, to: .live, by: host, at: now, connection)
      let next = try Self.query(
        """
        questions.subject = \(subject) AND questions.state = 'open' AND questions.hidden_at IS NULL
          AND questions.root = questions.id
        """, order: "votes DESC, numbers.number", limit: 1, of: subject, connection
      ).first
      if let next { try Self.set(.pinned, next, Move.pin.deed, by: host, at: now, connection) }
      return next?.id
    }
  }

  /// Takes no new questions about a subject, or takes them again.
  public func setClosed(_ isClosed: Bool, _ subject: QuestionSubject, by host: QuestionHost) async throws {
    let now = clock.now()
    try await database.write { connection in
      try host.check(subject, connection)
      guard try Self.isClosed(subject, connection) != isClosed else { return }
      try connection.execute("DELETE FROM question_closings WHERE subject = \(subject)")
      if isClosed {
        try connection.execute(
          "INSERT INTO question_closings (subject, closed_at) VALUES (\(subject), \(now.milliseconds))")
      }
      try Deed(by: host.access.account?.id, isClosed ? "questions closed" : "questions opened", subject.text).write(
        at: now, connection)
      for topic in [subject.topic, subject.hostTopic] {
        connection.record(topic: topic, kind: "closing", subject: subject.text, at: now.milliseconds)
      }
    }
  }

  /// The question, where it is the host's to change.
  static func hosted(_ id: String, by host: QuestionHost, _ connection: Connection) throws -> Question {
    guard let question = try question(id, connection), !question.isHidden else {
      throw ConferenceError.notFound("question")
    }
    try host.check(question.subject, connection)
    return question
  }

  private static func unpin(
    _ subject: QuestionSubject, to state: Question.State, by host: QuestionHost, at now: Instant,
    _ connection: Connection
  ) throws {
    let pinned = try query(
      "questions.subject = \(subject) AND questions.state = 'pinned'", order: "numbers.number", limit: 10, of: nil,
      connection)
    for question in pinned {
      let move: Move = state == .live && !question.isHidden ? .live : .open
      try set(move.state, question, move.deed, by: host, at: now, connection)
    }
  }

  static func set(
    _ state: Question.State, _ question: Question, _ deed: String, by host: QuestionHost, at now: Instant,
    _ connection: Connection
  ) throws {
    try connection.execute(
      "UPDATE questions SET state = \(state), changed_at = \(now.milliseconds) WHERE id = \(question.id)")
    try Deed(
      by: host.access.account?.id, deed, question.id,
      ["about": question.subject.text, "before": question.state.rawValue]
    ).write(at: now, connection)
    try tell(question.id, question.subject, at: now, connection)
  }
}

extension PaperClaims {
  /// Whether an organizer said that somebody is an author of the paper that a subject is.
  static func isGranted(_ subject: QuestionSubject, to account: String?, _ connection: Connection) throws -> Bool {
    guard subject.kind == .paper, let account else { return false }
    return try connection.first(
      "SELECT 1 FROM paper_claims WHERE account = \(account) AND paper = \(subject.id) AND state = 'granted'") != nil
  }
}
