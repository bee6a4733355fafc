extension JSONReader {
  /// Reads a quoted string at the cursor; wrong escapes and raw control characters are reported and replaced.
  mutating func string() throws(Problem) -> String {
    let opening = cursor.position
    cursor.advance()
    var text = ""
    var piece = cursor.offset
    var isReported = false
    while let byte = cursor.current {
      if byte == .quote {
        let last = cursor.text(from: piece)
        cursor.advance()
        return text.isEmpty ? last : text + last
      } else if byte == .backslash {
        text += cursor.text(from: piece)
        text.unicodeScalars.append(escape())
        piece = cursor.offset
      } else {
        if byte < .space, !isReported {
          reportControlCharacter()
          isReported = true
        }
        cursor.advance()
      }
    }
    throw Problem(
      .error, at: opening.place(in: file), "the quote that opens here is never closed",
      advice: "close it with \", and write a quote inside of text as \\\"")
  }

  private mutating func reportControlCharacter() {
    problems.append(
      problem(
        "text holds a raw line end, tab or control character",
        advice: "write a line end as \\n and a tab as \\t, and check that the text's quotes are closed"))
  }

  private mutating func escape() -> Unicode.Scalar {
    let start = cursor
    cursor.advance()
    guard let byte = cursor.current else { return "\u{FFFD}" }
    if byte == UInt8(ascii: "u") { return unicodeEscape(startedAt: start) }
    if let scalar = Self.shortEscapes[byte] {
      cursor.advance()
      return scalar
    }
    report("\\ stands before a character that it cannot escape", at: start, advice: "write \\\\ for a backslash")
    return "\\"
  }

  private static let shortEscapes: [UInt8: Unicode.Scalar] = [
    .quote: "\"", .backslash: "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}",
    UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// Reads `\uXXXX` from its `u` on, and the second half of a surrogate pair.
  private mutating func unicodeEscape(startedAt start: ByteCursor) -> Unicode.Scalar {
    cursor.advance()
    guard let first = hexDigits() else {
      report("\\u needs four hexadecimal digits", at: start, advice: "write it as in \\u00e9")
      return "\u{FFFD}"
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let afterFirst = cursor
    if first < 0xDC00, cursor.current == .backslash, cursor.peek() == UInt8(ascii: "u") {
      cursor.advance(by: 2)
      if let second = hexDigits(), (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      cursor = afterFirst
    }
    report("half of a surrogate pair stands alone", at: start, advice: "write both halves, or the character itself")
    return "\u{FFFD}"
  }

  private mutating func hexDigits() -> UInt32? {
    var value: UInt32 = 0
    for distance in 0..<4 {
      guard let byte = cursor.peek(distance), byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { return nil }
      value = value << 4 + UInt32(digit)
    }
    cursor.advance(by: 4)
    return value
  }

  private mutating func report(_ message: String, at start: ByteCursor, advice: String) {
    problems.error(at: start.position.place(in: file), message, advice: advice)
  }
}
