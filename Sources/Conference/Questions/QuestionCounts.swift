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
      SELECT subject, SUM(CASE WHEN state IN ('open', 'pinned') THEN 1 ELSE 0 END) AS open,
        SUM(CASE WHEN state IN ('live', 'written') THEN 1 ELSE 0 END) AS answered,
        SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting
      FROM questions WHERE hidden_at IS NULL AND root = id AND state <> 'dismissed'
      GROUP BY subject ORDER BY open DESC, waiting DESC, subject LIMIT \(min(limit, 200)) OFFSET \(max(offset, 0))
      """
    ).map { row in
      QuestionCounts(
        subject: try row.value("subject"), open: try row.value("open"), answered: try row.value("answered"),
        waiting: try row.value("waiting"))
    }
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
