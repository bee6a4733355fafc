/// A type that can be read from a column.
public protocol SQLDecodable {
  /// The value, or nil when `value` does not fit without loss.
  static func decoded(from value: SQLValue) -> Self?
}

extension SQLValue: SQLDecodable {
  public static func decoded(from value: SQLValue) -> SQLValue? { value }
}

extension String: SQLDecodable {
  public static func decoded(from value: SQLValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}

extension Int: SQLDecodable {
  public static func decoded(from value: SQLValue) -> Int? {
    if case .integer(let number) = value { Int(exactly: number) } else { nil }
  }
}

extension Int64: SQLDecodable {
  public static func decoded(from value: SQLValue) -> Int64? {
    if case .integer(let number) = value { number } else { nil }
  }
}

extension Double: SQLDecodable {
  /// The number, also from an integer column, as sums and averages of whole numbers may be either.
  public static func decoded(from value: SQLValue) -> Double? {
    switch value {
    case .real(let number): number
    case .integer(let number): Double(exactly: number)
    case .null, .text, .blob: nil
    }
  }
}

extension Bool: SQLDecodable {
  /// True for 1, false for 0, nil for anything else.
  public static func decoded(from value: SQLValue) -> Bool? {
    switch value {
    case .integer(0): false
    case .integer(1): true
    default: nil
    }
  }
}

extension Array: SQLDecodable where Element == UInt8 {
  public static func decoded(from value: SQLValue) -> [UInt8]? {
    if case .blob(let bytes) = value { bytes } else { nil }
  }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
  public static func decoded(from value: SQLValue) -> Wrapped?? {
    if value == .null { return .some(.none) }
    return Wrapped.decoded(from: value).map(Optional.some)
  }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
  /// The case with this raw value, or nil when there is none.
  public static func decoded(from value: SQLValue) -> Self? {
    RawValue.decoded(from: value).flatMap(Self.init(rawValue:))
  }
}
