import Database

/// The questions about one thing, as somebody sees them.
public struct QuestionBoard: Sendable {
  public enum Order: String, CaseIterable, Sendable {
    case votes, newest, unanswered
  }

  public let subject: QuestionSubject
  public let rules: QuestionRules
  /// Whether no new ones are taken.
  public let isClosed: Bool
  /// Those that everybody sees: what is being answered first.
  public let shown: [Question]
  public let hasMore: Bool
  /// How many everybody sees.
  public let count: Int
  /// All that the reader asked here, the newest first.
  public let mine: [Question]
  /// The questions among `shown` that the reader voted for.
  public let voted: Set<String>
}

extension Questions {
  static let most = 100

  /// What everybody sees of a subject's questions, a hundred at a time, with the reader's own.
  public func board(
    _ subject: QuestionSubject, by order: QuestionBoard.Order, offset: Int = 0, for account: String?
  ) async throws -> QuestionBoard {
    try await database.read { connection in
      let found = try Self.query(
        "questions.subject = \(subject) AND \(Self.isShown)", order: order.sql, limit: Self.most + 1, offset: offset,
        of: subject, connection)
      let count = try Self.count(of: subject, connection)
      let mine = try account.map { try Self.asked(about: subject, by: $0, connection) }
      return QuestionBoard(
        subject: subject, rules: try QuestionRules.current(connection),
        isClosed: try Self.isClosed(subject, connection), shown: Array(found.prefix(Self.most)),
        hasMore: found.count > Self.most, count: count, mine: mine ?? [],
        voted: try account.map { try Self.voted(subject, by: $0, connection) } ?? [])
    }
  }

  /// All that somebody asked about a subject, the newest first; of very much, the newest fifty.
  public func asked(about subject: QuestionSubject, by account: String) async throws -> [Question] {
    try await database.read { try Self.asked(about: subject, by: account, $0) }
  }

  private static func asked(about subject: QuestionSubject, by account: String, _ connection: Connection) throws
    -> [Question]
  {
    try query(
      "questions.subject = \(subject) AND questions.author = \(account)", order: "numbers.number DESC", limit: 50,
      of: nil, connection)
  }

  /// How many questions about a subject everybody sees.
  public func count(of subject: QuestionSubject) async throws -> Int {
    try await database.read { try Self.count(of: subject, $0) }
  }

  private static func count(of subject: QuestionSubject, _ connection: Connection) throws -> Int {
    try connection.first("SELECT COUNT(*) FROM questions WHERE questions.subject = \(subject) AND \(isShown)")?.value(0)
      ?? 0
  }

  /// Everything about a subject, also what only hosts see, as it is to be taken up: what is being answered, what waits for
  /// a word, what is open by votes, and what is done.
  ///
  /// - Parameter host: who reads it; nil for nobody in particular, who may.
  public func queue(_ subject: QuestionSubject, for host: QuestionHost?) async throws -> [Question] {
    try await database.read { connection in
      try host?.check(subject, connection)
      return try Self.query(
        "questions.subject = \(subject) AND questions.hidden_at IS NULL", order: "numbers.number", limit: 1_000,
        of: subject, connection
      ).sorted { $0.rank > $1.rank }
    }
  }

  /// What everybody sees of a subject's questions, the newest first; of very many, the thousand newest.
  public func shown(_ subject: QuestionSubject) async throws -> [Question] {
    try await database.read { connection in
      try Self.query(
        "questions.subject = \(subject) AND \(Self.isShown)", order: "numbers.number DESC", limit: 1_000,
        of: subject, connection)
    }
  }

  /// What moderators have hidden of a subject's questions, what was hidden last first; for moderators.
  public func hidden(_ subject: QuestionSubject, for reader: (any Doer)?) async throws -> [Question] {
    try await database.read { connection in
      try Right.moderate.check(reader, connection)
      return try Self.query(
        "questions.subject = \(subject) AND questions.hidden_at IS NOT NULL", order: "questions.hidden_at DESC",
        limit: 50, of: subject, connection)
    }
  }

  public func isClosed(_ subject: QuestionSubject) async throws -> Bool {
    try await database.read { try Self.isClosed(subject, $0) }
  }

  /// One question, whatever became of it, for who may see it as it stands; to others it is not there.
  ///
  /// - Parameter reader: nil for nobody in particular, who may.
  public func question(_ id: String, for reader: QuestionHost?) async throws -> Question? {
    try await database.read { connection in
      guard let question = try Self.question(id, connection) else { return nil }
      guard let reader else { return question }
      return try reader.maySee(question, connection) ? question : nil
    }
  }

  /// What was merged into a question, for its hosts, but for what a moderator has hidden.
  public func merged(into id: String, for host: QuestionHost?) async throws -> [Question] {
    try await database.read { connection in
      if let question = try Self.question(id, connection) { try host?.check(question.subject, connection) }
      return try Self.query(
        "questions.root = \(id) AND questions.id <> \(id) AND questions.hidden_at IS NULL",
        order: "numbers.number", limit: 200, of: nil, connection)
    }
  }

  /// What is being answered now.
  public func pinned(_ subject: QuestionSubject) async throws -> Question? {
    try await database.read { try Self.pinned(subject, $0) }
  }

  static func pinned(_ subject: QuestionSubject, _ connection: Connection) throws -> Question? {
    try query(
      "questions.subject = \(subject) AND questions.state = 'pinned' AND questions.hidden_at IS NULL",
      order: "questions.changed_at DESC", limit: 1, of: subject, connection
    ).first
  }

  public func hasVoted(_ account: String, for id: String) async throws -> Bool {
    try await database.first(
      """
      SELECT 1 FROM question_votes WHERE account = \(account) AND question IN (SELECT id FROM questions WHERE root = \(id))
      """) != nil
  }

  static func question(_ id: String, _ connection: Connection) throws -> Question? {
    try query("questions.id = \(id)", order: "questions.id", limit: 1, of: nil, connection).first
  }

  /// Which rows of `questions` everybody sees.
  static let isShown: SQL =
    """
    questions.hidden_at IS NULL AND questions.root = questions.id AND questions.state IN \(list: Question.State.shown)
    """

  private static func voted(_ subject: QuestionSubject, by account: String, _ connection: Connection) throws -> Set<
    String
  > {
    Set(
      try connection.query(
        """
        SELECT questions.root FROM question_votes JOIN questions ON questions.id = question_votes.question
        WHERE question_votes.account = \(account) AND questions.subject = \(subject)
        """
      ).map { try $0.value(0, as: String.self) })
  }

  /// - Parameter order: by columns of `questions` and of `numbers`, which say what was asked before what; the clock may have been set back.
  /// - Parameter subject: whose votes are counted together; nil where there are few questions.
  static func query(
    _ condition: SQL, order: SQL, limit: Int, offset: Int = 0, of subject: QuestionSubject?, _ connection: Connection
  ) throws -> [Question] {
    let votes: SQL =
      subject.map {
        """
        LEFT JOIN (SELECT members.root AS voted, COUNT(DISTINCT question_votes.account) AS votes
          FROM questions members JOIN question_votes ON question_votes.question = members.id
          WHERE members.subject = \($0) GROUP BY members.root) counts ON counts.voted = questions.id
        """
      } ?? ""
    let count: SQL =
      subject == nil
      ? """
      (SELECT COUNT(DISTINCT question_votes.account) FROM questions members JOIN question_votes ON question_votes.question = members.id
        WHERE members.root = questions.id)
      """ : "COALESCE(counts.votes, 0)"
    return try connection.query(
      """
      SELECT questions.id, questions.subject, questions.author, questions.is_anonymous, questions.body, questions.moment,
        questions.state, questions.root, questions.answer, questions.answered_at, questions.hidden_at, questions.asked_at,
        questions.changed_at, roots.state AS root_state, roots.hidden_at AS root_hidden_at, numbers.number, authors.name AS author_name,
        authors.standing AS author_standing, answerers.name AS answerer_name, \(count) AS votes
      FROM questions LEFT JOIN question_numbers numbers ON numbers.question = questions.id
        JOIN questions roots ON roots.id = questions.root JOIN accounts authors ON authors.id = questions.author
        LEFT JOIN accounts answerers ON answerers.id = questions.answered_by \(votes)
      WHERE \(condition) ORDER BY \(order), questions.id LIMIT \(limit) OFFSET \(max(offset, 0))
      """
    ).map(Question.init)
  }
}

extension QuestionBoard.Order {
  fileprivate var sql: SQL {
    let pinned: SQL = "CASE WHEN questions.state = 'pinned' THEN 0 ELSE 1 END"
    let answered: SQL = "CASE WHEN questions.state IN ('live', 'written') THEN 1 ELSE 0 END"
    return switch self {
    case .votes: "\(pinned), votes DESC, numbers.number"
    case .newest: "\(pinned), numbers.number DESC"
    case .unanswered: "\(pinned), \(answered), votes DESC, numbers.number"
    }
  }
}

extension Question {
  /// The higher, the sooner a host takes it up; what is done comes last, the newest first.
  public var rank: Int64 {
    let group: Int64 =
      switch (mergedInto, state) {
      case (.some, _): 0
      case (nil, .pinned): 3
      case (nil, .waiting): 2
      case (nil, .open): 1
      case (nil, .live), (nil, .written), (nil, .dismissed): 0
      }
    let within = group > 0 ? Int64(votes) : changed.seconds % 1_000_000_000
    return group * 1_000_000_000 + within
  }

  /// The higher, the newer; what is being answered now comes before all others.
  public var newness: Int64 { number + (state == .pinned ? 1_000_000_000_000 : 0) }
}
