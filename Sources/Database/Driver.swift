/// One kind of database server behind `Database`; it throws `DatabaseError`, `CancellationError`, or what a body throws.
protocol Driver: Sendable {
  var dialect: Dialect { get }

  /// The database as error messages begin with it.
  var place: String { get }

  /// Runs `body` on one unchanging state of the database.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T

  /// Runs `body` in one transaction, as if all were one after another; what it throws rolls back. It may run again when
  /// others were in its way.
  func write<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T

  /// The rows of one statement, as a read of its own.
  func query(_ statement: RenderedSQL) async throws -> [Row]

  /// The first row of one statement, as a read of its own.
  func first(_ statement: RenderedSQL) async throws -> Row?

  /// Runs one statement as a write of its own and returns the number of rows that it changed.
  func execute(_ statement: RenderedSQL) async throws -> Int

  /// Runs `body` on one unchanging state of the database, while the caller waits; for opening and copying it.
  func inspect(_ body: (any Session) throws -> Void) throws

  /// Runs `body` in one transaction in which tables may be made anew; foreign keys are checked at its end.
  func alterSchema(_ body: (any Session) throws -> Void) throws

  /// Calls `wake` whenever there may be new events, until the result is let go.
  func watchEvents(_ wake: @escaping @Sendable () -> Void) -> any EventWatch

  /// Lets no file of the database hold what was deleted, as far as that is the program's to do.
  /// - Parameter isPatient: whether writes are held up while somebody reads.
  func scrub(isPatient: Bool) async throws

  func integrityProblems() async throws -> [String]
  func backup(to path: String) throws
  func close() throws
}

extension Driver {
  /// A server's files are the server's: PostgreSQL gives up what was deleted by its own vacuuming.
  func scrub(isPatient: Bool) async throws {}

  func query(_ statement: RenderedSQL) async throws -> [Row] {
    try await read { session in
      var rows: [Row] = []
      try session.forEach(statement) { rows.append($0) }
      return rows
    }
  }

  func first(_ statement: RenderedSQL) async throws -> Row? {
    try await read { session in
      var first: Row?
      do {
        try session.forEach(statement) {
          first = $0
          throw Enough()
        }
      } catch is Enough {}
      return first
    }
  }

  func execute(_ statement: RenderedSQL) async throws -> Int {
    try await write { try $0.execute(statement) }
  }
}

/// A connection during one transaction, as a driver offers it.
protocol Session: AnyObject {
  var dialect: Dialect { get }

  /// Runs one statement and returns the number of rows that it changed itself.
  func execute(_ statement: RenderedSQL) throws -> Int

  /// Calls `body` for every row, also when it runs the same statement again.
  func forEach(_ statement: RenderedSQL, _ body: (Row) throws -> Void) throws

  /// Runs all statements of trusted text: only that of migrations.
  func run(script: String) throws

  /// Marks where the transaction stands; `undo` goes back to the newest mark and takes it away, `keep` only does the
  /// latter.
  func mark() throws
  func undo() throws
  func keep() throws

  /// Adds events to the log, as the last thing before the transaction is committed.
  func append(_ events: [NewEvent]) throws
}
