import Foundation

/// How texts are made comparable: without case, accents and punctuation, as the search index does it.
public enum Folding {
  /// The words of a text: runs of letters and digits, in lower case and without accents.
  public static func words(of text: String) -> [String] {
    compounds(of: text).flatMap(\.self)
  }

  /// The words of a text, those that a hyphen or an apostrophe joins together: "pre-trained nets" is two compounds.
  static func compounds(of text: String) -> [[String]] {
    var reading = CompoundReading()
    for scalar in folded(text).unicodeScalars { reading.take(scalar) }
    return reading.finished()
  }

  /// In lower case, and without the accents of Latin letters.
  ///
  /// SQLite's unicode61 takes accents only off letters that become ASCII by it, and knows composed forms only.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var kept = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if isAccent(scalar), kept.last?.isASCII == true { continue }
      kept.append(scalar)
    }
    return String(kept).precomposedStringWithCanonicalMapping
  }

  /// Whether signs that are no letters of their own are left in a folded word.
  static func hasMarks(_ word: String) -> Bool {
    word.unicodeScalars.contains {
      !$0.isASCII && [.nonspacingMark, .spacingMark].contains($0.properties.generalCategory)
    }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// How else the words of a text are typed: compounds as one word, and Latin letters that no accent explains in ASCII.
  static func variants(of text: String) -> [String] {
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") }) else {
      return []
    }
    return compounds(of: text).flatMap { parts in
      let joined = parts.joined()
      let plain = spelledOut(joined)
      let isCompound = (2...4).contains(parts.count) && joined.utf8.count <= 40
      return (isCompound ? [joined] : [])
        + (plain == joined ? [] : isCompound ? [plain] + parts.map(spelledOut) : parts.map(spelledOut))
    }
  }

  private static func spelledOut(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
    return word.unicodeScalars.reduce(into: "") { $0 += spellings[$1] ?? String($1) }
  }

  private static let spellings: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
    "ŋ": "ng",
  ]
}

/// Collects words and what joins them, a scalar at a time.
private struct CompoundReading {
  private var compounds: [[String]] = []
  private var parts: [String] = []
  private var word = String.UnicodeScalarView()
  private var mayContinue = false

  mutating func take(_ scalar: Unicode.Scalar) {
    if Self.isLetter(scalar) {
      if word.isEmpty, !mayContinue { endCompound() }
      word.append(scalar)
    } else {
      let ended = endWord()
      mayContinue = ended && Self.joiners.contains(scalar)
    }
  }

  mutating func finished() -> [[String]] {
    endWord()
    endCompound()
    return compounds
  }

  @discardableResult
  private mutating func endWord() -> Bool {
    guard !word.isEmpty else { return false }
    parts.append(String(word))
    word = String.UnicodeScalarView()
    return true
  }

  private mutating func endCompound() {
    guard !parts.isEmpty else { return }
    compounds.append(parts)
    parts = []
  }

  private static let joiners: Set<Unicode.Scalar> = ["-", "'", "\u{2019}", "\u{2010}", "\u{2011}"]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
        || (0x41...0x5A).contains(scalar.value)
    }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
