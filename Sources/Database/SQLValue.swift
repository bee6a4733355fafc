/// A value as a database keeps it.
public enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// What it is called in SQL, for error messages.
  var typeName: String {
    switch self {
    case .null: "NULL"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .blob: "BLOB"
    }
  }
}

/// A type whose values can be interpolated into SQL, to be bound.
public protocol SQLBindable {
  /// The value as it is stored.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  public var sqlValue: SQLValue { self }
}

extension String: SQLBindable {
  public var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLBindable {
  public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  public var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLBindable {
  /// The number, and NULL for what is not a number, since SQLite stores no NaN.
  public var sqlValue: SQLValue { isNaN ? .null : .real(self) }
}

extension Bool: SQLBindable {
  /// 1 or 0.
  public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Array: SQLBindable where Element == UInt8 {
  public var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  public var sqlValue: SQLValue { map(\.sqlValue) ?? .null }
}

extension SQLBindable where Self: RawRepresentable, RawValue: SQLBindable {
  /// The raw value, so that an enum of strings needs no code of its own.
  public var sqlValue: SQLValue { rawValue.sqlValue }
}
