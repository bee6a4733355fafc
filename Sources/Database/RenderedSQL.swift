/// The SQL that a server speaks; only search may look at it outside this target.
public enum Dialect: String, Sendable, CaseIterable {
  case sqlite, postgres
}

/// The text of one statement with its dialect's placeholders, and the values to bind to them in order.
struct RenderedSQL: Sendable {
  /// The most UTF-8 or raw bytes that one value may have, well below SQLite's own limit of 1,000,000,000.
  static let longestValue = 512 << 20

  let source: SQLText
  /// What is bound; for PostgreSQL without NULLs, which stand in the text, as a NULL bound to a parameter has a type and
  /// does not fit everywhere where one that is written does.
  let values: [SQLValue]

  var text: String { source.text }
  var isWorthKeeping: Bool { source.isWorthKeeping }

  /// Throws a misuse for a value that one of the databases would cut short or choke on.
  init(_ sql: SQL, for dialect: Dialect) throws {
    var values: [SQLValue] = []
    var position = 0
    for case .value(let value) in sql.pieces {
      position += 1
      if let problem = Self.problem(of: value) {
        throw DatabaseError(.misuse, "'\(sql.description.oneLine)'", "got value \(position) which \(problem)", nil)
      }
      if value != .null || dialect == .sqlite { values.append(value) }
    }
    (source, self.values) = (SQLText.of(sql, for: dialect), values)
  }

  /// Throws a misuse also for a statement that would begin or end a transaction.
  init(statement: SQL, for dialect: Dialect) throws {
    try self.init(statement, for: dialect)
    if let refusal = source.refusal { throw refusal }
  }

  /// A statement whose text was made of the names of tables and columns, quoted.
  init(text: String, values: [SQLValue] = []) {
    source = SQLText(text, types: values.map(PostgresValue.type), isWorthKeeping: false)
    self.values = values
  }

  private static func problem(of value: SQLValue) -> String? {
    switch value {
    case .null, .integer, .real: nil
    case .text(let text) where text.utf8.contains(0):
      // PostgreSQL has no such text, and SQLite would be handed only what stands before the NUL.
      "holds the character U+0000: remove it from text before storing it"
    case .text(let text): text.utf8.count > longestValue ? "is longer than 512 MiB" : nil
    case .blob(let bytes): bytes.count > longestValue ? "is longer than 512 MiB" : nil
    }
  }
}

extension SQL: CustomStringConvertible {
  /// The text with `?` for every value, without the values, which may be private.
  public var description: String {
    pieces.map {
      switch $0 {
      case .text(let literal): literal.description
      case .value: "?"
      }
    }.joined()
  }
}

extension String {
  /// The text on one line of at most 200 characters, as error messages quote SQL.
  var oneLine: String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 200 ? line.prefix(199) + "…" : line
  }
}
