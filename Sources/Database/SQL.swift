/// A piece of SQL whose text stands in the program and whose interpolated values are bound, never spliced.
///
/// The literal text is a `StaticString`, so none of these compile, and `SQLCompileTests` tries each of them:
/// ```swift
/// let a: SQL = name                                   // a string made at run time
/// let b = SQL(stringLiteral: name)
/// let c: SQL = "SELECT " + name
/// connection.query("SELECT 1" + name)
/// let d: SQL = "SELECT \(raw: name)"                  // there is no way to splice
/// let e: SQL = "SELECT \(Date())"                     // not bindable: bind integer milliseconds
/// let f: SQL = "SELECT \([name])"                     // a list says so: \(list: names)
/// ```
/// A word chosen at run time is chosen between fragments: `let order: SQL = newestFirst ? "DESC" : "ASC"`, then
/// `"... ORDER BY created_at \(order)"`.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  enum Piece: Sendable {
    case text(StaticString)
    case value(SQLValue)
  }

  private(set) var pieces: [Piece] = []
  /// Whether a list was interpolated, so that the text is another one for every length of the list.
  private(set) var hasList = false

  /// Makes SQL without values; only text that stands in the program can be given.
  public init(stringLiteral text: StaticString) {
    pieces = [.text(text)]
  }

  /// Makes SQL from text that stands in the program and values to bind.
  public init(stringInterpolation interpolation: StringInterpolation) {
    self = interpolation.sql
  }

  private init() {}

  /// Appends a fragment, values and all.
  public static func += (sql: inout SQL, fragment: SQL) {
    sql.pieces += fragment.pieces
    sql.hasList = sql.hasList || fragment.hasList
  }

  /// Puts two fragments together, without a space between them.
  public static func + (first: SQL, second: SQL) -> SQL {
    var sum = first
    sum += second
    return sum
  }
}

extension SQL {
  /// Collects the text and the values of one interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql = SQL()

    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ text: StaticString) {
      if text.utf8CodeUnitCount > 0 || !text.hasPointerRepresentation { sql.pieces.append(.text(text)) }
    }

    /// Binds one value.
    public mutating func appendInterpolation(_ value: some SQLBindable) {
      sql.pieces.append(.value(value.sqlValue))
    }

    /// Binds one value, or NULL when there is none.
    public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
      sql.pieces.append(.value(value.sqlValue))
    }

    /// Inserts a fragment, its values bound where they stand.
    public mutating func appendInterpolation(_ fragment: SQL) {
      sql += fragment
    }

    /// Inserts the rows of an INSERT, each a fragment such as `(\(id), \(name))`, with commas between them.
    public mutating func appendInterpolation(rows: [SQL]) {
      sql += rows.joined(separator: ", ")
      if rows.count > 1 { sql.hasList = true }
    }

    /// Binds every value of a list, as `(?, ?, ?)`; an empty list becomes `(NULL)`, of which `x IN (NULL)` is never true,
    /// but neither is `x NOT IN (NULL)`.
    public mutating func appendInterpolation<Value: SQLBindable>(list values: [Value]) {
      sql.hasList = true
      guard let first = values.first else { return sql.pieces.append(.text("(NULL)")) }
      sql.pieces += [.text("("), .value(first.sqlValue)]
      for value in values.dropFirst() { sql.pieces += [.text(", "), .value(value.sqlValue)] }
      sql.pieces.append(.text(")"))
    }
  }
}

extension Sequence<SQL> {
  /// Puts fragments together with `separator` between them; no fragments make empty SQL.
  public func joined(separator: SQL) -> SQL {
    var result: SQL = ""
    for (index, fragment) in enumerated() {
      if index > 0 { result += separator }
      result += fragment
    }
    return result
  }
}
