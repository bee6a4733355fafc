import Foundation

/// Letters with accents as LaTeX writes them, which bibliographies and reviewing systems hand on: `J{\"o}rg`, `Erd\H{o}s`.
struct LaTeXLetters {
  /// A letter, and where the text goes on behind it.
  private typealias Found = (String, Int)

  private let scalars: [Unicode.Scalar]
  /// Whether it is a name: `\'E` begins Éric there, and elsewhere what some program made of a quotation.
  private let isName: Bool

  /// The text with these letters as they are read; what stands between dollar signs is mathematics and stays.
  static func decoded(_ text: String, isName: Bool = false) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")), !text.contains("\\$") else { return text }
    let parts = text.components(separatedBy: "$")
    guard parts.count > 1, !parts.count.isMultiple(of: 2) else { return LaTeXLetters(text, isName).text ?? text }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? LaTeXLetters(part, isName).text ?? part : part
    }.joined(separator: "$")
  }

  private init(_ text: String, _ isName: Bool) {
    scalars = Array(text.unicodeScalars)
    self.isName = isName
  }

  /// Nil where there is none of these letters.
  private var text: String? {
    var (read, index, found) = (String.UnicodeScalarView(), 0, false)
    while index < scalars.count {
      guard let (letter, next) = group(at: index) ?? self.letter(at: index, isGrouped: false) else {
        read.append(scalars[index])
        index += 1
        continue
      }
      read.append(contentsOf: letter.unicodeScalars)
      (index, found) = (next, true)
    }
    guard found else { return nil }
    let text = String(read)
    // What else stood in braces was to keep its case.
    return isName ? text.replacing(/[{}]/, with: "") : text
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  private func isLetter(_ index: Int) -> Bool { scalar(index).map(Self.isLatin) ?? false }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }

  /// `{\"o}`: a letter alone in braces.
  private func group(at index: Int) -> Found? {
    guard scalar(index) == "{", let (letter, next) = self.letter(at: index + 1, isGrouped: true), scalar(next) == "}"
    else {
      return nil
    }
    return (letter, next + 1)
  }

  /// `\"o`, `\"{o}`, `\c{c}`, `\ss` and where it ends.
  private func letter(at index: Int, isGrouped: Bool) -> Found? {
    guard scalar(index) == "\\", let sign = scalar(index + 1) else { return nil }
    if let mark = Self.signs[sign] { return accented(mark, sign, at: index, isGrouped: isGrouped) }
    var end = index + 1
    while isLetter(end) { end += 1 }
    let word = String(String.UnicodeScalarView(scalars[index + 1..<end]))
    if let letter = Self.letters[word] {
      // "\ss{}" and "\o yvind" end with what only says so.
      if scalar(end) == "{", scalar(end + 1) == "}" { return (letter, end + 2) }
      guard isGrouped || isName else { return nil }
      return (letter, !isGrouped && scalar(end) == " " ? end + 1 : end)
    }
    guard let mark = Self.words[word] else { return nil }
    if scalar(end) == " ", isName || isGrouped { return bare(mark, at: end + 1) }
    return braced(mark, at: end)
  }

  private func accented(_ mark: Unicode.Scalar, _ sign: Unicode.Scalar, at index: Int, isGrouped: Bool) -> Found? {
    if let found = braced(mark, at: index + 2) { return found }
    guard isGrouped || isAccent(sign, at: index) else { return nil }
    return bare(mark, at: index + 2)
  }

  /// Whether a sign without braces is an accent, rather than one that a program escaped: as in `P\'eter`, and not in `D\'Angelo`;
  /// elsewhere than in names only `\"` within a word, for what is written there is `don\'t` and `1\. One`.
  private func isAccent(_ sign: Unicode.Scalar, at index: Int) -> Bool {
    guard sign != ".", sign != "=", isName || sign == "\"", let base = scalar(index + 2) else { return false }
    guard index > 0, isLetter(index - 1) else { return isName && (index == 0 || scalar(index - 1) == " ") }
    let isAlone = !isLetter(index - 2)
    if sign == "'", Self.isLarge(base) || isAlone && !Self.isLarge(scalars[index - 1]) { return false }
    return Self.vowels.contains(base) || sign == "'" && "cnz".unicodeScalars.contains(base)
      || sign == "~" && base == "n"
  }

  private static func isLarge(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isUppercase }

  /// `{o}`, `{\i}`.
  private func braced(_ mark: Unicode.Scalar, at index: Int) -> Found? {
    guard scalar(index) == "{", let (letter, end) = bare(mark, at: index + 1), scalar(end) == "}" else { return nil }
    return (letter, end + 1)
  }

  /// `o`, `\i`.
  private func bare(_ mark: Unicode.Scalar, at index: Int) -> Found? {
    let isDotless =
      scalar(index) == "\\" && (scalar(index + 1) == "i" || scalar(index + 1) == "j") && !isLetter(index + 2)
    let at = isDotless ? index + 1 : index
    guard isLetter(at) else { return marked(at: index).map { (Self.letter($0, mark), $1) } }
    return (Self.letter([scalars[at]], mark), at + 1)
  }

  /// `\^e`, `{\^e}`, `{\^{e}}`: a letter below another mark, of which Vietnamese has two.
  private func marked(at index: Int) -> (letter: [Unicode.Scalar], next: Int)? {
    let isBraced = scalar(index) == "{"
    let at = isBraced ? index + 1 : index
    guard scalar(at) == "\\", let mark = scalar(at + 1).flatMap({ Self.signs[$0] }) else { return nil }
    let isDeep = scalar(at + 2) == "{"
    let base = isDeep ? at + 3 : at + 2
    guard isLetter(base), !isDeep || scalar(base + 1) == "}" else { return nil }
    let end = isDeep ? base + 2 : base + 1
    guard !isBraced || scalar(end) == "}" else { return nil }
    return ([scalars[base], mark], isBraced ? end + 1 : end)
  }

  private static func letter(_ letter: [Unicode.Scalar], _ mark: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(letter + [mark])).precomposedStringWithCanonicalMapping
  }

  private static let vowels = Set("aeiouyAEIOUY".unicodeScalars)

  /// The marks of accents that signs stand for.
  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
  ]

  /// The marks of accents that letters stand for.
  private static let words: [String: Unicode.Scalar] = [
    "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "d": "\u{323}", "b": "\u{331}",
    "r": "\u{30A}",
  ]

  private static let letters = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
  ]
}

/// Letters of LaTeX in what a folder says of people and papers.
extension FolderReading {
  func decodeLaTeXLetters() {
    for index in draft.papers.indices {
      draft.papers[index].title = LaTeXLetters.decoded(draft.papers[index].title)
      draft.papers[index].abstract = LaTeXLetters.decoded(draft.papers[index].abstract)
      Self.decode(&draft.papers[index].authors)
    }
    for index in draft.events.indices { Self.decode(&draft.events[index].people) }
    for index in draft.sessions.indices { Self.decode(&draft.sessions[index].chairs) }
    for index in draft.members.indices {
      var people = [draft.members[index].person]
      Self.decode(&people)
      draft.members[index].person = people[0]
    }
  }

  private static func decode(_ people: inout [Person]) {
    for index in people.indices {
      people[index].name = LaTeXLetters.decoded(people[index].name, isName: true)
      people[index].affiliation = people[index].affiliation.map { LaTeXLetters.decoded($0) }
    }
  }
}
