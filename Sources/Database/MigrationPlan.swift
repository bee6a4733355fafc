import Foundation

/// All migrations of the program, and what a database still lacks of them.
struct MigrationPlan: Sendable {
  private let migrations: [Migration]
  /// How error messages call the database.
  private let place: String

  /// The number of the newest migration; 0 without any.
  var version: Int { migrations.count }

  /// Throws a migration error when the numbers are not 1, 2, 3 and so on.
  init(_ migrations: [Migration], place: String) throws {
    self.migrations = migrations.sorted { $0.number < $1.number }
    self.place = place
    for (index, migration) in self.migrations.enumerated() where migration.number != index + 1 {
      let isTwice = index > 0 && self.migrations[index - 1].number == migration.number
      let problem = isTwice ? "has a number that another one has" : "does not follow number \(index)"
      throw DatabaseError(.migration, migration.title, problem, "number the migrations 0001, 0002 and so on")
    }
  }

  /// Runs what is lacking and records it, all in one transaction; looks first without a lock, so that opening a database
  /// that lacks nothing waits for nobody.
  func apply(to driver: any Driver) throws {
    var isCurrent = false
    try driver.inspect { isCurrent = try pending(in: $0).isEmpty }
    if isCurrent { return }
    try driver.alterSchema { session in
      let lacking = try pending(in: session)
      if !lacking.isEmpty { try Self.keepWritesAway(in: session) }
      for migration in lacking { try run(migration, in: session) }
      try checkForeignKeys(in: session)
    }
  }

  /// Throws, and closes the driver, where a migration is lacking.
  func checkIsApplied(to driver: any Driver) throws {
    var isCurrent = false
    try driver.inspect { isCurrent = try pending(in: $0).isEmpty }
    if isCurrent { return }
    try driver.close()
    throw DatabaseError(
      .migration, place, "is of an older Hatata", "start the server once, which brings it up to date")
  }

  /// Whether no migration was ever run there.
  func isUntouched(_ driver: any Driver) throws -> Bool {
    var isUntouched = false
    try driver.inspect { isUntouched = try pending(in: $0).count == migrations.count }
    return isUntouched
  }

  /// The migrations to run; throws when the database is another program's or a newer one's, or a migration was changed.
  func pending(in session: any Session) throws -> ArraySlice<Migration> {
    let applied = try applied(in: Connection(session: session))
    if let newest = applied.last, newest.number > version {
      throw DatabaseError(
        .newer, place, "was made by a newer Hatata (schema \(newest.number), this program knows \(version))",
        "update the program, or restore the backup that was made before it was updated"
      )
    }
    for (record, migration) in zip(applied, migrations) { try check(record, against: migration, session.dialect) }
    return migrations.dropFirst(applied.count)
  }

  private struct Record {
    let number: Int
    let checksum: String
  }

  private func applied(in connection: Connection) throws -> [Record] {
    let tables = try Self.tables(in: connection)
    guard tables.contains("schema_migrations") else {
      if tables.isEmpty { return [] }
      throw DatabaseError(.notADatabase, place, "is the database of another program", "choose another one")
    }
    return try connection.query("SELECT number, checksum FROM schema_migrations ORDER BY number").map {
      Record(number: try $0.value("number"), checksum: try $0.value("checksum"))
    }
  }

  static func tables(in connection: Connection) throws -> [String] {
    let sql: SQL =
      switch connection.dialect {
      case .sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
      case .postgres: "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
      }
    return try connection.query(sql).map { try $0.value("name") }
  }

  private func check(_ record: Record, against migration: Migration, _ dialect: Dialect) throws {
    guard record.number == migration.number else {
      throw DatabaseError(.migration, place, "lacks \(migration.title) but has later ones", "restore a backup")
    }
    guard try MigrationText(migration, for: dialect).checksum == record.checksum else {
      throw DatabaseError(
        .migration, migration.title, "was changed after \(place) was made with it",
        "put it back as it was, and the change into a new migration"
      )
    }
  }

  /// Waits for the writes under way and lets later ones wait, so that none of them holds what a migration is to change while it waits
  /// for what a migration holds. A file has one writer in any case.
  private static func keepWritesAway(in session: any Session) throws {
    guard session.dialect == .postgres else { return }
    guard try tables(in: Connection(session: session)).contains("schema_migrations") else { return }
    try session.run(script: PostgresLock.alone)
  }

  private func run(_ migration: Migration, in session: any Session) throws {
    let text = try MigrationText(migration, for: session.dialect)
    do {
      try session.run(script: text.sql)
      try record(migration, text.checksum, in: Connection(session: session))
    } catch let error as DatabaseError where error.kind != .full && error.kind != .busy {
      throw DatabaseError(.migration, migration.title, "failed in \(place), which is left as it was (\(error))", nil)
    }
  }

  private func record(_ migration: Migration, _ checksum: String, in connection: Connection) throws {
    try connection.execute(
      """
      CREATE TABLE IF NOT EXISTS schema_migrations (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL
      )
      """
    )
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    try connection.execute(
      """
      INSERT INTO schema_migrations (number, name, checksum, applied_at)
      VALUES (\(migration.number), \(migration.name), \(checksum), \(now))
      """
    )
  }

  private func checkForeignKeys(in session: any Session) throws {
    guard session.dialect == .sqlite else { return }
    let dangling = try SQLiteIntegrity.danglingRows(in: Connection(session: session))
    guard let first = dangling.first else { return }
    throw DatabaseError(
      .migration, place, "would have \(dangling.count) rows that point to nothing after migrating (\(first))", nil
    )
  }
}
