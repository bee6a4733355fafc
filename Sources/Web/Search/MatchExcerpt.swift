import Markup

extension Marked {
  /// The first of the texts with a word that was looked for, around that word; nil where none has one.
  func excerpt(of texts: [String], length: Int) -> HTML? {
    for text in texts {
      if let place = offset(in: text) { return html(Excerpt.around(place, of: text, length: length)) }
    }
    return nil
  }
}

extension Excerpt {
  /// What a text says around a place in it, given in bytes of UTF-8: at most `length` characters between words, a third of
  /// them before it unless the text ends soon, with "…" where something is missing.
  static func around(_ offset: Int, of text: String, length: Int) -> String {
    let place = text.utf8.index(text.startIndex, offsetBy: offset)
    let after = text[place...].prefix(length).count
    let before = max(length / 3, length - after)
    guard var start = text.index(place, offsetBy: -before, limitedBy: text.startIndex), start > text.startIndex
    else { return beginning(of: text, length: length) }
    if let space = text[start..<place].firstIndex(where: \.isWhitespace) { start = text.index(after: space) }
    let isInFormula = text[..<start].utf8.reduce(false) { $1 == 0x24 ? !$0 : $0 }
    if isInFormula, let end = text[start..<place].firstIndex(of: "$") { start = text.index(after: end) }
    return "…" + beginning(of: String(text[start...].drop(while: \.isWhitespace)), length: length)
  }
}
