import Database

/// The tokens in the database; making and revoking them is on record.
public struct APITokens: Sendable {
  let database: Database
  let clock: Clock
  /// So many may work at once.
  public static let most = 100
  /// For so many days a token works, at most.
  public static let longest = 366
  /// What every token begins with, so that programs that look for leaked secrets know it.
  public static let prefix = "hatata_"

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Makes a token; its text is never known again.
  public func add(
    _ name: String, _ scopes: Set<TokenScope>, lasting days: Int, by doer: (any Doer)?
  ) async throws -> (token: APIToken, secret: Secret) {
    let name = try Self.checked(name, scopes, days)
    let (now, id, secret) = (clock.now(), Account.newId(), Secret(Self.prefix + Secret.random().text))
    let words = TokenScope.allCases.filter { scopes.contains($0) }.map(\.rawValue).joined(separator: " ")
    let token = try await database.write { connection in
      try Right.keepTokens.check(doer, connection)
      let working: Int =
        try connection.first(
          "SELECT COUNT(*) FROM api_tokens WHERE revoked_at IS NULL AND expires_at > \(now.milliseconds)")?.value(0)
        ?? 0
      guard working < Self.most else {
        throw ConferenceError.conflict("\(Self.most) tokens work already; revoke one first")
      }
      try connection.execute(
        """
        INSERT INTO api_tokens (id, token_hash, name, scopes, account, made_at, expires_at)
        VALUES (\(id), \(secret.hash), \(name), \(words), \(doer?.signature.account), \(now.milliseconds),
          \(now.adding(seconds: days * 86_400).milliseconds))
        """)
      try Deed(by: doer, "token made", id, ["name": name, "scopes": words]).write(at: now, connection)
      return try Self.token(id, connection)
    }
    return (token, secret)
  }

  private static func checked(_ name: String, _ scopes: Set<TokenScope>, _ days: Int) throws -> String {
    guard let name = try Newcomer.line(name, "Name", atMost: 80) else {
      throw ConferenceError.invalid(
        field: "Name", problem: "it is missing", advice: "Say what the token is for, such as “Nightly list”.")
    }
    guard !scopes.isEmpty else {
      throw ConferenceError.invalid(
        field: "Scopes", problem: "none was chosen", advice: "Choose what the token may do, and no more.")
    }
    guard (1...longest).contains(days) else {
      throw ConferenceError.invalid(
        field: "Days", problem: "a token works for 1 to \(longest) days", advice: "Choose fewer; another can be made.")
    }
    return name
  }

  /// All that were ever made, those that work first, then the newest.
  public func all(for reader: (any Doer)?) async throws -> [APIToken] {
    let now = clock.now().milliseconds
    return try await database.read { connection in
      try Right.keepTokens.check(reader, connection)
      return try connection.query(
        """
        SELECT \(APIToken.columns)
        ORDER BY CASE WHEN api_tokens.revoked_at IS NULL AND api_tokens.expires_at > \(now) THEN 0 ELSE 1 END,
          api_tokens.made_at DESC, api_tokens.id LIMIT 500
        """
      ).map(APIToken.init)
    }
  }

  /// Ends a token at once; throws a conflict where somebody has done so before.
  public func revoke(_ id: String, by doer: (any Doer)?) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Right.keepTokens.check(doer, connection)
      let token = try Self.token(id, connection)
      guard token.revoked == nil else { throw ConferenceError.conflict("this token is revoked already") }
      try Self.revoke(id, named: token.name, by: doer, at: now, connection)
    }
  }

  /// Ends all tokens that somebody made and that work still.
  static func revokeAll(of account: String, by doer: (any Doer)?, at now: Instant, _ connection: Connection) throws {
    let working = try connection.query(
      """
      SELECT id, name FROM api_tokens
      WHERE account = \(account) AND revoked_at IS NULL AND expires_at > \(now.milliseconds) ORDER BY made_at, id
      """)
    for row in working {
      try revoke(try row.value("id"), named: try row.value("name"), by: doer, at: now, connection)
    }
  }

  private static func revoke(
    _ id: String, named name: String, by doer: (any Doer)?, at now: Instant, _ connection: Connection
  ) throws {
    try connection.execute("UPDATE api_tokens SET revoked_at = \(now.milliseconds) WHERE id = \(id)")
    try Deed(by: doer, "token revoked", id, ["name": name]).write(at: now, connection)
  }

  private static func token(_ id: String, _ connection: Connection) throws -> APIToken {
    guard let row = try connection.first("SELECT \(APIToken.columns) WHERE api_tokens.id = \(id)") else {
      throw ConferenceError.notFound("token")
    }
    return try APIToken(row)
  }
}

extension APITokens {
  /// What became of a token that somebody presented.
  public enum Presented: Sendable {
    case accepted(TokenHolder)
    /// Why, in a sentence for whoever has it.
    case refused(String)
  }

  /// Looks a token up, as each request does, and notes that it was used.
  public func present(_ secret: Secret) async throws -> Presented {
    let now = clock.now()
    let found = try await database.read { connection -> (APIToken, Account?)? in
      guard
        let token = try connection.first("SELECT \(APIToken.columns) WHERE api_tokens.token_hash = \(secret.hash)").map(
          APIToken.init)
      else { return nil }
      return (token, try token.maker.flatMap { try People.account($0, connection) })
    }
    guard let (token, maker) = found else { return .refused("This token is not known.") }
    switch token.state(at: now) {
    case .revoked: return .refused("This token was revoked.")
    case .expired: return .refused("This token has expired; make another one.")
    case .working: break
    }
    // Which text of the code of conduct its maker has read is no matter of a program's.
    let access = token.maker.map { _ in Access(maker, conduct: nil) }
    guard access?.isLetIn ?? true else { return .refused("Who made this token is no longer here.") }
    if token.used.map({ now - $0 > 60_000 }) ?? true {
      try await database.execute("UPDATE api_tokens SET used_at = \(now.milliseconds) WHERE id = \(token.id)")
    }
    return .accepted(TokenHolder(token: token, maker: access))
  }
}
