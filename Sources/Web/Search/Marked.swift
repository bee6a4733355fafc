import Conference
import Markup

/// Shows in a text which of its words were looked for.
struct Marked {
  private let words: [[UInt8]]
  /// Names like "c++".
  private let signed: [[UInt8]]
  /// Which ASCII letters and digits a word that was looked for begins with, in either case.
  private var beginnings = [Bool](repeating: false, count: 128)

  /// - Parameter words: folded, as a search gives them.
  init(_ words: [String]) {
    let all = words.filter { !$0.isEmpty }.map { Array($0.utf8) }
    self.words = all.filter { Self.isWordPart($0[$0.count - 1]) }
    signed = all.filter { !Self.isWordPart($0[$0.count - 1]) }
    for byte in all.map({ $0[0] }) where byte < 0x80 {
      beginnings[Int(byte)] = true
      if (0x61...0x7A).contains(byte) { beginnings[Int(byte ^ 0x20)] = true }
    }
  }

  /// Whether there is nothing to mark.
  var isEmpty: Bool { words.isEmpty && signed.isEmpty }

  /// The text with the beginnings of words that were looked for in `<mark>`, but for formulas, which stay whole.
  func html(_ text: String) -> HTML {
    guard !isEmpty else { return "\(text)" }
    let bytes = Array(text.utf8)
    var html = HTML.empty
    var (copied, index) = (0, 0)
    while let found = next(in: bytes, from: index) {
      html += "\(Self.text(bytes[copied..<found.mark.lowerBound]))"
      let marked = Self.text(bytes[found.mark])
      html += found.isAccented ? accented(marked) : "<mark>\(marked)</mark>"
      (copied, index) = (found.mark.upperBound, found.end)
    }
    return html + "\(Self.text(bytes[copied...]))"
  }

  /// Where the first word that was looked for stands, in bytes of UTF-8.
  func offset(in text: String) -> Int? {
    isEmpty ? nil : next(in: Array(text.utf8), from: 0)?.mark.lowerBound
  }

  /// What to mark, or the signs around it if they are not all ASCII, and where to look on.
  private typealias Found = (mark: Range<Int>, isAccented: Bool, end: Int)

  private func next(in bytes: [UInt8], from start: Int) -> Found? {
    var index = start
    while index < bytes.count {
      if let end = Self.formulaEnd(bytes, from: index) {
        index = end
      } else if Self.isWordPart(bytes[index]) {
        let end = bytes[index...].firstIndex { !Self.isWordPart($0) } ?? bytes.count
        if let found = found(in: bytes, word: index..<end) { return found }
        index = end
      } else {
        index += 1
      }
    }
    return nil
  }

  private func found(in bytes: [UInt8], word: Range<Int>) -> Found? {
    if bytes[word].contains(where: { $0 >= 0x80 }) {
      let hasMark = Self.words(of: Self.text(bytes[word])).contains { accentedMatch($0) != nil }
      return hasMark ? (word, true, word.upperBound) : nil
    }
    guard beginnings[Int(bytes[word.lowerBound])] else { return nil }
    if word.count == 1, let name = signed.first(where: { Self.begins(bytes[word.lowerBound...], with: $0) }) {
      let end = word.lowerBound + name.count
      return (word.lowerBound..<end, false, end)
    }
    return markLength(bytes[word]).map { (word.lowerBound..<word.lowerBound + $0, false, word.upperBound) }
  }

  /// How many letters of an ASCII word to mark.
  private func markLength(_ word: ArraySlice<UInt8>) -> Int? {
    var longest: Int?
    for looked in words where looked.count > longest ?? 0 && Self.begins(word, with: looked) { longest = looked.count }
    return longest
  }

  /// A run of letters and other signs that are not all ASCII; few texts have many of these.
  private func accented(_ run: String) -> HTML {
    var html = HTML.empty
    var copied = run.startIndex
    for word in Self.words(of: run) {
      html += "\(run[copied..<word.startIndex])\(accentedWord(word))"
      copied = word.endIndex
    }
    return html + "\(run[copied...])"
  }

  private func accentedWord(_ word: Substring) -> HTML {
    guard let match = accentedMatch(word) else { return "\(word)" }
    // Letters that fold to several, or vanish, make positions uncertain: then the whole word is marked.
    let isCertain = Folding.words(of: String(word)).joined().count == word.count
    let length = isCertain ? Self.text(match[...]).count : word.count
    return "<mark>\(word.prefix(length))</mark>\(word.dropFirst(length))"
  }

  private func accentedMatch(_ word: Substring) -> [UInt8]? {
    let folded = Folding.words(of: String(word)).joined()
    return words.filter { folded.utf8.starts(with: $0) }.max { $0.count < $1.count }
  }

  private static func words(of run: String) -> [Substring] { run.split { !($0.isLetter || $0.isNumber) } }

  private static func begins(_ word: ArraySlice<UInt8>, with looked: [UInt8]) -> Bool {
    looked.count <= word.count
      && zip(looked, word).allSatisfy { $0 == ($1 | ((0x41...0x5A).contains($1) ? 0x20 : 0)) }
  }

  /// The end of a formula between dollar signs that begins here.
  private static func formulaEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "$") else { return nil }
    return bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "$")).map { $0 + 1 }
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
