extension JSONReader {
  /// A number, `true`, `false` or `null`; any other bare word is reported and kept as text.
  mutating func word() -> Node.Value {
    let start = cursor
    while let byte = cursor.current, byte.isWordByte { cursor.advance() }
    let word = cursor.text(from: start.offset)
    if word == "null" { return .null }
    if word == "true" || word == "false" || Self.isNumber(word) { return .text(word) }
    problems.error(
      at: start.position.place(in: file), "\(word.quoted) is no JSON value", advice: Self.advice(forWord: word))
    return .text(word)
  }

  private static func advice(forWord word: String) -> String {
    switch word.lowercased() {
    case "nan", "+nan", "-nan", "infinity", "+infinity", "-infinity", "inf", "-inf", "none", "undefined":
      "write null where there is no number"
    case "true", "false", "null": "write it in lower case"
    default: "put text in double quotes; numbers are written like 12, -0.5 or 1e6"
    }
  }

  /// RFC 8259: an optional minus, digits without a leading zero, optionally a fraction and an exponent.
  static func isNumber(_ word: String) -> Bool {
    var rest = Array(word.utf8)[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let digits = takeDigits(&rest)
    if digits == 0 || (digits > 1 && startsWithZero) { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if takeDigits(&rest) == 0 { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      if takeDigits(&rest) == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    rest.removeFirst(digits)
    return digits
  }
}

extension UInt8 {
  /// Whether the byte can be a part of a number or a bare word.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
