import Database

/// A browser in which somebody is signed in.
public struct Device: Hashable, Sendable {
  /// Names it in lists; of no use to sign in with.
  public let id: String
  /// "Firefox on Linux".
  public let browser: String
  public let signedIn: Instant
  public let seen: Instant

  init(_ row: Row) throws {
    id = try row.value("id")
    browser = try row.value("browser")
    signedIn = Instant(milliseconds: try row.value("signed_in_at"))
    seen = Instant(milliseconds: try row.value("seen_at"))
  }
}

/// Somebody who is signed in, and in which browser.
public struct SignedIn: Hashable, Sendable {
  public let account: Account
  public let device: String
  /// When the browser was last noted to be in use.
  let seen: Instant
}

/// The browsers in which people are signed in; a secret in a cookie stands for each.
public struct Devices: Sendable {
  let database: Database
  let clock: Clock
  /// 30 days of not being seen end a sign-in.
  static let lifetime = 30 * 86_400

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Who is signed in with the secret; nil if nobody is, any more.
  public func signedIn(_ secret: Secret) async throws -> SignedIn? {
    let (now, hash) = (clock.now(), secret.hash)
    let found = try await database.read { connection -> SignedIn? in
      let row = try connection.first(
        "SELECT account, id, seen_at FROM devices WHERE token_hash = \(hash) AND expires_at > \(now.milliseconds)")
      guard let row, let account = try People.account(try row.value("account"), connection),
        account.standing == .active || account.standing == .waiting
      else { return nil }
      return SignedIn(
        account: account, device: try row.value("id"), seen: Instant(milliseconds: try row.value("seen_at")))
    }
    // It can be noted later, too: who reads is let in where nothing can be written.
    if let found, now - found.seen > 600_000 { try? await note(hash, at: now) }
    return found
  }

  private func note(_ hash: String, at now: Instant) async throws {
    let end = now.adding(seconds: Self.lifetime)
    try await database.execute(
      "UPDATE devices SET seen_at = \(now.milliseconds), expires_at = \(end.milliseconds) WHERE token_hash = \(hash)")
  }

  /// A new secret for somebody's browser, whatever the browser had before.
  static func add(for account: String, browser: String, at now: Instant, _ connection: Connection) throws -> Secret {
    let secret = Secret.random()
    let end = now.adding(seconds: lifetime)
    try connection.execute(
      """
      INSERT INTO devices (token_hash, id, account, browser, signed_in_at, seen_at, expires_at)
      VALUES (\(secret.hash), \(Account.newId()), \(account), \(browser), \(now.milliseconds), \(now.milliseconds),
        \(end.milliseconds))
      """)
    return secret
  }

  /// The account's browsers, the one seen last first.
  public func all(of account: String) async throws -> [Device] {
    try await database.query(
      """
      SELECT id, browser, signed_in_at, seen_at FROM devices
      WHERE account = \(account) AND expires_at > \(clock.now().milliseconds) ORDER BY seen_at DESC, id LIMIT 100
      """
    ).map(Device.init)
  }

  /// Signs one of the account's browsers out; it is of no matter if it was not signed in.
  public func signOut(_ device: String, of account: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      try connection.execute("DELETE FROM devices WHERE id = \(device) AND account = \(account)")
      People.tell(account, at: now, connection)
    }
  }

  /// Signs all of the account's browsers out, but for one if it is given.
  public func signOutEverywhere(_ account: String, except device: String? = nil) async throws {
    let now = clock.now()
    try await database.write { try Self.end(account, except: device, at: now, $0) }
  }

  static func end(_ account: String, except device: String? = nil, at now: Instant, _ connection: Connection) throws {
    try connection.execute("DELETE FROM devices WHERE account = \(account) AND id <> \(device ?? "")")
    People.tell(account, at: now, connection)
  }

  /// Ends those of many, of whom all nodes are told anyway.
  static func end(_ accounts: [String], _ connection: Connection) throws {
    for start in stride(from: 0, to: accounts.count, by: 1_000) {
      let part = Array(accounts[start..<min(start + 1_000, accounts.count)])
      try connection.execute("DELETE FROM devices WHERE account IN \(list: part)")
    }
  }
}
