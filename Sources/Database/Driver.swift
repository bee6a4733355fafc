/// One kind of database server behind `Database`; it throws `DatabaseError`, `CancellationError`, or what a body throws.
protocol Driver: Sendable {
  var dialect: Dialect { get }

  /// Runs `body` on one unchanging state of the database.
  func read<T: Sendable>(_ body: @Sendable (any Session) throws -> T) async throws -> T

  /// Runs `body` in one transaction, after all earlier ones; what it throws rolls back.
  func write<T: Sendable>(_ body: @Sendable (any Session) throws -> T) async throws -> T

  /// Runs `body` on one unchanging state of the database, while the caller waits; for opening it.
  func inspect(_ body: (any Session) throws -> Void) throws

  /// Runs `body` in one transaction in which tables may be made anew; foreign keys are checked at its end.
  func alterSchema(_ body: (any Session) throws -> Void) throws

  func integrityProblems() async throws -> [String]
  func backup(to path: String) throws
  func close() throws
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
}
