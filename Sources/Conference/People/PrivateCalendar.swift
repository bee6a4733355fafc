import Database

/// Addresses of calendars that follow what somebody saved, presents and hosts; each person has at most one that works.
public struct PrivateCalendars: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// A new secret for the person's calendar; the one before works no more.
  public func renew(for account: String) async throws -> Secret {
    let (secret, now) = (Secret.random(), clock.now())
    try await database.execute(
      """
      INSERT INTO calendar_addresses (account, secret_hash, made_at) VALUES (\(account), \(secret.hash), \(now.milliseconds))
      ON CONFLICT (account) DO UPDATE SET secret_hash = \(secret.hash), made_at = \(now.milliseconds)
      """)
    return secret
  }

  /// When the person's address was made; nil where there is none.
  public func made(for account: String) async throws -> Instant? {
    try await database.first("SELECT made_at FROM calendar_addresses WHERE account = \(account)")
      .map { Instant(milliseconds: try $0.value(0)) }
  }

  /// Whose calendar the secret stands for, with what they saved; throws where it stands for nobody's, any more.
  public func owner(_ secret: Secret) async throws -> (account: Account, saved: SavedList) {
    try await database.read { connection in
      let row = try connection.first("SELECT account FROM calendar_addresses WHERE secret_hash = \(secret.hash)")
      guard let row, let account = try People.account(try row.value(0), connection), account.standing == .active else {
        throw ConferenceError.notFound("calendar")
      }
      return (account, try Saved.list(of: account.id, connection))
    }
  }

  public func end(for account: String) async throws {
    try await database.write { try Self.end(for: account, $0) }
  }

  static func end(for account: String, _ connection: Connection) throws {
    try connection.execute("DELETE FROM calendar_addresses WHERE account = \(account)")
  }

  static func end(for accounts: [String], _ connection: Connection) throws {
    for start in stride(from: 0, to: accounts.count, by: 1_000) {
      let part = Array(accounts[start..<min(start + 1_000, accounts.count)])
      try connection.execute("DELETE FROM calendar_addresses WHERE account IN \(list: part)")
    }
  }
}
