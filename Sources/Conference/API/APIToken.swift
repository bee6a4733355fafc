import Database

/// A key to the API, as organizers see it; the text that opens is known only to who was shown it.
public struct APIToken: Hashable, Identifiable, Sendable {
  public enum State: String, Sendable {
    case working, expired, revoked
  }

  public let id: String
  /// What it is used for: "Nightly list of registrations".
  public let name: String
  public let scopes: Set<TokenScope>
  /// The account of who made it; nil for the command line.
  public let maker: String?
  public let makerName: String?
  public let made: Instant
  public let expires: Instant
  /// When it was last used, to the minute.
  public let used: Instant?
  public let revoked: Instant?

  public func state(at now: Instant) -> State { revoked != nil ? .revoked : expires <= now ? .expired : .working }

  /// In the order in which forms list them.
  public var orderedScopes: [TokenScope] { TokenScope.allCases.filter { scopes.contains($0) } }

  static let columns: SQL = """
    api_tokens.id, api_tokens.name, api_tokens.scopes, api_tokens.account, api_tokens.made_at, api_tokens.expires_at,
    api_tokens.used_at, api_tokens.revoked_at, accounts.name AS maker_name
    FROM api_tokens LEFT JOIN accounts ON accounts.id = api_tokens.account
    """

  init(_ row: Row) throws {
    (id, name) = (try row.value("id"), try row.value("name"))
    let words: String = try row.value("scopes")
    // A scope that a later version took away allows nothing.
    scopes = Set(words.split(separator: " ").compactMap { TokenScope(rawValue: String($0)) })
    (maker, makerName) = (try row.value("account"), try row.value("maker_name"))
    made = Instant(milliseconds: try row.value("made_at"))
    expires = Instant(milliseconds: try row.value("expires_at"))
    used = try row.value("used_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    revoked = try row.value("revoked_at", as: Int64?.self).map { Instant(milliseconds: $0) }
  }
}

/// Whoever uses the API with a token that works: what is done stands in the record as the token's, and its maker's.
public struct TokenHolder: Doer {
  public let token: APIToken
  /// Nil for a token that the command line made, which may do whatever its scopes say.
  let maker: Access?

  public var signature: Signature { Signature(account: token.maker, token: token.id) }
  public var scopes: Set<TokenScope>? { token.scopes }

  public func may(_ scope: TokenScope) -> Bool { token.scopes.contains(scope) && maker?.may(scope) ?? true }

  /// Throws what keeps the token from doing something.
  public func require(_ scope: TokenScope) throws {
    guard token.scopes.contains(scope) else {
      throw ConferenceError.forbidden("This token has not the scope \(scope.rawValue)")
    }
    guard may(scope) else {
      throw ConferenceError.forbidden("Who made this token may not do this any more")
    }
  }
}
