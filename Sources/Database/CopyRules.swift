/// The foreign keys of a database that is being filled, whose rows come in any order.
struct CopyRules {
  private struct Rule {
    let table: String
    let name: String
  }

  private let connection: Connection
  private let rules: [Rule]

  init(in connection: Connection) throws {
    self.connection = connection
    // A schema change on SQLite keeps no foreign keys.
    rules =
      connection.dialect == .sqlite
      ? []
      : try connection.query(
        """
        SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint
        WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace
        """
      ).map { Rule(table: try $0.value(0), name: try $0.value(1)) }
  }

  /// Lets rows point to others that have yet to come.
  func loosen() throws {
    try alter("DEFERRABLE INITIALLY DEFERRED")
  }

  /// Checks that all rows point to others, and that later ones will.
  func tighten() throws {
    if connection.dialect == .postgres { try connection.execute("SET CONSTRAINTS ALL IMMEDIATE") }
    try alter("NOT DEFERRABLE")
    let dangling = connection.dialect == .sqlite ? try SQLiteIntegrity.danglingRows(in: connection) : []
    guard let first = dangling.first else { return }
    throw DatabaseError(
      .constraint, "A copy", "would have \(dangling.count) rows that point to nothing (\(first))", nil)
  }

  private func alter(_ kind: StaticString) throws {
    for rule in rules {
      let text = "ALTER TABLE \(rule.table) ALTER CONSTRAINT \(rule.name) \(kind)"
      _ = try connection.session.execute(RenderedSQL(text: text))
    }
  }
}
