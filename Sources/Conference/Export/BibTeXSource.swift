/// A reference as somebody else has written it.
enum BibTeXSource {
  /// Whether the text holds an entry, and would not disturb what stands after it in a file.
  static func isWhole(_ text: String) -> Bool {
    isBalanced(Substring(text)) && !keys(in: text).isEmpty
  }

  /// Whether braces are closed as often as opened, and never before; a backslash does not matter to BibTeX here.
  static func isBalanced(_ text: Substring) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Where the keys of the entries are, without the space around them: "@article{ key, ...".
  static func keys(in text: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "{": depth += 1
      case "}": depth -= 1
      case "@" where depth == 0: if let range = key(in: text, at: index) { ranges.append(range) }
      default: break
      }
    }
    return ranges
  }

  private static func key(in text: String, at sign: String.Index) -> Range<String.Index>? {
    let rest = text[text.index(after: sign)...]
    let brace = rest.drop(while: { $0.isLetter || $0.isWhitespace })
    guard brace.first == "{", brace.startIndex > rest.startIndex else { return nil }
    let inner = brace.dropFirst().drop(while: \.isWhitespace)
    let key = inner.prefix { !$0.isWhitespace && !"{}(),=\"#%".contains($0) }
    let end = inner[key.endIndex...].drop(while: \.isWhitespace)
    return key.isEmpty || end.first != "," ? nil : key.startIndex..<key.endIndex
  }
}
