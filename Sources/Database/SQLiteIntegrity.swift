/// SQLite's own checks of a file.
enum SQLiteIntegrity {
  /// What the two checks complain of, one sentence each; nothing when all is well.
  static func problems(in connection: Connection) throws -> [String] {
    let damage = try connection.query("PRAGMA integrity_check").map { try $0.value(0, as: String.self) }
    return damage.filter { $0 != "ok" } + (try danglingRows(in: connection))
  }

  /// The rows whose foreign key points to nothing.
  static func danglingRows(in connection: Connection) throws -> [String] {
    try connection.query("PRAGMA foreign_key_check").map { row in
      let (table, parent): (String, String) = (try row.value("table"), try row.value("parent"))
      let id = try row.value("rowid", as: Int64?.self).map { "row \($0)" } ?? "a row"
      return "\(id) of \(table) points to nothing in \(parent)"
    }
  }
}
