/// A connection during one transaction; it is of no use after the closure that it was given to.
public struct Connection {
  let session: any Session

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
    try session.execute(rendered(sql))
  }

  /// Calls `body` for every row of the result, without keeping them all in memory.
  public func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    try session.forEach(rendered(sql), body)
  }

  private func rendered(_ sql: SQL) throws -> RenderedSQL {
    let statement = try RenderedSQL(sql, for: dialect)
    try TransactionControl.refuse(in: statement.text)
    return statement
  }
}

/// Ends a result early.
private struct Enough: Error {}
