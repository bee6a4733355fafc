import Database

extension Questions {
  /// Characters of a written answer.
  public static let longestAnswer = 4_000

  /// Answers in writing, in Markdown; an empty text takes the answer back, and the question is open again.
  public func answer(_ id: String, _ text: String, by host: QuestionHost) async throws {
    let text = try QuestionText.checked(text, "Answer", atMost: Self.longestAnswer)
    let now = clock.now()
    try await database.write { connection in
      let question = try Self.hosted(id, by: host, connection)
      guard question.mergedInto == nil else {
        throw ConferenceError.conflict("This question is merged into another one; answer that.")
      }
      let (answer, by) = text.isEmpty ? (nil, nil) : (text, host.access.account?.id)
      // One that was opened again kept its answer, which may be the right one still.
      guard answer != question.answer || (answer != nil && question.state != .written) else { return }
      try connection.execute(
        """
        UPDATE questions SET answer = \(answer), answered_by = \(by), answered_at = \(answer == nil ? nil : now.milliseconds)
        WHERE id = \(id)
        """)
      try Self.set(
        answer == nil ? .open : .written, question,
        answer == nil ? "answer taken back" : "question answered in writing",
        by: host, at: now, connection)
    }
  }
}
