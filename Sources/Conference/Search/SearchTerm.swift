/// One word of a query, or several joined by hyphens, and what the index is asked for in its place.
struct SearchTerm: Hashable, Sendable {
  /// Folded; several only where a hyphen or an apostrophe joins them.
  let parts: [String]
  /// Whether the visitor may still be typing it.
  let isLast: Bool
  /// Words that were meant instead, if it is taken for a typing error.
  var corrections: [String] = []
  var isCorrected: Bool { !corrections.isEmpty }
  /// Whether it was corrected to all that is one edit away, as other words tell what was meant.
  var isOpen = false
  /// Of two or three letters: so much is one edit away that it is looked for in what people are called only.
  var isShort: Bool { parts.count == 1 && (2...3).contains(word.unicodeScalars.count) }
  /// A word that was probably meant, looked for beside the typed one.
  var neighbor: String?
  /// With what follows a single letter as typed: "c++".
  var signed: String?

  init(_ parts: [String], isLast: Bool = false) {
    self.parts = parts
    self.isLast = isLast
  }

  /// As one word: "pretraining" for "pre-training".
  var word: String { parts.joined() }
  var typed: String { parts.joined(separator: "-") }
  /// Only itself, not what it begins.
  var isWhole = false
  var isOneLetter: Bool { parts.count == 1 && word.unicodeScalars.count == 1 }
  var isStopWord: Bool { parts.count == 1 && signed == nil && Self.stopWords.contains(word) }

  /// Too frequent in English to tell anything beside other words.
  private static let stopWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "that", "the",
    "this", "to", "via", "we", "with",
  ]

  /// What to mark in a text that was found by it.
  var words: [String] {
    if isCorrected { return corrections }
    if let signed { return [signed] }
    return (parts.count == 1 ? parts : parts + [word]) + [neighbor].compactMap { $0 }
  }

  /// In the query language of FTS5. Words hold letters, digits and marks only, so quoting makes them safe.
  ///
  /// A single letter begins too many words: beside others it stands for itself only, alone for what it begins in titles and names.
  /// With signs behind it, it is no initial of a name either.
  func match(isAlone: Bool) -> String {
    if isCorrected { return (isOpen && isShort ? "people : " : "") + Self.any(corrections.map { "\"\($0)\"" }) }
    if signed != nil { return Self.stopWords.contains(word) ? "title : \"\(word)\"" : "- people : \"\(word)\"" }
    if isOneLetter { return isAlone ? "{title people} : \"\(word)\"*" : "\"\(word)\"" }
    if let neighbor { return Self.any(["\"\(word)\"*", "\"\(neighbor)\""]) }
    if isWhole { return "\"\(word)\"" }
    if parts.count == 1 { return "\"\(word)\"*" }
    let either = Self.any([Self.phrase(parts), "\"\(word)\"*"])
    return parts.allSatisfy(Self.stopWords.contains) ? "{title people} : " + either : either
  }

  /// The same, with what has the word itself weighing more than what has it as a beginning.
  func matchFavoringWhole(isAlone: Bool) -> String {
    let match = match(isAlone: isAlone)
    return parts.count == 1 && !isCorrected && neighbor == nil && !isOneLetter && !isWhole
      ? Self.any(["\"\(word)\"", match]) : match
  }

  /// Words in this order, the last of which may be unfinished unless it is a single letter.
  static func phrase(_ words: [String]) -> String {
    let isOneLetter = words.last?.unicodeScalars.count == 1
    return "\"\(words.joined(separator: " "))\"" + (isOneLetter ? "" : " *")
  }

  private static func any(_ alternatives: [String]) -> String {
    alternatives.count == 1 ? alternatives[0] : "(" + alternatives.joined(separator: " OR ") + ")"
  }
}
