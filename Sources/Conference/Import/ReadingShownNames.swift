import Foundation

/// Names as portals show them and reviewing systems export them, with signs and places of work behind them, or with the surname
/// first. Elsewhere in our own folders a name is what is written.
extension FolderReading {
  private static let signs: Set<Character> = ["*", "†", "‡", "§", "¶", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// "Ada Lovelace* (University of London)" is Ada Lovelace, who works there; the number in "Ada Lovelace (1)" is a footnote's.
  static func shownPerson(_ text: String, affiliation: String? = nil) -> Person {
    let name = unsigned(text).nonEmpty ?? text
    guard name.hasSuffix(")"), let match = name.wholeMatch(of: /([^()]+)\(((?:[^()]|\([^()]*\))*)\)/),
      let bare = unsigned(String(match.1)).nonEmpty
    else { return Person(name: name, affiliation: affiliation) }
    let rest = String(match.2).trimmingCharacters(in: .whitespaces)
    if rest.allSatisfy({ !$0.isLetter }) { return Person(name: bare, affiliation: affiliation) }
    guard isPlaceOfWork(rest) else { return Person(name: name, affiliation: affiliation) }
    return Person(name: bare, affiliation: affiliation ?? rest)
  }

  private static func unsigned(_ text: String) -> String {
    func isPassed(_ character: Character) -> Bool { character.isWhitespace || signs.contains(character) }
    return String(text.drop(while: isPassed).reversed().drop(while: isPassed).reversed())
  }

  /// Places of work have several words or are abbreviated; a nickname is one word, and pronouns have a stroke.
  private static func isPlaceOfWork(_ text: String) -> Bool {
    if text.contains(/^(?:she|he|they|ze)\b/.ignoresCase()) { return false }
    return text.contains(" ") || text.count > 1 && text.allSatisfy { $0.isUppercase || !$0.isLetter }
  }

  /// "Lovelace, Ada", "Turing, Alan*" in one cell are Ada Lovelace and Alan Turing.
  static func surnamesLast(_ names: [String]) -> [String] { Names.turned(names.map { unsigned($0) }) ?? names }
}
