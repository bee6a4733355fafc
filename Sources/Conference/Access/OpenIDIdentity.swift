import Database

/// Who an account's owner is at a provider.
public struct OpenIDIdentity: Hashable, Sendable {
  public let id: String
  public let issuer: String
  public let subject: String
  public let used: Instant

  private init(_ row: Row) throws {
    id = try row.value("id")
    issuer = try row.value("issuer")
    subject = try row.value("subject")
    used = Instant(milliseconds: try row.value("used_at"))
  }

  static func all(of account: String, _ connection: Connection) throws -> [OpenIDIdentity] {
    try connection.query(
      "SELECT id, issuer, subject, used_at FROM openid_identities WHERE account = \(account) ORDER BY issuer, subject LIMIT 100"
    ).map(OpenIDIdentity.init)
  }

  /// The account that a subject is tied to, and from now on was last used for.
  static func account(_ issuer: String, _ subject: String, at now: Instant, _ connection: Connection) throws -> Account?
  {
    let row = try connection.first(
      "SELECT account FROM openid_identities WHERE issuer = \(issuer) AND subject = \(subject)")
    guard let row else { return nil }
    try connection.execute(
      "UPDATE openid_identities SET used_at = \(now.milliseconds) WHERE issuer = \(issuer) AND subject = \(subject)")
    return try People.account(try row.value("account"), connection)
  }

  static func tie(
    _ provider: OpenIDProvider, _ subject: String, to account: String, at now: Instant, _ connection: Connection
  )
    throws
  {
    try connection.execute(
      """
      INSERT INTO openid_identities (id, issuer, subject, account, tied_at, used_at)
      VALUES (\(Account.newId()), \(provider.issuer), \(subject), \(account), \(now.milliseconds), \(now.milliseconds))
      """)
    try Deed(by: account, "tied to \(provider.name)", account, ["issuer": provider.issuer, "subject": subject])
      .write(at: now, connection)
  }
}

extension People {
  public func openIDIdentities(of account: String) async throws -> [OpenIDIdentity] {
    try await database.read { try OpenIDIdentity.all(of: account, $0) }
  }

  /// Lets one of the account's identities sign in to it no more; it is of no matter if it is not the account's.
  public func untie(_ identity: String, from account: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      guard let found = try OpenIDIdentity.all(of: account, connection).first(where: { $0.id == identity }) else {
        return
      }
      try connection.execute("DELETE FROM openid_identities WHERE id = \(identity) AND account = \(account)")
      try Deed(by: account, "untied", account, ["issuer": found.issuer, "subject": found.subject]).write(
        at: now, connection)
    }
  }
}
