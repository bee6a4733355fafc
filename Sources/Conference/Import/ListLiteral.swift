/// A list in one cell as programs write it: `["Ada Lovelace", "Alan Turing"]` or `['a', 'b']`.
enum ListLiteral {
  /// The texts of the list; nil where the text is anything else, such as `[1]`, which may be a citation.
  static func items(_ text: String) -> [String]? {
    guard text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") else { return nil }
    var rest = text.unicodeScalars.dropFirst().dropLast()
    var items: [String] = []
    skipBlanks(&rest)
    while let quote = rest.first {
      guard quote == "\"" || quote == "'", let item = quoted(by: quote, &rest) else { return nil }
      items.append(item)
      skipBlanks(&rest)
      guard let next = rest.popFirst() else { break }
      guard next == "," else { return nil }
      skipBlanks(&rest)
    }
    return items
  }

  private static func skipBlanks(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.first, scalar.properties.isWhitespace { rest.removeFirst() }
  }

  /// Takes a text in quotes; nil where they are not closed.
  private static func quoted(by quote: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView) -> String? {
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == quote { return String(text) }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      switch escaped {
      case "n", "t": text.append(" ")
      case "u", "x":
        guard let scalar = code(digits: escaped == "u" ? 4 : 2, &rest) else { return nil }
        text.append(scalar)
      default: text.append(escaped)
      }
    }
    return nil
  }

  private static func code(digits: Int, _ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard rest.count >= digits, let value = UInt32(String(rest.prefix(digits)), radix: 16) else { return nil }
    rest.removeFirst(digits)
    return Unicode.Scalar(value)
  }
}
