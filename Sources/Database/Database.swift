/// A database with its schema brought up to date; every method may be called from any task.
public final class Database: Sendable {
  private let driver: any Driver
  /// The number of the newest migration, which the database had or was brought to when it was opened.
  public let schemaVersion: Int

  /// The SQL that the server speaks, for search, which every server has its own way for.
  public var dialect: Dialect { driver.dialect }

  init(driver: any Driver, plan: MigrationPlan) throws {
    self.driver = driver
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
    return try Database(driver: driver, plan: plan)
  }

  /// Runs `body` on one unchanging state of the database, beside other reads and a write; a write in it is refused.
  public func read<T: Sendable>(_ body: @Sendable (Connection) throws -> T) async throws -> T {
    try await driver.read { try body(Connection(session: $0)) }
  }

  /// Runs `body` in one transaction, writes being one after another; what it throws, or a canceled task, rolls all of it
  /// back. When this returns, the result is on the disk.
  public func write<T: Sendable>(_ body: @Sendable (Connection) throws -> T) async throws -> T {
    try await driver.write { try body(Connection(session: $0)) }
  }

  /// What is damaged or points to nothing, one sentence each; nothing when all is well.
  public func integrityProblems() async throws -> [String] {
    try await driver.integrityProblems()
  }

  /// Copies the database, as of now and while it is used, into a new file; blocks the calling thread while it copies.
  public func backup(to path: String) throws {
    try driver.backup(to: path)
  }

  /// Ends all use: waits up to 10 s for running reads and writes, and refuses later ones; closing again does nothing.
  public func close() throws {
    try driver.close()
  }
}

extension Database {
  /// All rows of one read.
  public func query(_ sql: SQL) async throws -> [Row] {
    try await read { try $0.query(sql) }
  }

  /// The first row of one read.
  public func first(_ sql: SQL) async throws -> Row? {
    try await read { try $0.first(sql) }
  }

  /// Runs one statement as a transaction of its own and returns the number of rows that it changed.
  @discardableResult
  public func execute(_ sql: SQL) async throws -> Int {
    try await write { try $0.execute(sql) }
  }
}
