import Synchronization

/// The text of a statement with its dialect's placeholders; made once for every form in which the program writes it.
final class SQLText: Sendable {
  let text: String
  /// The types of the values, in the numbers of PostgreSQL.
  let types: [PostgresValue.TypeID]
  /// Whether the text comes back often enough to keep its prepared statement; with a list in it, it does not.
  let isWorthKeeping: Bool
  /// Why it may not be a statement of its own, if it would begin or end a transaction.
  let refusal: (any Error)?

  init(_ text: String, types: [PostgresValue.TypeID], isWorthKeeping: Bool) {
    (self.text, self.types, self.isWorthKeeping) = (text, types, isWorthKeeping)
    do {
      try TransactionControl.refuse(in: text)
      refusal = nil
    } catch {
      refusal = error
    }
  }

  private static let known = Mutex<[Form: SQLText]>([:])
  /// Far more than the program has, which puts some together in a loop.
  private static let limit = 4_000

  static func of(_ sql: SQL, for dialect: Dialect) -> SQLText {
    if sql.hasList { return rendered(sql, for: dialect) }
    let form = Form(pieces: sql.pieces, dialect: dialect)
    if let text = known.withLock({ $0[form] }) { return text }
    let text = rendered(sql, for: dialect)
    known.withLock { known in
      if known.count >= limit { known = [:] }
      known[form.withoutValues] = text
    }
    return text
  }

  private static func rendered(_ sql: SQL, for dialect: Dialect) -> SQLText {
    var text = ""
    var types: [PostgresValue.TypeID] = []
    for piece in sql.pieces {
      switch piece {
      case .text(let literal): literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
      case .value(.null) where dialect == .postgres: text += "NULL"
      case .value(let value):
        types.append(PostgresValue.type(of: value))
        text += dialect == .sqlite ? "?" : "$\(types.count)"
      }
    }
    return SQLText(text, types: types, isWorthKeeping: !sql.hasList)
  }
}

/// Which literals of the program and which kinds of values make up a piece of SQL: all that its text depends on.
private struct Form: Hashable {
  let pieces: [SQL.Piece]
  let dialect: Dialect

  /// The same form, which may be kept.
  var withoutValues: Form { Form(pieces: pieces.map(\.withoutValue), dialect: dialect) }

  static func == (one: Form, other: Form) -> Bool {
    one.dialect == other.dialect && one.pieces.count == other.pieces.count
      && zip(one.pieces, other.pieces).allSatisfy { $0.mark == $1.mark }
  }

  func hash(into hasher: inout Hasher) {
    for piece in pieces { hasher.combine(piece.mark.start) }
  }
}

extension SQL.Piece {
  /// Where a literal stands in the program, and its length in bytes; the type of a value.
  fileprivate var mark: (start: UInt, count: Int) {
    switch self {
    case .text(let literal) where literal.hasPointerRepresentation:
      (UInt(bitPattern: literal.utf8Start), literal.utf8CodeUnitCount)
    case .text(let literal): (UInt(literal.unicodeScalar.value), -1)
    case .value(let value): (UInt(PostgresValue.type(of: value)), -2)
    }
  }

  fileprivate var withoutValue: SQL.Piece {
    switch self {
    case .text: self
    case .value(.null): .value(.null)
    case .value(.integer): .value(.integer(0))
    case .value(.real): .value(.real(0))
    case .value(.text): .value(.text(""))
    case .value(.blob): .value(.blob([]))
    }
  }
}
