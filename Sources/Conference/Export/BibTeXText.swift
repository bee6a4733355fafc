import Foundation

/// Text as it stands in a field of a BibTeX entry.
enum BibTeXText {
  /// The text on one line, with what means something to TeX escaped, and maths between dollar signs as it is.
  static func escaped(_ text: String) -> String {
    var rest = Substring(oneLine(text))
    var result = ""
    while let character = rest.first {
      if let maths = maths(opening: rest) {
        result += maths
        rest = rest.dropFirst(maths.count)
      } else if rest.hasPrefix("\\$") {
        result += "\\$"
        rest = rest.dropFirst(2)
      } else {
        result += character.unicodeScalars.map(escaped).joined()
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// A name of an author; nil where it is empty.
  ///
  /// What holds the word "and" is in braces, since BibTeX would take it for two people.
  static func author(_ name: String) -> String? {
    let words = oneLine(name).split(separator: " ")
    guard !words.isEmpty else { return nil }
    let text = words.map { $0.unicodeScalars.map(escaped).joined() }.joined(separator: " ")
    return words.contains { $0.lowercased() == "and" } ? "{\(text)}" : text
  }

  /// An address, in which styles expect nothing escaped: what would end the field is percent-encoded.
  static func url(_ url: String) -> String {
    CalendarEscape.uri(url).replacingOccurrences(of: "{", with: "%7B").replacingOccurrences(of: "}", with: "%7D")
      .replacingOccurrences(of: "\\", with: "%5C")
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
      .joined(separator: " ")
  }

  /// The maths that the text begins with, with its dollar signs; nil where a dollar sign is only a dollar sign.
  private static func maths(opening text: Substring) -> String? {
    guard text.first == "$" else { return nil }
    let sign = text.hasPrefix("$$") ? "$$" : "$"
    let inner = text.dropFirst(sign.count)
    guard let end = closing(sign, in: inner) else { return nil }
    let formula = inner[..<end]
    let after = inner[end...].dropFirst(sign.count)
    guard formula.contains(where: { $0 != " " }), BibTeXSource.isBalanced(formula) else { return nil }
    // "$5 or $10" is money.
    guard after.first?.isNumber != true else { return nil }
    return "\(sign)\(formula)\(sign)"
  }

  private static func closing(_ sign: String, in text: Substring) -> Substring.Index? {
    var isEscaped = false
    for index in text.indices {
      if !isEscaped, text[index...].hasPrefix(sign) { return index }
      isEscaped = !isEscaped && text[index] == "\\"
    }
    return nil
  }

  /// Braces are spelled out, since BibTeX counts them even behind a backslash.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&", "%", "#", "_", "$": "\\\(scalar)"
    case "{": "\\textbraceleft{}"
    case "}": "\\textbraceright{}"
    case "\\": "\\textbackslash{}"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    default: String(scalar)
    }
  }
}
