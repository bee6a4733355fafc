/// Values as PostgreSQL takes and gives them: parameters in its binary form with an explicit type, so that the server
/// need not guess one from where they stand; results in its text form, in which every type can be read.
enum PostgresValue {
  /// The number of a type in `pg_type`.
  typealias TypeID = UInt32

  /// The type of a parameter: `bigint`, `double precision`, `text` or `bytea`.
  static func type(of value: SQLValue) -> TypeID {
    switch value {
    case .null: 0
    case .integer: 20
    case .real: 701
    case .text: 25
    case .blob: 17
    }
  }

  /// Appends the binary form of a parameter.
  static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: break
    case .integer(let number): append(UInt64(bitPattern: number), to: &bytes)
    case .real(let number): append(number.bitPattern, to: &bytes)
    case .text(let text): bytes += text.utf8
    case .blob(let blob): bytes += blob
    }
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }

  /// The value that a column of this type holds when its text form is `text`; a type that SQLite has not stays text.
  static func decoded(_ text: UnsafeRawBufferPointer, type: TypeID) -> SQLValue {
    switch type {
    case 16: .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
    case 20, 21, 23, 26: integer(text).map(SQLValue.integer) ?? .text(string(text))
    case 700, 701: real(text)
    case 1700: integer(text).map(SQLValue.integer) ?? real(text)
    case 17: blob(text)
    default: .text(string(text))
    }
  }

  private static func string(_ text: UnsafeRawBufferPointer) -> String { String(decoding: text, as: UTF8.self) }

  /// The whole number, or nil for a fraction and for what 64 bits cannot hold.
  private static func integer(_ text: UnsafeRawBufferPointer) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    guard text.count > (isNegative ? 1 : 0) else { return nil }
    var number: Int64 = 0
    for byte in text.dropFirst(isNegative ? 1 : 0) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (tens, overflows) = number.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (sum, exceeds) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      guard !overflows, !exceeds else { return nil }
      number = sum
    }
    return number
  }

  /// The number; NULL for what is not a number, as SQLite has it.
  private static func real(_ text: UnsafeRawBufferPointer) -> SQLValue {
    let text = string(text)
    guard let number = Double(text) else { return .text(text) }
    return number.sqlValue
  }

  /// The bytes of `\x` and two hexadecimal digits each.
  private static func blob(_ text: UnsafeRawBufferPointer) -> SQLValue {
    let digits = text.dropFirst(2)
    let bytes = [UInt8](unsafeUninitializedCapacity: digits.count / 2) { bytes, count in
      var index = digits.startIndex
      while index + 1 < digits.endIndex {
        bytes[count] = nibble(digits[index]) << 4 | nibble(digits[index + 1])
        (index, count) = (index + 2, count + 1)
      }
    }
    return .blob(bytes)
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    digit <= UInt8(ascii: "9") ? digit & 0xf : (digit & 0xf) + 9
  }
}
