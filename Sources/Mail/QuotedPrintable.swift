/// Text in any script as lines of at most 76 ASCII characters (RFC 2045, 6.7).
enum QuotedPrintable {
  /// The text with its line breaks, of whatever kind, as CRLF, and without one at its end.
  static func text(_ text: String) -> String {
    var lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line(Array($0.utf8)) }.joined(separator: "\r\n")
  }

  private static func line(_ bytes: [UInt8]) -> String {
    var (text, column) = ("", 0)
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      // An "=" that only breaks the line takes the 76th place.
      if column + (isPlain(byte, isLast: isLast, begins: false) ? 1 : 3) > (isLast ? 76 : 75) {
        text += "=\r\n"
        column = 0
      }
      let piece = isPlain(byte, isLast: isLast, begins: column == 0) ? String(Unicode.Scalar(byte)) : escape(byte)
      text += piece
      column += piece.utf8.count
    }
    return text
  }

  /// Spaces at the end get lost on the way, and some programs change “From” and a dot at the beginning.
  private static func isPlain(_ byte: UInt8, isLast: Bool, begins: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "="): false
    case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
    case UInt8(ascii: "F"), UInt8(ascii: "."): !begins
    default: (0x21...0x7E).contains(byte)
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "=" + (digits.count == 1 ? "0" : "") + digits
  }
}
