import Database

/// Lists that organizers have uploaded and look at before they count: in the database, so that any node can go on with them.
public struct Uploads: Sendable {
  public struct Upload: Sendable {
    public let name: String
    public let bytes: [UInt8]
  }

  let database: Database
  let clock: Clock
  /// An hour.
  static let lifetime = 3_600
  /// So many are kept for each organizer; the newest count.
  static let most = 3

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Keeps a file for an hour; the secret and the account together bring it back.
  public func keep(_ upload: Upload, by account: String) async throws -> Secret {
    let (now, secret) = (clock.now(), Secret.random())
    let end = now.adding(seconds: Self.lifetime)
    try await database.write { connection in
      try connection.execute("DELETE FROM uploads WHERE expires_at <= \(now.milliseconds)")
      let kept = try connection.query(
        "SELECT token_hash FROM uploads WHERE account = \(account) ORDER BY expires_at DESC, token_hash LIMIT 100")
      for row in kept.dropFirst(Self.most - 1) {
        let hash: String = try row.value(0)
        try connection.execute("DELETE FROM uploads WHERE token_hash = \(hash)")
      }
      try connection.execute(
        """
        INSERT INTO uploads (token_hash, account, name, bytes, expires_at)
        VALUES (\(secret.hash), \(account), \(upload.name), \(upload.bytes), \(end.milliseconds))
        """)
    }
    return secret
  }

  /// What was kept; throws where it is too long ago, or somebody else's.
  public func upload(_ secret: Secret, by account: String) async throws -> Upload {
    let now = clock.now()
    let row = try await database.first(
      """
      SELECT name, bytes FROM uploads
      WHERE token_hash = \(secret.hash) AND account = \(account) AND expires_at > \(now.milliseconds)
      """)
    guard let row else {
      throw ConferenceError.conflict("the list was uploaded more than an hour ago, or is used up; upload it again")
    }
    return Upload(name: try row.value("name"), bytes: try row.value("bytes"))
  }

  public func forget(_ secret: Secret) async throws {
    try await database.execute("DELETE FROM uploads WHERE token_hash = \(secret.hash)")
  }
}

extension Uploads.Upload {
  public init(named name: String, _ bytes: [UInt8]) { self.init(name: name, bytes: bytes) }
}
