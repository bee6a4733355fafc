import Database

/// What people say of papers that do not hold their address: that they are authors of them, until an organizer agrees or not.
public struct PaperClaims: Sendable {
  public enum State: String, Sendable, SQLBindable, SQLDecodable {
    case waiting, granted, refused
  }

  /// One that waits for an organizer's word.
  public struct Waiting: Sendable {
    public let account: Account
    public let paper: String
    public let claimed: Instant
  }

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// What became of somebody's claims, by paper.
  public func states(of account: String) async throws -> [String: State] {
    try await database.read { try Self.states(of: account, $0) }
  }

  static func states(of account: String, _ connection: Connection) throws -> [String: State] {
    let rows = try connection.query("SELECT paper, state FROM paper_claims WHERE account = \(account)")
    return Dictionary(try rows.map { (try $0.value(0, as: String.self), try $0.value(1, as: State.self)) }) {
      first, _ in first
    }
  }

  /// Throws unless one of the paper's authors has the person's name; what was said to an earlier claim stays.
  public func claim(_ paper: Paper, by account: Account) async throws {
    guard paper.hasAuthor(named: account.name) else {
      throw ConferenceError.forbidden("No author of this paper has the name in your account")
    }
    let now = clock.now()
    try await database.execute(
      """
      INSERT INTO paper_claims (account, paper, state, claimed_at)
      VALUES (\(account.id), \(paper.id), 'waiting', \(now.milliseconds))
      ON CONFLICT (account, paper) DO NOTHING
      """)
  }

  /// The oldest first, at most 500.
  public func waiting(for reader: (any Doer)?) async throws -> [Waiting] {
    try await database.read { connection in
      try Right.readClaims.check(reader, connection)
      return try connection.query(
        "SELECT account, paper, claimed_at FROM paper_claims WHERE state = 'waiting' ORDER BY claimed_at, account, paper LIMIT 500"
      ).compactMap { row in
        guard let account = try People.account(try row.value("account"), connection), account.standing == .active else {
          return nil
        }
        return Waiting(
          account: account, paper: try row.value("paper"), claimed: Instant(milliseconds: try row.value("claimed_at")))
      }
    }
  }

  /// Says yes or no to a claim; throws a conflict where somebody has said so before.
  public func decide(_ paper: String, of account: String, isGranted: Bool, by doer: (any Doer)?) async throws {
    let (now, state) = (clock.now(), isGranted ? State.granted : .refused)
    try await database.write { connection in
      try Right.decideClaims.check(doer, connection)
      let changed = try connection.execute(
        "UPDATE paper_claims SET state = \(state) WHERE account = \(account) AND paper = \(paper) AND state = 'waiting'"
      )
      guard changed == 1 else { throw ConferenceError.conflict("this claim does not wait any more") }
      try Deed(by: doer, "claim of a paper \(state.rawValue)", account, ["paper": paper]).write(
        at: now, connection)
    }
  }
}

extension Paper {
  /// Whether an author has the name, however its words are ordered, accented and capitalized.
  public func hasAuthor(named name: String) -> Bool {
    let words = Folding.words(of: name).sorted()
    return !words.isEmpty && authors.contains { Folding.words(of: $0.name).sorted() == words }
  }
}

extension Access {
  /// An author's own part of a paper, also where an organizer said that the person is an author.
  public func mayEdit(_ paper: Paper, _ claims: [String: PaperClaims.State]) -> Bool {
    mayEdit(paper) || (isLetIn && claims[paper.id] == .granted)
  }
}
