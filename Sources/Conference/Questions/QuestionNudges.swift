import Database
import Mail

extension Questions {
  /// Writes to the authors of all papers with open questions, but those who want no such mail: one mail each, all of which wait
  /// in the outbox until an organizer has looked at them. Returns how many.
  public func nudge(by organizer: any Doer, address: String) async throws -> Int {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      guard let name = try QuestionDigests.conferenceName(connection) else { return 0 }
      let waiting = try UnansweredPaper.all(connection).byAddress(connection)
      let mails = try waiting.sorted { $0.key.text < $1.key.text }.compactMap { email, papers -> OutgoingMail? in
        guard try !Self.hasDeclined(email, connection) else { return nil }
        return QuestionLetter.nudge(to: email.mailbox, papers, name: name, address: address)
      }
      guard !mails.isEmpty else { throw ConferenceError.conflict("No author with an address has an open question.") }
      let batch = "questions \(now.iso8601)"
      let count = try outbox.enqueue(mails, batch: batch, in: connection)
      try Deed(by: organizer, "authors nudged", batch, ["mails": "\(count)"]).write(at: now, connection)
      return count
    }
  }

  private static func hasDeclined(_ email: EmailAddress, _ connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM question_digests JOIN accounts ON accounts.id = question_digests.account
      WHERE accounts.email = \(email.text) AND question_digests.declined_at IS NOT NULL
      """) != nil
  }
}
