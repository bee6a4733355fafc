import Conference
import Markup

/// Shows in a text which of its words were looked for.
struct Marked {
  private let words: [[UInt8]]

  /// - Parameter words: folded, as a search gives them.
  init(_ words: [String]) { self.words = words.filter { !$0.isEmpty }.map { Array($0.utf8) } }

  /// The text with the beginnings of words that were looked for in `<mark>`, but for formulas, which stay whole.
  func html(_ text: String) -> HTML {
    guard !words.isEmpty else { return "\(text)" }
    let bytes = Array(text.utf8)
    var html = HTML.empty
    var (copied, index) = (0, 0)
    while index < bytes.count {
      if let end = Self.formulaEnd(bytes, from: index) {
        index = end
      } else if Self.isWordPart(bytes[index]) {
        let end = bytes[index...].firstIndex { !Self.isWordPart($0) } ?? bytes.count
        let run = bytes[index..<end]
        if run.contains(where: { $0 >= 0x80 }) {
          html += "\(Self.text(bytes[copied..<index]))\(accented(Self.text(run)))"
          copied = end
        } else if let length = markLength(run) {
          html += "\(Self.text(bytes[copied..<index]))<mark>\(Self.text(bytes[index..<index + length]))</mark>"
          copied = index + length
        }
        index = end
      } else {
        index += 1
      }
    }
    return html + "\(Self.text(bytes[copied...]))"
  }

  /// How many letters of an ASCII word to mark.
  private func markLength(_ word: ArraySlice<UInt8>) -> Int? {
    var longest: Int?
    for looked in words where looked.count <= word.count && looked.count > longest ?? 0 {
      if zip(looked, word).allSatisfy({ $0 == ($1 | ((0x41...0x5A).contains($1) ? 0x20 : 0)) }) {
        longest = looked.count
      }
    }
    return longest
  }

  /// A run of letters and other signs that are not all ASCII; few texts have many of these.
  private func accented(_ run: String) -> HTML {
    var html = HTML.empty
    var rest = run[...]
    while let start = rest.firstIndex(where: { $0.isLetter || $0.isNumber }) {
      html += "\(rest[..<start])"
      let end = rest[start...].firstIndex { !($0.isLetter || $0.isNumber) } ?? rest.endIndex
      html += accentedWord(rest[start..<end])
      rest = rest[end...]
    }
    return html + "\(rest)"
  }

  private func accentedWord(_ word: Substring) -> HTML {
    let folded = Folding.words(of: String(word)).joined()
    guard let match = words.filter({ folded.utf8.starts(with: $0) }).max(by: { $0.count < $1.count }) else {
      return "\(word)"
    }
    // Letters that fold to several, or vanish, make positions uncertain: then the whole word is marked.
    let length = folded.count == word.count ? Self.text(match[...]).count : word.count
    return "<mark>\(word.prefix(length))</mark>\(word.dropFirst(length))"
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

/// Says for which words others were looked for.
enum Understood {
  static func html(_ corrections: [Correction], ignored: [String]) -> HTML {
    let found = corrections.map {
      "<p>Showing results for <b>\($0.meant.joined(separator: ", "))</b> instead of “\($0.typed)”.</p>" as HTML
    }
    let missing: HTML =
      ignored.isEmpty ? .empty : "<p>Nothing has “\(ignored.joined(separator: "”, “"))”; these are results without.</p>"
    return found.joined() + missing
  }
}
