/// A connection during one transaction; it is of no use after the closure that it was given to.
///
/// A statement that fails dooms its transaction, on SQLite as on PostgreSQL, even when its error is caught: later
/// statements are refused and a write is rolled back. `attempt` is the way to try something that may fail.
public struct Connection {
  let session: any Session
  let progress = Progress()

  /// What has happened in the transaction so far.
  final class Progress {
    /// The error of the statement that failed.
    var failure: (any Error)?
    /// What goes into the log when the transaction is committed.
    var events: [NewEvent] = []
  }

  init(session: any Session) { self.session = session }

  /// The SQL that the server speaks, for search, which every server has its own way for.
  public var dialect: Dialect { session.dialect }

  /// All rows of the result.
  public func query(_ sql: SQL) throws -> [Row] {
    var rows: [Row] = []
    try forEach(sql) { rows.append($0) }
    return rows
  }

  /// The first row of the result; the rest is not read.
  public func first(_ sql: SQL) throws -> Row? {
    var first: Row?
    do {
      try forEach(sql) {
        first = $0
        throw Enough()
      }
    } catch is Enough {}
    return first
  }

  /// Runs a statement and returns the number of rows that it inserted, changed or deleted itself (not by triggers).
  @discardableResult
  public func execute(_ sql: SQL) throws -> Int {
    try dooming { try session.execute(RenderedSQL(statement: sql, for: dialect)) }
  }

  /// Waits until all other writes that took the turn of this name have ended, so that numbers which are drawn afterwards
  /// become visible in their order. SQLite, which has one writer, is always in turn.
  public func takeTurn(_ name: String) throws {
    guard dialect == .postgres else { return }
    _ = try first("SELECT pg_advisory_xact_lock(hashtextextended(\(name), 0))")
  }

  /// Calls `body` for every row of the result. SQLite reads them one by one; PostgreSQL sends all of them first, so a
  /// statement with very many rows should have a LIMIT.
  public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    var thrown: (any Error)?
    do {
      try dooming {
        try session.forEach(RenderedSQL(statement: sql, for: dialect)) { row in
          do {
            try body(row)
          } catch {
            thrown = error
            throw Enough()
          }
        }
      }
    } catch is Enough {}
    if let thrown { throw thrown }
  }

  /// Runs `body`; what it throws undoes what it has done, and comes out, but leaves the transaction as sound as it was.
  @discardableResult
  public func attempt<T>(_ body: () throws -> T) throws -> T {
    let recorded = progress.events.count
    try dooming { try session.mark() }
    do {
      let value = try body()
      try checkSound()
      try dooming { try session.keep() }
      return value
    } catch {
      progress.failure = nil
      progress.events.removeLast(progress.events.count - recorded)
      try dooming { try session.undo() }
      throw error
    }
  }

  /// Throws the error of the statement that failed, if one did.
  func checkSound() throws {
    if let failure = progress.failure { throw failure }
  }

  /// Runs what the transaction does not survive if it fails.
  private func dooming<T>(_ work: () throws -> T) throws -> T {
    if let failure = progress.failure {
      throw DatabaseError(
        .misuse, "A transaction", "goes on after a statement in it failed (\(failure))",
        "use attempt for what may fail"
      )
    }
    do {
      return try work()
    } catch let enough as Enough {
      throw enough
    } catch {
      progress.failure = error
      throw error
    }
  }
}

/// Ends a result early.
struct Enough: Error {}
