/// Keeps the borders of transactions in `Database`'s hands.
enum TransactionControl {
  private static let keywords: Set<String> = [
    "ABORT", "BEGIN", "COMMIT", "END", "RELEASE", "ROLLBACK", "SAVEPOINT", "START",
  ]

  /// Throws a misuse when the statement would begin or end a transaction.
  static func refuse(in statement: String) throws {
    guard let keyword = firstKeyword(of: statement), keywords.contains(keyword) else { return }
    throw DatabaseError(
      .misuse, "'\(statement.oneLine)'", "may not stand in a transaction",
      "every write is one already, and throwing an error rolls it back"
    )
  }

  /// The first word after white space, comments and empty statements, in upper case.
  static func firstKeyword(of statement: String) -> String? {
    var rest = Substring(statement).utf8
    while let byte = rest.first {
      if rest.starts(with: "--".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if rest.starts(with: "/*".utf8) {
        rest = afterComment(rest.dropFirst(2))
      } else if isLetter(byte) {
        return String(rest.prefix(while: isLetter))?.uppercased()
      } else if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ";") {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return nil
  }

  private static func afterComment(_ text: Substring.UTF8View) -> Substring.UTF8View {
    var rest = text
    while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(2)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
