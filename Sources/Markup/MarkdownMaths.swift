/// Keeps Markdown's hands off formulas: `$a_1*b$`, `$$...$$` and `\\(...\\)` reach the page as they were written.
///
/// Signs that mean something in Markdown are exchanged for control characters, of which a cleaned text has none, and
/// ``MarkdownNode`` puts them back, so that code with dollar signs is not changed either.
enum MarkdownMaths {
  private static let signs = Array("\\*_[|~\n".utf8)
  private static let firstStandIn: UInt8 = 0x10
  /// A formula is no longer, in bytes: a dollar sign looks no further for its partner.
  private static let limit = 2_000

  static func sheltered(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(dollar) || text.contains(backslash) else { return text }
    var output = text
    var index = 0
    while index < text.count {
      guard let end = end(ofFormulaAt: index, in: text) else {
        index += 1
        continue
      }
      for place in index..<end { output[place] = standIn(text[place]) }
      index = end
    }
    return output
  }

  /// A text without stand-ins, parted into formulas and what stands between them.
  static func pieces(of text: String) -> [(text: String, isFormula: Bool)] {
    let bytes = Array(text.utf8)
    guard bytes.contains(dollar) || bytes.contains(backslash) else { return [(text, false)] }
    var pieces: [(text: String, isFormula: Bool)] = []
    var (start, index) = (0, 0)
    let take = { (range: Range<Int>, isFormula: Bool) in
      if !range.isEmpty { pieces.append((String(decoding: bytes[range], as: UTF8.self), isFormula)) }
    }
    while index < bytes.count {
      guard let end = end(ofFormulaAt: index, in: bytes) else {
        index += 1
        continue
      }
      take(start..<index, false)
      take(index..<end, true)
      (start, index) = (end, end)
    }
    take(start..<bytes.count, false)
    return pieces
  }

  static func restored(_ byte: UInt8) -> UInt8 {
    isStandIn(byte) ? signs[Int(byte - firstStandIn)] : byte
  }

  static func isStandIn(_ byte: UInt8) -> Bool { byte >= firstStandIn && Int(byte - firstStandIn) < signs.count }

  private static func standIn(_ byte: UInt8) -> UInt8 {
    signs.firstIndex(of: byte).map { firstStandIn + UInt8($0) } ?? byte
  }

  private static let dollar = UInt8(ascii: "$"), backslash = UInt8(ascii: "\\")

  /// Just as the page's script finds formulas; none goes past an empty line.
  private static func end(ofFormulaAt start: Int, in text: [UInt8]) -> Int? {
    let next = byte(start + 1, text)
    switch text[start] {
    case backslash where next == UInt8(ascii: "("):
      return end(of: [backslash, UInt8(ascii: ")")], from: start + 2, text)
    case dollar where next == dollar: return end(of: [dollar, dollar], from: start + 2, text)
    case dollar where mayOpen(start, text): return endOfInline(from: start + 1, text)
    default: return nil
    }
  }

  private static func end(of closing: [UInt8], from start: Int, _ text: [UInt8]) -> Int? {
    for index in stretch(from: start, text) {
      if text[index] == closing[0] {
        if byte(index + 1, text) == closing[1], index > start { return index + 2 }
        if closing[0] == dollar { return nil }
      }
    }
    return nil
  }

  private static func endOfInline(from start: Int, _ text: [UInt8]) -> Int? {
    var isEscaped = false
    for index in stretch(from: start, text) {
      if text[index] == dollar, !isEscaped { return mayClose(index, text) ? index + 1 : nil }
      isEscaped = text[index] == backslash && !isEscaped
    }
    return nil
  }

  /// A dollar sign that follows a letter or stands before a space is money, or the end of a formula.
  private static func mayOpen(_ index: Int, _ text: [UInt8]) -> Bool {
    let (before, after) = (byte(index - 1, text), byte(index + 1, text))
    return !isWordPart(before) && before != backslash && before != dollar && !isSpace(after) && after != dollar
  }

  private static func mayClose(_ index: Int, _ text: [UInt8]) -> Bool {
    let after = byte(index + 1, text)
    return !isSpace(byte(index - 1, text)) && after != dollar && !(0x30...0x39).contains(after)
  }

  /// Where a formula that begins here may go on.
  private static func stretch(from start: Int, _ text: [UInt8]) -> Range<Int> {
    let most = min(text.count, start + limit)
    guard start < most else { return 0..<0 }
    let newline = UInt8(ascii: "\n")
    let empty = (start..<most).first { text[$0] == newline && byte($0 + 1, text) == newline }
    return start..<(empty ?? most)
  }

  /// 0 beyond the text.
  private static func byte(_ index: Int, _ text: [UInt8]) -> UInt8 { text.indices.contains(index) ? text[index] : 0 }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0].contains(byte) }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
