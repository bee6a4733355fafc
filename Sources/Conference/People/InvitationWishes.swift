import Database

/// Whether somebody may be written to about the conference at all. Who was invited declines it by the link in that mail, and then
/// gets no mail of any sort that may be declined; what they ask for themselves, such as a link to sign in, still comes.
public struct InvitationWishes: Sendable {
  /// Of the address by which one declines, before the token.
  public static let path = "invitation-mail"

  /// Since when they want nothing, as `mail_wishes` says it: neither announcements nor notices.
  static let declined: SQL = "(CASE WHEN mail_wishes.notices_declined_at IS NOT NULL THEN mail_wishes.declined_at END)"

  private static let wish = MailWish(declined: InvitationWishes.declined) { areWanted, account, now, connection in
    let declined = areWanted ? nil : now.milliseconds
    try connection.execute(
      """
      UPDATE mail_wishes SET declined_at = \(declined), notices_declined_at = \(declined) WHERE account = \(account)
      """)
    _ = try QuestionMailWish.find(of: account, connection)
    try QuestionMailWish.note(areWanted, of: account, at: now, connection)
    guard !areWanted else { return }
    try Reminders.want(false, account, at: now, connection)
    try Outbox.dropDeclined(of: account, connection)
  }

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Whether the person whose links have the token may be written to; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? { try await Self.wish.areWanted(token, database) }

  /// Since when somebody wants no mail; nil where they may be written to.
  public func declined(by account: String, for reader: (any Doer)?) async throws -> Instant? {
    try await database.read { connection in
      try Right.readPeople.check(reader, connection)
      let row = try connection.first("SELECT \(Self.declined) FROM mail_wishes WHERE account = \(account)")
      return try row?.value(0, as: Int64?.self).map { Instant(milliseconds: $0) }
    }
  }

  /// The token of the links of somebody who wants no mail; nil where they may be written to.
  public func declining(_ account: String) async throws -> Secret? {
    try await database.first(
      "SELECT token FROM mail_wishes WHERE account = \(account) AND \(Self.declined) IS NOT NULL"
    ).map { Secret(try $0.value(0)) }
  }

  /// Notes that somebody wants mails of all sorts, or none; drops those on their way where none. Reminders are for who asks for them.
  public func want(_ areWanted: Bool, _ token: Secret) async throws {
    try await Self.wish.want(areWanted, token, database, at: clock.now())
  }

  /// Forgets what was said for somebody who never came in, when their address turns out to be another one: who read the mails to the
  /// one before was not them. What waits for them gets links that only they will know.
  static func forget(_ account: Account, _ connection: Connection) throws {
    let tables: [SQL] = ["mail_wishes", "question_digests"]
    for table in tables {
      let row = try connection.first("SELECT token FROM \(table) WHERE account = \(account.id)")
      guard let token: String = try row?.value(0) else { continue }
      try connection.execute("DELETE FROM \(table) WHERE account = \(account.id)")
      let new = Secret.random().text
      let count = try connection.execute(
        """
        UPDATE outbox SET body_text = REPLACE(body_text, \(token), \(new)), body_html = REPLACE(body_html, \(token), \(new)),
          unsubscribe_url = REPLACE(unsubscribe_url, \(token), \(new))
        WHERE recipient = \(account.address) AND unsubscribe_url LIKE \("%/" + token)
          AND state IN ('waiting-for-review', 'waiting')
        """)
      guard count > 0 else { continue }
      try connection.execute("INSERT INTO \(table) (account, token) VALUES (\(account.id), \(new))")
    }
  }
}
