import Database

/// Whom people do not want to read: their messages, and what they ask with their name, are not shown to who blocked them, and
/// neither writes to the other directly.
public struct Blocks: Sendable {
  static let most = 500
  /// The kind of the event that tells the pages of who blocked somebody, or does so no more.
  public static let changed = "blocks"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  public func block(_ other: String, by account: String) async throws {
    let now = clock.now()
    guard other != account else {
      throw ConferenceError.invalid(
        field: "Block", problem: "this is yourself", advice: "Choose somebody else.")
    }
    try await database.write { connection in
      try Access.requireLetIn(account, connection)
      guard let found = try People.account(other, connection), found.standing != .erased else {
        throw ConferenceError.notFound("person")
      }
      let count: Int = try connection.first("SELECT COUNT(*) FROM blocks WHERE account = \(account)")?.value(0) ?? 0
      guard count < Self.most else {
        throw ConferenceError.conflict("you have blocked \(Self.most) people; the conduct desk can do more")
      }
      let added = try connection.execute(
        """
        INSERT INTO blocks (account, blocked, since) VALUES (\(account), \(other), \(now.milliseconds))
        ON CONFLICT (account, blocked) DO NOTHING
        """)
      if added > 0 { try Self.tell(account, of: other, at: now, connection) }
    }
  }

  public func unblock(_ other: String, by account: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      let removed = try connection.execute(
        "DELETE FROM blocks WHERE account = \(account) AND blocked = \(other)")
      if removed > 0 { try Self.tell(account, of: other, at: now, connection) }
    }
  }

  private static func tell(_ account: String, of other: String, at now: Instant, _ connection: Connection) throws {
    connection.record(topic: "me/\(account)", kind: changed, subject: "", at: now.milliseconds)
    try DirectChannels.tellSilence(between: account, and: other, at: now, connection)
  }

  /// Whom somebody has blocked, by name.
  public func blocked(by account: String) async throws -> [(id: String, name: String)] {
    try await database.query(
      """
      SELECT accounts.id, accounts.name FROM blocks JOIN accounts ON accounts.id = blocks.blocked
      WHERE blocks.account = \(account) ORDER BY accounts.name, accounts.id LIMIT \(Self.most)
      """
    ).map { (try $0.value(0), try $0.value(1)) }
  }

  public func ids(blockedBy account: String) async throws -> Set<String> {
    Set(try await blocked(by: account).map(\.id))
  }

  /// Whom somebody has blocked, and who has blocked them: neither is told where the other is.
  public func ids(apartFrom account: String) async throws -> Set<String> {
    Set(
      try await database.query(
        """
        SELECT blocked FROM blocks WHERE account = \(account) UNION SELECT account FROM blocks WHERE blocked = \(account)
        """
      ).map { try $0.value(0, as: String.self) })
  }

  /// Does not say which of them.
  static let refusal = ConferenceError.forbidden("You and this person cannot write to each other directly")

  /// Whether either has blocked the other, so that they do not write to each other directly.
  public static func stand(between one: String, and other: String, _ connection: Connection) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM blocks WHERE (account = \(one) AND blocked = \(other)) OR (account = \(other) AND blocked = \(one)) LIMIT 1
      """) != nil
  }
}
