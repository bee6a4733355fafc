import Database

/// The accounts in the database.
public struct People: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Ways in that organizers give by hand.
  public var signIns: SignIns { SignIns(database, clock: clock) }

  public func account(_ id: String) async throws -> Account? {
    try await database.read { try Self.account(id, $0) }
  }

  public func account(_ email: EmailAddress) async throws -> Account? {
    try await database.read { try Self.account(email, $0) }
  }

  static func account(_ id: String, _ connection: Connection) throws -> Account? {
    try connection.first("SELECT \(Account.columns) FROM accounts WHERE id = \(id)").map(Account.init)
  }

  static func account(_ email: EmailAddress, _ connection: Connection) throws -> Account? {
    try connection.first("SELECT \(Account.columns) FROM accounts WHERE email = \(email.text)").map(Account.init)
  }

  /// Adds an account; throws a conflict where the address has one.
  public static func add(_ account: Account, at now: Instant, _ connection: Connection) throws {
    if let email = account.email, try Self.account(email, connection) != nil {
      throw ConferenceError.conflict("\(email) has an account already")
    }
    try add([account], at: now, connection)
  }

  /// Adds accounts whose addresses nobody has, many in one statement.
  static func add(_ accounts: [Account], at now: Instant, _ connection: Connection) throws {
    guard let first = accounts.first else { return }
    // With the first account every node shows that there is something to sign in to.
    if try connection.first("SELECT 1 FROM accounts LIMIT 1") == nil { tell(first.id, at: now, connection) }
    for start in stride(from: 0, to: accounts.count, by: 400) {
      let rows = accounts[start..<min(start + 400, accounts.count)].map { account -> SQL in
        """
        (\(account.id), \(account.email?.text), \(account.name), \(account.affiliation), \(account.country),
          \(account.registration), \(account.role), \(account.standing), '{}', \(account.words), \(now.milliseconds),
          \(now.milliseconds))
        """
      }
      try connection.execute(
        """
        INSERT INTO accounts
          (id, email, name, affiliation, country, registration, role, standing, profile, words, added_at, changed_at)
        VALUES \(rows: rows)
        """)
    }
  }

  /// Writes what a list says of people whose accounts are there, many in one statement; nobody may be among them twice.
  static func update(_ accounts: [Account], at now: Instant, _ connection: Connection) throws {
    for start in stride(from: 0, to: accounts.count, by: 400) {
      let rows = accounts[start..<min(start + 400, accounts.count)].map { account -> SQL in
        """
        (\(account.id), \(account.email?.text), \(account.name), \(account.affiliation), \(account.country),
          \(account.registration), \(account.role), \(account.standing), '{}', \(account.words), \(account.conduct),
          \(account.conductAt?.milliseconds), \(account.added.milliseconds), \(now.milliseconds))
        """
      }
      // A row has to have a profile and a day on which it was added; those of the account stay.
      try connection.execute(
        """
        INSERT INTO accounts
          (id, email, name, affiliation, country, registration, role, standing, profile, words, conduct, conduct_at,
            added_at, changed_at)
        VALUES \(rows: rows)
        ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name,
          affiliation = excluded.affiliation, country = excluded.country, registration = excluded.registration,
          role = excluded.role, standing = excluded.standing, conduct = excluded.conduct,
          conduct_at = excluded.conduct_at, words = excluded.words, changed_at = excluded.changed_at
        """)
    }
    for account in accounts { tell(account.id, at: now, connection) }
  }

  /// Writes what the list of registrations says of somebody; whoever holds them in memory is told.
  static func update(_ account: Account, at now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE accounts SET email = \(account.email?.text), name = \(account.name), affiliation = \(account.affiliation),
        country = \(account.country), registration = \(account.registration), role = \(account.role),
        standing = \(account.standing), conduct = \(account.conduct), conduct_at = \(account.conductAt?.milliseconds),
        words = \(account.words), changed_at = \(now.milliseconds)
      WHERE id = \(account.id)
      """)
    tell(account.id, at: now, connection)
  }

  /// Lets all nodes forget what they hold in memory about somebody's right to be here.
  static func tell(_ account: String, at now: Instant, _ connection: Connection) {
    connection.record(topic: "accounts", kind: "changed", subject: account, at: now.milliseconds)
  }
}
