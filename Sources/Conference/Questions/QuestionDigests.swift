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

  public func areWanted(by account: String) async throws -> Bool {
    try await database.first(
      "SELECT 1 FROM question_digests WHERE account = \(account) AND declined_at IS NOT NULL") == nil
  }

  public func want(_ isWanted: Bool, by account: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      _ = try Self.wish(of: account, connection)
      try Self.decline(isWanted ? nil : now, account, connection)
    }
  }

  /// Whether the person whose mails have the token still gets them; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? {
    try await database.first("SELECT declined_at FROM question_digests WHERE token = \(token.text)").map {
      try $0.value(0, as: Int64?.self) == nil
    }
  }

  public func want(_ isWanted: Bool, _ token: Secret) async throws {
    let now = clock.now()
    try await database.write { connection in
      let row = try connection.first("SELECT account FROM question_digests WHERE token = \(token.text)")
      guard let account: String = try row?.value(0) else { throw ConferenceError.notFound("such link") }
      try Self.decline(isWanted ? nil : now, account, connection)
    }
  }

  private static func decline(_ at: Instant?, _ account: String, _ connection: Connection) throws {
    try connection.execute("UPDATE question_digests SET declined_at = \(at?.milliseconds) WHERE account = \(account)")
  }

  struct Wish {
    let token: String
    let isDeclined: Bool
    let sent: Instant?
  }

  /// What somebody wants, with the token of their links, which is made where there is none.
  static func wish(of account: String, _ connection: Connection) throws -> Wish {
    try connection.execute(
      """
      INSERT INTO question_digests (account, token) VALUES (\(account), \(Secret.random().text))
      ON CONFLICT (account) DO NOTHING
      """)
    guard
      let row = try connection.first(
        "SELECT token, declined_at, sent_at FROM question_digests WHERE account = \(account)")
    else { throw ConferenceError.notFound("person") }
    return Wish(
      token: try row.value("token"), isDeclined: try row.value("declined_at", as: Int64?.self) != nil,
      sent: try row.value("sent_at", as: Int64?.self).map { Instant(milliseconds: $0) })
  }

  /// Puts what is due into the outbox; returns how many mails that are.
  ///
  /// - Parameter address: where the site is reached, without a slash at the end.
  @discardableResult
  public func post(address: String) async throws -> Int {
    let now = clock.now()
    guard try await isAnythingNew(at: now) else { return 0 }
    let outbox = Outbox(database, clock: clock)
    return try await database.write { connection in
      guard let name = try Self.conferenceName(connection) else { return 0 }
      return try UnansweredPaper.all(connection).byAddress(connection).sorted { $0.key.text < $1.key.text }
        .reduce(0) { count, waiting in
          guard let account = try Self.account(waiting.key, connection) else { return count }
          let wish = try Self.wish(of: account.id, connection)
          guard Self.isDue(waiting.value, account, wish, at: now) else { return count }
          try connection.execute(
            "UPDATE question_digests SET sent_at = \(now.milliseconds) WHERE account = \(account.id)")
          var mail = QuestionLetter.digest(
            to: waiting.key, account, waiting.value, name: name, address: address)
          mail.unsubscribe = try UnsubscribeLink("\(address)/question-mail/\(wish.token)")
          mail.onlyOnce = "questions at \(now.milliseconds) to \(account.id)"
          return try outbox.enqueue(mail, in: connection) == nil ? count : count + 1
        }
    }
  }

  /// Whether anything came to be open that could go into a mail by now and was not in yesterday's: the quick look.
  private func isAnythingNew(at now: Instant) async throws -> Bool {
    try await database.first(
      """
      SELECT 1 FROM questions WHERE state = 'open' AND hidden_at IS NULL AND subject LIKE 'papers/%'
        AND changed_at <= \(now.adding(seconds: -Self.patience).milliseconds)
        AND changed_at > \(now.adding(seconds: -2 * Self.pause - Self.patience).milliseconds) LIMIT 1
      """) != nil
  }

  private static func isDue(_ papers: [UnansweredPaper], _ account: Account, _ wish: Wish, at now: Instant) -> Bool {
    guard !wish.isDeclined, wish.sent.map({ now - $0 >= Int64(pause) * 1_000 }) ?? true else { return false }
    let new = papers.flatMap(\.asked).filter { asked in
      asked.author != account.id && wish.sent.map { asked.opened > $0 } ?? true
    }
    return new.contains { now - $0.opened >= Int64(patience) * 1_000 }
  }

  private static func account(_ address: EmailAddress, _ connection: Connection) throws -> Account? {
    let row = try connection.first(
      "SELECT \(Account.columns) FROM accounts WHERE email = \(address.text) AND standing = 'active'")
    return try row.map(Account.init)
  }

  static func conferenceName(_ connection: Connection) throws -> String? {
    try connection.first("SELECT id, body FROM program_entries WHERE kind = 'conference'").map { row in
      try EntryRow(kind: .conference, id: try row.value("id"), position: 0, body: try row.value("body")).decoded(
        as: ConferenceInfo.self
      ).name
    }
  }
}
