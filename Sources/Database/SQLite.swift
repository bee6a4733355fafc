import Dispatch
import Foundation
import GRDB
import Synchronization

/// The driver for SQLite: a file in WAL mode, one writer that syncs every commit, and a few readers.
final class SQLite: Driver {
  /// How the file is used; the defaults serve a whole conference.
  struct Settings {
    var readers = 4
    /// Seconds to wait for a lock that another program holds.
    var busyTimeout = 5.0
    /// Bytes that the write-ahead log is cut down to after a checkpoint.
    var journalSizeLimit = 64 << 20
    /// Changes no byte of the file, by one connection.
    var isReadOnly = false
  }

  let dialect = Dialect.sqlite
  var place: String { file.quoted }
  private let file: DatabaseFile
  private let patience: Double
  private let pool: any DatabaseWriter
  private let admission = Admission()
  /// Whether the log may hold what was deleted, as somebody was reading when it was to be emptied.
  private let isUnclean = Mutex(false)

  /// Opens or makes the file; `check` may refuse it before anything in it is changed.
  init(
    file: DatabaseFile, settings: Settings, refusing check: @escaping @Sendable (any Session) throws -> Void
  ) throws {
    try file.checkUsable()
    var configuration = Self.configuration(settings)
    // The schema stays trusted: if it is not, SQLite 3.40 lets no trigger write a full-text table.
    configuration.prepareDatabase { database in
      guard !database.configuration.readonly else { return }
      try check(SQLiteSession(database, of: file))
      // What is deleted is overwritten: it may be somebody's who wants to be forgotten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: "PRAGMA journal_size_limit = \(settings.journalSizeLimit)")
    }
    self.file = file
    patience = settings.busyTimeout
    pool = try Self.translating(at: file) { [configuration] in
      if settings.isReadOnly { return try DatabaseQueue(path: file.pathToRead, configuration: configuration) }
      let pool = try DatabasePool(path: file.path, configuration: configuration)
      // GRDB sets NORMAL with WAL, with which a power cut may lose what was acknowledged last.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
  }

  private static func configuration(_ settings: Settings) -> Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = settings.readers
    configuration.busyMode = .timeout(settings.busyTimeout)
    configuration.foreignKeysEnabled = true
    configuration.publicStatementArguments = false
    configuration.readonly = settings.isReadOnly
    return configuration
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
    try admission.enter(place)
    defer { admission.leave() }
    return try await translating(isReading: true) {
      try await pool.read { try body(SQLiteSession($0, of: file, isReading: true)) }
    }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
    try admission.enter(place)
    defer { admission.leave() }
    let asked = ContinuousClock.now
    return try await translating {
      try await pool.writeWithoutTransaction { database in
        try limitPatience(database, since: asked)
        var value: T?
        try database.inTransaction(.immediate) {
          value = try body(SQLiteSession(database, of: file))
          return .commit
        }
        guard let value else { throw CancellationError() }
        if isUnclean.withLock({ $0 }) { tryToEmptyLog(database) }
        return value
      }
    }
  }

  /// Lets a write wait for other programs only for what is left of its patience: it may have waited behind others that did.
  private func limitPatience(_ database: GRDB.Database, since asked: ContinuousClock.Instant) throws {
    let left = max(0, patience - (ContinuousClock.now - asked) / .seconds(1))
    try database.execute(sql: "PRAGMA busy_timeout = \(Int(left * 1000))")
  }

  func inspect(_ body: (any Session) throws -> Void) throws {
    try Self.translating(at: file) { try pool.read { try body(SQLiteSession($0, of: file, isReading: true)) } }
  }

  func alterSchema(_ body: (any Session) throws -> Void) throws {
    try Self.translating(at: file) {
      try pool.writeWithoutTransaction { database in
        // A table is made anew by dropping the old one, which must not take along the rows that point to it.
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        let outcome = Result {
          try database.inTransaction {
            try body(SQLiteSession(database, of: file))
            return .commit
          }
        }
        try database.execute(sql: "PRAGMA foreign_keys = ON")
        try outcome.get()
      }
    }
  }

  func integrityProblems() async throws -> [String] {
    do {
      return try await read { try SQLiteIntegrity.problems(in: Connection(session: $0)) }
    } catch let error as DatabaseError where error.kind == .notADatabase {
      return [error.description]
    }
  }

  /// Other programs cannot be heard, only seen by what they have written.
  func watchEvents(_ wake: @escaping @Sendable () -> Void) -> any EventWatch { Deafness() }

  /// Folds the log into the file and empties it. While somebody reads what is in it, such as a backup, it stays: then every
  /// write tries again.
  func scrub(isPatient: Bool) async throws {
    try admission.enter(place)
    defer { admission.leave() }
    try await translating {
      try await pool.writeWithoutTransaction { database in
        guard isPatient else { return tryToEmptyLog(database) }
        try limitPatience(database, since: .now)
        try emptyLog(database)
      }
    }
  }

  private func emptyLog(_ database: GRDB.Database) throws {
    do {
      try database.checkpoint(.truncate)
      isUnclean.withLock { $0 = false }
    } catch GRDB.DatabaseError.SQLITE_BUSY {
      isUnclean.withLock { $0 = true }
    }
  }

  /// Without waiting for anybody, and without harm to the write that is done already.
  private func tryToEmptyLog(_ database: GRDB.Database) {
    try? database.execute(sql: "PRAGMA busy_timeout = 0")
    try? emptyLog(database)
  }

  func backup(to path: String) throws {
    try admission.enter(place)
    defer { admission.leave() }
    try DatabaseFile(path).makeWhole { partial in
      try Self.translating(at: DatabaseFile(partial)) {
        var configuration = Configuration()
        configuration.readonly = true
        // A connection of its own, as waiting here for one of the pool's could block the thread that gives it back.
        let source = try DatabaseQueue(path: file.path, configuration: configuration)
        let target = try DatabaseQueue(path: partial)
        try source.backup(to: target)
        // One file, without a log beside it.
        try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try target.close()
        try source.close()
      }
    }
  }

  func close() throws {
    try admission.closeWhenEmpty(place) {
      // The last connection to close folds the log into the file, which a reader could not.
      (pool as? DatabasePool)?.invalidateReadOnlyConnections()
      try Self.translating(at: file) { try pool.close() }
    }
  }

  private func translating<T: Sendable>(isReading: Bool = false, _ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch let error as GRDB.DatabaseError {
      throw error.translated(at: file, isReading: isReading)
    }
  }

  private static func translating<T>(at file: DatabaseFile, _ work: () throws -> T) throws -> T {
    do { return try work() } catch let error as GRDB.DatabaseError { throw error.translated(at: file) }
  }
}

private struct Deafness: EventWatch {
  func end() {}
}

/// A connection of the pool, during one transaction.
private final class SQLiteSession: Session {
  let dialect = Dialect.sqlite
  private let database: GRDB.Database
  private let file: DatabaseFile
  private let isReading: Bool
  /// The prepared statements whose rows are being read: their cached ones must not be started again from within.
  private var running: Set<String> = []

  init(_ database: GRDB.Database, of file: DatabaseFile, isReading: Bool = false) {
    (self.database, self.file, self.isReading) = (database, file, isReading)
  }

  func execute(_ statement: RenderedSQL) throws -> Int {
    try translating {
      let before = database.totalChangesCount
      try prepared(statement).execute(arguments: statement.arguments)
      // SQLite keeps the count of the last statement that could change rows, whichever that was.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func forEach(_ statement: RenderedSQL, _ body: (Row) throws -> Void) throws {
    try translating {
      let prepared = try prepared(statement)
      let isOuter = running.insert(statement.text).inserted
      defer { if isOuter { running.remove(statement.text) } }
      let columns = prepared.columnNames
      let cursor = try GRDB.Row.fetchCursor(prepared, arguments: statement.arguments)
      while try cursor.next() != nil {
        let values = columns.indices.map {
          SQLValue(DatabaseValue(sqliteStatement: prepared.sqliteStatement, index: CInt($0)))
        }
        try body(Row(columns: columns, values: values))
      }
    }
  }

  func run(script: String) throws {
    try translating {
      let statements = try database.allStatements(sql: script)
      while let statement = try statements.next() {
        try TransactionControl.refuse(in: statement.sql)
        try statement.execute()
      }
    }
  }

  func mark() throws { try translating { try database.execute(sql: "SAVEPOINT attempt") } }
  func keep() throws { try translating { try database.execute(sql: "RELEASE attempt") } }
  func undo() throws { try translating { try database.execute(sql: "ROLLBACK TO attempt; RELEASE attempt") } }

  func append(_ events: [NewEvent]) throws {
    for insertion in NewEvent.insertions(events) { _ = try execute(RenderedSQL(insertion, for: dialect)) }
  }

  private func prepared(_ statement: RenderedSQL) throws -> Statement {
    let mayShare = statement.isWorthKeeping && !running.contains(statement.text)
    return try mayShare ? database.cachedStatement(sql: statement.text) : database.makeStatement(sql: statement.text)
  }

  private func translating<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let error as GRDB.DatabaseError {
      throw error.translated(at: file, isReading: isReading)
    }
  }
}

extension GRDB.DatabaseError {
  fileprivate func translated(at file: DatabaseFile, isReading: Bool = false) -> DatabaseError {
    SQLiteFailure(code: resultCode.rawValue, message: message ?? "unknown error", statement: sql, isReading: isReading)
      .error(at: file)
  }
}

extension RenderedSQL {
  fileprivate var arguments: StatementArguments {
    StatementArguments(values.map(\.databaseValue))
  }
}

extension SQLValue {
  fileprivate init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .blob([UInt8](data))
      }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}
