import Dispatch

/// A database with its schema brought up to date; every method may be called from any task.
public final class Database: Sendable {
  let driver: any Driver
  /// The number of the newest migration, which the database had or was brought to when it was opened.
  public let schemaVersion: Int

  /// The SQL that the server speaks, for search, which every server has its own way for.
  public var dialect: Dialect { driver.dialect }

  /// How often it is looked for changes that nobody told of: another program tells nothing of what it does to a file, but a look costs little
  /// there; a server tells of all, unless its word was lost, and then it takes two seconds at most, with the look itself.
  static let pollOfFile = Duration.milliseconds(500)
  static let pollOfServer = Duration.milliseconds(1_800)

  let wakeUps: EventWakeUps
  let plan: MigrationPlan

  init(driver: any Driver, plan: MigrationPlan, pollEvery interval: Duration) throws {
    (self.driver, self.plan) = (driver, plan)
    wakeUps = EventWakeUps(of: driver, every: interval)
    try plan.apply(to: driver)
    schemaVersion = plan.version
  }

  /// Opens the SQLite file at `path` with the program's own migrations, and makes it if there is none; its folder must
  /// exist. Waits up to 5 s for other programs.
  public static func open(sqlite path: String) throws -> Database {
    try open(sqlite: path, migrations: Migration.bundled())
  }

  /// Opens the SQLite file at `path` as above, with the given migrations.
  public static func open(sqlite path: String, migrations: [Migration]) throws -> Database {
    try open(sqlite: path, migrations: migrations, settings: SQLite.Settings())
  }

  static func open(sqlite path: String, migrations: [Migration], settings: SQLite.Settings) throws -> Database {
    let file = DatabaseFile(path)
    let plan = try MigrationPlan(migrations, place: file.quoted)
    let driver = try SQLite(file: file, settings: settings) { _ = try plan.pending(in: $0) }
    return try Database(driver: driver, plan: plan, pollEvery: pollOfFile)
  }

  /// Opens the SQLite file at `path`, which must exist and have this program's schema, to be read only: no byte of it changes.
  public static func openReadOnly(sqlite path: String) throws -> Database {
    let plan = try MigrationPlan(Migration.bundled(), place: DatabaseFile(path).quoted)
    var settings = SQLite.Settings()
    settings.isReadOnly = true
    let driver = try SQLite(file: DatabaseFile(path), settings: settings) { _ in }
    try plan.checkIsApplied(to: driver)
    return try Database(driver: driver, plan: plan, pollEvery: pollOfFile)
  }

  /// Opens the PostgreSQL database at this address, which must have this program's schema, to be read only; nil when there
  /// is nothing in it yet.
  public static func openReadOnly(postgres url: String) throws -> Database? {
    let address = try PostgresAddress(url)
    let plan = try MigrationPlan(Migration.bundled(), place: address.quoted)
    var settings = Postgres.Settings()
    settings.isReadOnly = true
    let driver = Postgres(at: address, settings: settings)
    if try plan.isUntouched(driver) { return nil }
    try plan.checkIsApplied(to: driver)
    return try Database(driver: driver, plan: plan, pollEvery: pollOfServer)
  }

  /// Opens the PostgreSQL database at an address like `postgres://user:password@host:5432/name`, with the program's own
  /// migrations; the database must exist. Every connection parameter of libpq may follow, such as `?sslmode=verify-full`.
  public static func open(postgres url: String, limits: PostgresLimits = PostgresLimits()) throws -> Database {
    try open(postgres: url, migrations: Migration.bundled(), settings: Postgres.Settings(limits))
  }

  /// Opens the PostgreSQL database as above, with the given migrations.
  public static func open(postgres url: String, migrations: [Migration]) throws -> Database {
    try open(postgres: url, migrations: migrations, settings: Postgres.Settings())
  }

  static func open(postgres url: String, migrations: [Migration], settings: Postgres.Settings) throws -> Database {
    let address = try PostgresAddress(url)
    let plan = try MigrationPlan(migrations, place: address.quoted)
    return try Database(driver: Postgres(at: address, settings: settings), plan: plan, pollEvery: pollOfServer)
  }

  /// Runs `body` on one unchanging state of the database, beside other reads and writes; a write in it is refused. It may
  /// run again when the connection to the server was lost.
  public func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    try await driver.read { try body(Connection(session: $0)) }
  }

  /// Runs `body` in one transaction, as if all writes were one after another; what it throws, a statement that failed
  /// outside `attempt`, or a canceled task rolls all of it back. When this returns, the result is on the disk.
  ///
  /// On PostgreSQL, where writes run beside each other, `body` runs again when it was in another's way: it should do
  /// nothing but use its connection. An error whose `isOutcomeUnknown` is true leaves open whether the write was done.
  public func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
    let (value, isEventful) = try await driver.write { session in
      let connection = Connection(session: session)
      let value = try body(connection)
      try connection.checkSound()
      if !connection.progress.events.isEmpty { try session.append(connection.progress.events) }
      return (value, !connection.progress.events.isEmpty)
    }
    if isEventful { wakeUps.wake() }
    return value
  }

  /// Whether ``scrub()`` lets go of what was deleted, rather than the server in its own time.
  public var scrubsAtOnce: Bool { dialect == .sqlite }

  /// Lets no file of an SQLite database hold what was deleted before: at once, or with the first write after those have
  /// ended who read it meanwhile. A PostgreSQL server does so in its own time.
  public func scrub(isPatient: Bool = true) async throws { try await driver.scrub(isPatient: isPatient) }

  /// What is damaged or points to nothing, one sentence each; nothing when all is well.
  public func integrityProblems() async throws -> [String] {
    try await driver.integrityProblems()
  }

  /// Copies the database, as of now and while it is used, into a new file; blocks the calling thread while it copies.
  public func backup(to path: String) throws {
    try driver.backup(to: path)
  }

  /// Ends all use: waits up to 10 s for running reads and writes, and refuses later ones; closing again does nothing.
  /// It blocks the calling thread: where tasks may still be at work, ``closeWhenIdle()`` leaves them one to end on.
  public func close() throws {
    wakeUps.end()
    try driver.close()
  }

  /// As ``close()``, on a thread that no task needs.
  public func closeWhenIdle() async throws {
    try await withCheckedThrowingContinuation { closing in
      DispatchQueue.global().async { closing.resume(with: Result { try self.close() }) }
    }
  }
}

extension Database {
  /// All rows of one read.
  public func query(_ sql: SQL) async throws -> [Row] {
    try await driver.query(RenderedSQL(statement: sql, for: dialect))
  }

  /// The first row of one read.
  public func first(_ sql: SQL) async throws -> Row? {
    try await driver.first(RenderedSQL(statement: sql, for: dialect))
  }

  /// Runs one statement as a transaction of its own and returns the number of rows that it changed.
  @discardableResult
  public func execute(_ sql: SQL) async throws -> Int {
    try await driver.execute(RenderedSQL(statement: sql, for: dialect))
  }
}
