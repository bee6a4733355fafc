/// A table that is copied, with its columns by name.
struct CopyTable: Equatable {
  let name: String
  let columns: [String]

  /// What nodes that run tell each other, which is of no use elsewhere and would stay there: who is around.
  static let fleeting: Set<String> = ["around", "around_nodes"]

  /// What among the choices tells which folder of files goes with the database, which another one has to find out by itself.
  private var choice: String { name == "choices" ? " WHERE name <> 'files'" : "" }

  /// All tables that hold what cannot be made again: not the list of migrations, and no search index.
  static func all(in connection: Connection) throws -> [CopyTable] {
    let names: SQL =
      switch connection.dialect {
      case .sqlite:
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
      case .postgres: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
      }
    return try connection.query(names).map { try $0.value(0, as: String.self) }.sorted()
      .filter { $0 != "schema_migrations" && !fleeting.contains($0) }
      .map { CopyTable(name: $0, columns: try columns(of: $0, in: connection)) }
  }

  private static func columns(of table: String, in connection: Connection) throws -> [String] {
    let names: SQL =
      switch connection.dialect {
      case .sqlite: "SELECT name FROM pragma_table_info(\(table))"
      case .postgres:
        """
        SELECT attname FROM pg_attribute
        WHERE attrelid = to_regclass(quote_ident(\(table))) AND attnum > 0 AND NOT attisdropped
        """
      }
    return try connection.query(names).map { try $0.value(0, as: String.self) }.sorted()
  }

  static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  private var list: String { columns.map(Self.quoted).joined(separator: ", ") }

  /// How many rows there are, and the hash of them.
  func summary(in connection: Connection) throws -> CopiedTable {
    var (rows, checksum) = (0, UInt64(0))
    try forEach(in: connection) { row in
      rows += 1
      checksum &+= Self.hash(row.values)
    }
    return CopiedTable(name: name, rows: rows, checksum: checksum)
  }

  /// Keeps everybody else from writing into the tables before the transaction has ended. A file has one writer in any case.
  static func lock(_ tables: [CopyTable], in connection: Connection) throws {
    guard connection.dialect == .postgres, !tables.isEmpty else { return }
    let names = tables.map { quoted($0.name) }.joined(separator: ", ")
    _ = try connection.session.execute(RenderedSQL(text: "LOCK TABLE \(names) IN ACCESS EXCLUSIVE MODE"))
  }

  func empty(in connection: Connection) throws {
    _ = try connection.session.execute(RenderedSQL(text: "DELETE FROM \(Self.quoted(name))"))
  }

  /// Copies all rows, some at a time.
  func copy(from source: Connection, to target: Connection) throws -> CopiedTable {
    var batch: [[SQLValue]] = []
    var (rows, checksum, bytes) = (0, UInt64(0), 0)
    try forEach(in: source) { row in
      batch.append(row.values)
      bytes += row.values.reduce(0) { $0 + $1.byteCount }
      rows += 1
      checksum &+= Self.hash(row.values)
      if batch.count * columns.count >= 2_000 || bytes > 4 << 20 {
        try insert(batch, into: target)
        (batch, bytes) = ([], 0)
      }
    }
    if !batch.isEmpty { try insert(batch, into: target) }
    try advanceIdentity(in: target)
    return CopiedTable(name: name, rows: rows, checksum: checksum)
  }

  /// Reads all rows without holding them all at once.
  private func forEach(in connection: Connection, _ body: (Row) throws -> Void) throws {
    let (session, text) = (connection.session, "SELECT \(list) FROM \(Self.quoted(name))\(choice)")
    guard connection.dialect == .postgres else { return try session.forEach(RenderedSQL(text: text), body) }
    _ = try session.execute(RenderedSQL(text: "DECLARE copying NO SCROLL CURSOR FOR \(text)"))
    var isDone = false
    while !isDone {
      isDone = true
      try session.forEach(RenderedSQL(text: "FETCH 200 FROM copying")) { row in
        isDone = false
        try body(row)
      }
    }
    _ = try session.execute(RenderedSQL(text: "CLOSE copying"))
  }

  private func insert(_ rows: [[SQLValue]], into connection: Connection) throws {
    var values: [SQLValue] = []
    let texts = rows.map { row in
      let places = row.map { value in
        if value == .null { return "NULL" }
        values.append(value)
        return connection.dialect == .sqlite ? "?" : "$\(values.count)"
      }
      return "(\(places.joined(separator: ", ")))"
    }
    let text = "INSERT INTO \(Self.quoted(name)) (\(list)) VALUES \(texts.joined(separator: ", "))"
    _ = try connection.session.execute(RenderedSQL(text: text, values: values))
  }

  /// Lets PostgreSQL go on after the highest id; SQLite does so by itself.
  private func advanceIdentity(in connection: Connection) throws {
    guard connection.dialect == .postgres else { return }
    let identities = try connection.query(
      """
      SELECT attname, pg_get_serial_sequence(quote_ident(\(name)), attname) FROM pg_attribute
      WHERE attrelid = to_regclass(quote_ident(\(name))) AND attidentity <> ''
      """
    )
    for identity in identities {
      let (column, sequence): (String, String) = (try identity.value(0), try identity.value(1))
      let highest = "SELECT MAX(\(Self.quoted(column))) FROM \(Self.quoted(name))"
      let text = "SELECT setval($1::regclass, highest) FROM (\(highest)) AS found (highest) WHERE highest IS NOT NULL"
      try connection.session.forEach(RenderedSQL(text: text, values: [.text(sequence)])) { _ in }
    }
  }

  /// FNV-1a of a row's values, each after its type and its length.
  static func hash(_ values: [SQLValue]) -> UInt64 {
    var bytes: [UInt8] = []
    for value in values {
      bytes.append(value.typeName.utf8.first ?? 0)
      withUnsafeBytes(of: UInt64(value.byteCount).bigEndian) { bytes += $0 }
      PostgresValue.append(value, to: &bytes)
    }
    return MigrationText.fnv1a(bytes)
  }
}

extension SQLValue {
  fileprivate var byteCount: Int {
    switch self {
    case .null: 0
    case .integer, .real: 8
    case .text(let text): text.utf8.count
    case .blob(let bytes): bytes.count
    }
  }
}
