import Database

extension Questions {
  /// Makes a question part of another one about the same thing: who voted for either, or for both, has one vote.
  public func merge(_ id: String, into other: String, by host: QuestionHost) async throws {
    let now = clock.now()
    try await database.write { connection in
      let (question, target) = (
        try Self.hosted(id, by: host, connection), try Self.hosted(other, by: host, connection)
      )
      guard question.id != target.id, question.subject == target.subject, target.mergedInto == nil else {
        throw ConferenceError.invalid(
          field: "Merge", problem: "these two cannot be one", advice: "Choose another question about the same thing.")
      }
      guard question.mergedInto == nil else {
        throw ConferenceError.conflict("This question is merged into another one; take it out of that first.")
      }
      guard target.state.isShown else {
        throw ConferenceError.conflict(
          "Others do not see that question, and would not see this one any more. Open that one first.")
      }
      try connection.execute(
        "UPDATE questions SET root = \(target.id), changed_at = \(now.milliseconds) WHERE root = \(question.id)")
      try connection.execute("UPDATE questions SET parent = \(target.id) WHERE id = \(question.id)")
      try Self.putBack(question, connection)
      try Self.note("question merged", question, target.id, by: host, at: now, connection)
    }
  }

  /// Takes a question out of the one that it was merged into, with what had been merged into it before: both have their own
  /// votes again.
  public func unmerge(_ id: String, by host: QuestionHost) async throws {
    let now = clock.now()
    try await database.write { connection in
      let question = try Self.hosted(id, by: host, connection)
      guard let target = question.mergedInto else { return }
      try connection.execute(
        """
        UPDATE questions SET root = \(id), changed_at = \(now.milliseconds) WHERE id IN (
          WITH RECURSIVE parts (id) AS (
            SELECT id FROM questions WHERE id = \(id)
            UNION SELECT questions.id FROM questions JOIN parts ON questions.parent = parts.id WHERE questions.root = \(target))
          SELECT id FROM parts)
        """)
      try connection.execute("UPDATE questions SET parent = NULL WHERE id = \(id)")
      try Self.note("question taken apart", question, target, by: host, at: now, connection)
    }
  }

  /// What others do not see by itself any more is not being answered.
  private static func putBack(_ question: Question, _ connection: Connection) throws {
    try connection.execute("UPDATE questions SET state = 'open' WHERE id = \(question.id) AND state = 'pinned'")
  }

  private static func note(
    _ action: String, _ question: Question, _ target: String, by host: QuestionHost, at now: Instant,
    _ connection: Connection
  ) throws {
    try Deed(
      by: host.access.account?.id, action, question.id, ["about": question.subject.text, "with": target]
    ).write(at: now, connection)
    try tell(question.id, question.subject, at: now, connection)
    try tell(target, question.subject, at: now, connection)
  }
}
