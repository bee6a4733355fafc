import Database

/// What people say of papers that do not hold their address: that they are authors of them, until an organizer agrees or not.
public struct PaperClaims: Sendable {
  public enum State: String, Sendable, SQLBindable, SQLDecodable {
    case waiting, granted, refused
  }

  /// What somebody says of a paper, and what became of it.
  public struct Claim: Sendable {
    public let account: Account
    /// What the last list that named the person calls them; nil where none did.
    public let listedName: String?
    public let paper: String
    public let state: State
    public let claimed: Instant
    /// Nil while it waits.
    public let decided: Instant?

    fileprivate init(_ row: Row) throws {
      account = try Account(row)
      listedName = try row.value("listed_name")
      (paper, state) = (try row.value("paper"), try row.value("state"))
      claimed = Instant(milliseconds: try row.value("claimed_at"))
      decided = try row.value("decided_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    }
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

  /// Those that wait for an organizer's word, the oldest first, at most 500.
  public func waiting(for reader: (any Doer)?) async throws -> [Claim] {
    try await list("state = 'waiting' AND standing = 'active'", "claimed_at, account, paper LIMIT 500", for: reader)
  }

  /// What organizers said, the newest first, at most 100.
  public func decided(for reader: (any Doer)?) async throws -> [Claim] {
    try await list("state <> 'waiting'", "COALESCE(decided_at, claimed_at) DESC, account, paper LIMIT 100", for: reader)
  }

  private func list(_ condition: SQL, _ order: SQL, for reader: (any Doer)?) async throws -> [Claim] {
    try await database.read { connection in
      try Right.readClaims.check(reader, connection)
      return try connection.query(
        """
        SELECT \(Account.columns), paper, state, claimed_at, decided_at,
          (SELECT listed_people.name FROM listed_people WHERE listed_people.account = accounts.id) AS listed_name
        FROM paper_claims JOIN accounts ON accounts.id = paper_claims.account
        WHERE \(condition) ORDER BY \(order)
        """
      ).map(Claim.init)
    }
  }

  /// Says yes or no to a claim, also otherwise than before; throws a conflict where that is so already.
  ///
  /// - Parameters:
  ///   - seen: what it was for who decides, if they say so: where somebody has decided meanwhile, it is a conflict.
  ///   - letter: what the person is told by mail.
  public func decide(
    _ paper: String, of account: String, isGranted: Bool, seen: State? = nil, by doer: (any Doer)?,
    letter: (@Sendable (Account) -> Letter)? = nil
  ) async throws {
    let (now, state, outbox) = (clock.now(), isGranted ? State.granted : .refused, Outbox(database, clock: clock))
    try await database.write { connection in
      try Right.decideClaims.check(doer, connection)
      let row = try connection.first("SELECT state FROM paper_claims WHERE account = \(account) AND paper = \(paper)")
      guard let row, let person = try People.account(account, connection) else {
        throw ConferenceError.notFound("claim")
      }
      let before: State = try row.value("state")
      guard before != state, seen == nil || seen == before else {
        throw ConferenceError.conflict("this claim is \(before.rawValue) by now; somebody else was faster")
      }
      try connection.execute(
        """
        UPDATE paper_claims SET state = \(state), decided_at = \(now.milliseconds)
        WHERE account = \(account) AND paper = \(paper)
        """)
      try Deed(by: doer, "claim of a paper \(state.rawValue)", account, ["before": before.rawValue, "paper": paper])
        .write(at: now, connection)
      if let letter, let email = person.email, person.mayComeIn {
        try letter(person).post(to: email, isWanted: true, expires: nil, in: outbox, connection)
      }
    }
  }

  /// The ids of the papers of which organizers said that they are somebody's.
  static func granted(to account: String, _ connection: Connection) throws -> Set<String> {
    Set(
      try connection.query("SELECT paper FROM paper_claims WHERE account = \(account) AND state = 'granted'").map {
        try $0.value(0, as: String.self)
      })
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
