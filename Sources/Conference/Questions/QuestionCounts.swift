import Database

/// How many questions about one thing are answered.
public struct QuestionCounts: Hashable, Sendable {
  public let subject: QuestionSubject
  public let open: Int
  public let answered: Int
  /// For a host's word.
  public let waiting: Int
  public var all: Int { open + answered + waiting }
}

extension Questions {
  /// What has questions, with the most open ones first.
  public func counts(for reader: (any Doer)?, offset: Int = 0, limit: Int = 50) async throws -> [QuestionCounts] {
    try await database.read { connection in
      try Right.countQuestions.check(reader, connection)
      return try Self.counts(offset, limit, connection)
    }
  }

  private static func counts(_ offset: Int, _ limit: Int, _ connection: Connection) throws -> [QuestionCounts] {
    try connection.query(
      """
      \(Self.sums) GROUP BY subject ORDER BY open DESC, waiting DESC, subject LIMIT \(min(limit, 201)) OFFSET \(max(offset, 0))
      """
    ).map { try Self.counts($0, of: try $0.value("subject")) }
  }

  /// Papers of which fewer questions than so many are answered: those with the most open ones first, and last those about which
  /// nobody asked.
  public func papers(
    answeredFewerThan count: Int, for reader: (any Doer)?, offset: Int = 0, limit: Int = 50
  ) async throws -> [QuestionCounts] {
    try await database.read { connection in
      try Right.countQuestions.check(reader, connection)
      return try Self.papers(answeredFewerThan: count, offset, limit, connection)
    }
  }

  private static func papers(
    answeredFewerThan count: Int, _ offset: Int, _ limit: Int, _ connection: Connection
  ) throws -> [QuestionCounts] {
    try connection.query(
      """
      SELECT program_entries.id, COALESCE(sums.open, 0) AS open, COALESCE(sums.answered, 0) AS answered,
        COALESCE(sums.waiting, 0) AS waiting
      FROM program_entries LEFT JOIN (\(Self.sums) GROUP BY subject) sums ON sums.subject = 'papers/' || program_entries.id
      WHERE program_entries.kind = 'paper' AND COALESCE(sums.answered, 0) < \(count)
      ORDER BY CASE WHEN sums.subject IS NULL THEN 1 ELSE 0 END, COALESCE(sums.open, 0) DESC, COALESCE(sums.waiting, 0) DESC,
        program_entries.position, program_entries.id LIMIT \(min(limit, 201)) OFFSET \(max(offset, 0))
      """
    ).map { try Self.counts($0, of: QuestionSubject(.paper, try $0.value("id"))) }
  }

  /// Of each subject with questions, how many; to be grouped by subject.
  private static let sums: SQL =
    """
    SELECT subject, SUM(CASE WHEN state IN ('open', 'pinned') THEN 1 ELSE 0 END) AS open,
      SUM(CASE WHEN state IN ('live', 'written') THEN 1 ELSE 0 END) AS answered,
      SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting
    FROM questions WHERE hidden_at IS NULL AND root = id AND state <> 'dismissed'
    """

  private static func counts(_ row: Row, of subject: QuestionSubject) throws -> QuestionCounts {
    QuestionCounts(
      subject: subject, open: try row.value("open"), answered: try row.value("answered"),
      waiting: try row.value("waiting"))
  }

  /// All of them together, with the number of things that have open ones.
  public func totals(for reader: (any Doer)?) async throws -> (
    open: Int, answered: Int, waiting: Int, unanswered: Int
  ) {
    let row = try await database.read { connection in
      try Right.countQuestions.check(reader, connection)
      return try connection.first(
        """
        SELECT COUNT(CASE WHEN state IN ('open', 'pinned') THEN 1 END), COUNT(CASE WHEN state IN ('live', 'written') THEN 1 END),
          COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(DISTINCT CASE WHEN state IN ('open', 'pinned') THEN subject END)
        FROM questions WHERE hidden_at IS NULL AND root = id
        """)
    }
    guard let row else { return (0, 0, 0, 0) }
    return (try row.value(0), try row.value(1), try row.value(2), try row.value(3))
  }
}
