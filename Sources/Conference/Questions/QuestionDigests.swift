import Database
import Mail

/// A mail to authors on the questions that wait for their answers: at most one a day, only where something is new, and until
/// they want none.
public struct QuestionDigests: Sendable {
  /// A question waits so long for others, so that they go in one mail.
  static let patience = 3_600
  static let pause = 86_400

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Puts what is due into the outbox; returns how many mails that are.
  ///
  /// - Parameters:
  ///   - address: where the site is reached, without a slash at the end.
  ///   - isFirst: whether nobody may have looked for days, as when the server starts: then what was asked long ago counts, too.
  @discardableResult
  public func post(address: String, isFirst: Bool = false) async throws -> Int {
    let now = clock.now()
    guard try await isAnythingNew(since: isFirst ? nil : now.adding(seconds: -2 * Self.pause), at: now),
      try await isAnybodyDue(at: now)
    else { return 0 }
    let outbox = Outbox(database, clock: clock)
    return try await database.write { connection in
      guard let conference = try ConferenceInfo.current(connection) else { return 0 }
      return try UnansweredPaper.all(connection).byAddress(connection).sorted { $0.key.text < $1.key.text }
        .reduce(0) { count, waiting in
          guard let account = try Self.account(waiting.key, connection) else { return count }
          let wish = try QuestionMailWish.find(of: account.id, connection)
          guard Self.isDue(waiting.value, account, wish, at: now) else { return count }
          try connection.execute(
            "UPDATE question_digests SET sent_at = \(now.milliseconds) WHERE account = \(account.id)")
          let letter = QuestionLetter(
            papers: waiting.value, conference: conference, address: address, declining: wish.link(at: address))
          var mail = OutgoingMail(to: waiting.key.mailbox, letter.digest(to: account))
          mail.unsubscribe = try UnsubscribeLink(letter.declining)
          mail.onlyOnce = "questions at \(now.milliseconds) to \(account.id)"
          return try outbox.enqueue(mail, in: connection) == nil ? count : count + 1
        }
    }
  }

  /// Whether anything came to be open that could go into a mail by now and was not in one before: the quick look.
  private func isAnythingNew(since: Instant?, at now: Instant) async throws -> Bool {
    let earliest = since?.adding(seconds: -Self.patience) ?? Instant(milliseconds: 0)
    return try await database.first(
      """
      SELECT 1 FROM questions WHERE state = 'open' AND hidden_at IS NULL AND subject LIKE 'papers/%'
        AND changed_at <= \(now.adding(seconds: -Self.patience).milliseconds) AND changed_at > \(earliest.milliseconds) LIMIT 1
      """) != nil
  }

  /// Whether a mail is due to anybody, found out without holding up who writes.
  private func isAnybodyDue(at now: Instant) async throws -> Bool {
    try await database.read { connection in
      try UnansweredPaper.all(connection).byAddress(connection).contains { address, papers in
        guard let account = try Self.account(address, connection) else { return false }
        return Self.isDue(papers, account, try QuestionMailWish.known(of: account.id, connection), at: now)
      }
    }
  }

  private static func isDue(_ papers: [UnansweredPaper], _ account: Account, _ wish: QuestionMailWish?, at now: Instant)
    -> Bool
  {
    let sent = wish?.sent
    guard wish?.isDeclined != true, sent.map({ now - $0 >= Int64(pause) * 1_000 }) ?? true else { return false }
    let new = papers.flatMap(\.asked).filter { asked in
      asked.author != account.id && sent.map { asked.opened > $0 } ?? true
    }
    return new.contains { now - $0.opened >= Int64(patience) * 1_000 }
  }

  private static func account(_ address: EmailAddress, _ connection: Connection) throws -> Account? {
    let row = try connection.first(
      "SELECT \(Account.columns) FROM accounts WHERE email = \(address.text) AND standing = 'active'")
    return try row.map(Account.init)
  }
}
