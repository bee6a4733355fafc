import Database

/// Whether somebody wants mails on questions that wait for their answers: of an account, or of the address of an author who has none.
struct QuestionMailWish {
  let token: String
  let isDeclined: Bool
  /// When the last daily mail went.
  let sent: Instant?

  /// Of the address by which one declines, before the token.
  private static let path = "question-mail"

  /// Those of accounts, each with what was said of its address before it was theirs, or by a link in a mail to it.
  fileprivate static let wishes: SQL = """
    question_digests JOIN accounts ON accounts.id = question_digests.account
    LEFT JOIN nudged_addresses ON nudged_addresses.email = accounts.email
    """
  fileprivate static let declined: SQL = "COALESCE(question_digests.declined_at, nudged_addresses.declined_at)"

  /// - Parameter address: where the site is reached, without a slash at the end.
  func link(at address: String) -> String { "\(address)/\(Self.path)/\(token)" }

  /// An account's, which is made where there is none.
  static func find(of account: String, _ connection: Connection) throws -> QuestionMailWish {
    try connection.execute(
      """
      INSERT INTO question_digests (account, token) VALUES (\(account), \(Secret.random().text))
      ON CONFLICT (account) DO NOTHING
      """)
    guard let wish = try known(of: account, connection) else { throw ConferenceError.notFound("person") }
    return wish
  }

  /// An account's, if there is one yet.
  static func known(of account: String, _ connection: Connection) throws -> QuestionMailWish? {
    try connection.first(
      """
      SELECT question_digests.token, \(Self.declined), question_digests.sent_at FROM \(Self.wishes)
      WHERE question_digests.account = \(account)
      """
    ).map { row in
      QuestionMailWish(
        token: try row.value(0), isDeclined: try row.value(1, as: Int64?.self) != nil,
        sent: try row.value(2, as: Int64?.self).map { Instant(milliseconds: $0) })
    }
  }

  /// That of whose address it is, who need not have an account.
  static func find(at address: EmailAddress, _ connection: Connection) throws -> QuestionMailWish {
    let account = try connection.first("SELECT id FROM accounts WHERE email = \(address.text)")
    if let id: String = try account?.value(0) { return try find(of: id, connection) }
    try connection.execute(
      """
      INSERT INTO nudged_addresses (email, token) VALUES (\(address.text), \(Secret.random().text))
      ON CONFLICT (email) DO NOTHING
      """)
    let row = try connection.first("SELECT token, declined_at FROM nudged_addresses WHERE email = \(address.text)")
    guard let row else { throw ConferenceError.notFound("address") }
    return QuestionMailWish(
      token: try row.value("token"), isDeclined: try row.value("declined_at", as: Int64?.self) != nil, sent: nil)
  }

  /// The addresses whose owners want no such mails.
  static func decliners(_ connection: Connection) throws -> Set<EmailAddress> {
    let rows = try connection.query(
      """
      SELECT email FROM nudged_addresses WHERE declined_at IS NOT NULL
      UNION SELECT accounts.email FROM question_digests JOIN accounts ON accounts.id = question_digests.account
      WHERE question_digests.declined_at IS NOT NULL AND accounts.email IS NOT NULL
      """)
    return Set(try rows.compactMap { EmailAddress(try $0.value(0, as: String.self)) })
  }

  /// Notes what an account wants, and drops what is on its way to who wants none.
  static func note(_ isWanted: Bool, of account: String, at now: Instant, _ connection: Connection) throws {
    let declined = isWanted ? nil : now.milliseconds
    try connection.execute("UPDATE question_digests SET declined_at = \(declined) WHERE account = \(account)")
    try connection.execute(
      """
      UPDATE nudged_addresses SET declined_at = \(declined)
      WHERE email = (SELECT email FROM accounts WHERE id = \(account))
      """)
    guard !isWanted, let email = try People.account(account, connection)?.email else { return }
    try Outbox.dropDeclined(path, to: email, connection)
  }

  /// The same of an address, and of the account that it has got meanwhile.
  static func note(_ isWanted: Bool, at address: EmailAddress, at now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE nudged_addresses SET declined_at = \(isWanted ? nil : now.milliseconds) WHERE email = \(address.text)
      """)
    if let account = try People.account(address, connection) {
      try note(isWanted, of: account.id, at: now, connection)
    } else if !isWanted {
      try Outbox.dropDeclined(path, to: address, connection)
    }
  }
}

extension QuestionDigests {
  public func areWanted(by account: String) async throws -> Bool {
    try await database.first(
      """
      SELECT 1 FROM accounts LEFT JOIN question_digests ON question_digests.account = accounts.id
        LEFT JOIN nudged_addresses ON nudged_addresses.email = accounts.email
      WHERE accounts.id = \(account) AND \(QuestionMailWish.declined) IS NOT NULL
      """) == nil
  }

  public func want(_ isWanted: Bool, by account: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      _ = try QuestionMailWish.find(of: account, connection)
      try QuestionMailWish.note(isWanted, of: account, at: now, connection)
    }
  }

  /// Whether the person whose mails have the token still gets them; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? {
    try await database.read { connection in
      let account = try connection.first(
        """
        SELECT \(QuestionMailWish.declined) FROM \(QuestionMailWish.wishes)
        WHERE question_digests.token = \(token.text)
        """)
      let row =
        try account ?? connection.first("SELECT declined_at FROM nudged_addresses WHERE token = \(token.text)")
      return try row.map { try $0.value(0, as: Int64?.self) == nil }
    }
  }

  public func want(_ isWanted: Bool, _ token: Secret) async throws {
    let now = clock.now()
    try await database.write { connection in
      let row = try connection.first("SELECT account FROM question_digests WHERE token = \(token.text)")
      if let account: String = try row?.value(0) {
        return try QuestionMailWish.note(isWanted, of: account, at: now, connection)
      }
      let nudged = try connection.first("SELECT email FROM nudged_addresses WHERE token = \(token.text)")
      guard let text: String = try nudged?.value(0), let address = EmailAddress(text) else {
        throw ConferenceError.notFound("such link")
      }
      try QuestionMailWish.note(isWanted, at: address, at: now, connection)
    }
  }
}
