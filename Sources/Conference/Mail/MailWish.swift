import Database

/// Whether people want mails of a sort, which they say by a link that needs no sign-in. It has a token of their own, the same one for
/// announcements, notices, reminders and all that comes after an invitation.
struct MailWish: Sendable {
  /// Since when a row of `mail_wishes` declines them; NULL where they are wanted.
  private let declined: SQL
  private let note: @Sendable (_ areWanted: Bool, _ account: String, _ now: Instant, Connection) throws -> Void

  /// - Parameter note: notes what an account wants, and drops what is on its way to who wants none.
  init(
    declined: SQL,
    note: @escaping @Sendable (_ areWanted: Bool, _ account: String, _ now: Instant, Connection) throws -> Void
  ) {
    (self.declined, self.note) = (declined, note)
  }

  /// Those that a column of `mail_wishes` is for.
  ///
  /// - Parameter path: of the address by which one declines, before the token.
  init(_ column: SQL, path: String) {
    self.init(declined: column) { areWanted, account, now, connection in
      try connection.execute(
        "UPDATE mail_wishes SET \(column) = \(areWanted ? nil : now.milliseconds) WHERE account = \(account)")
      if !areWanted { try Outbox.dropDeclined(path, of: account, connection) }
    }
  }

  /// Whether the person whose links have the token wants them; nil where nobody's have.
  func areWanted(_ token: Secret, _ database: Database) async throws -> Bool? {
    try await database.first("SELECT \(declined) FROM mail_wishes WHERE token = \(token.text)").map {
      try $0.value(0, as: Int64?.self) == nil
    }
  }

  /// Notes that they are wanted, or not; drops those on their way where not.
  func want(_ areWanted: Bool, _ token: Secret, _ database: Database, at now: Instant) async throws {
    try await database.write { connection in
      let row = try connection.first("SELECT account FROM mail_wishes WHERE token = \(token.text)")
      guard let account: String = try row?.value(0) else { throw ConferenceError.notFound("such link") }
      try note(areWanted, account, now, connection)
    }
  }

  /// People with what stands in their links, made where there is none, for many in one statement.
  static func withTokens(_ people: [(Account, token: String?)], _ connection: Connection) throws
    -> [(Account, token: String)]
  {
    var made: [SQL] = []
    let all = people.map { account, known in
      let token = known ?? Secret.random().text
      if known == nil { made.append("(\(account.id), \(token))") }
      return (account, token: token)
    }
    for start in stride(from: 0, to: made.count, by: 1_000) {
      let part = Array(made[start..<min(start + 1_000, made.count)])
      try connection.execute("INSERT INTO mail_wishes (account, token) VALUES \(rows: part)")
    }
    return all
  }
}
