import Foundation

/// How people's names are written down in one text.
enum Names {
  /// "A & B", "A · B", "A, B and C", "A|B": the strongest separator that occurs decides; `["A", "B"]` is a list.
  ///
  /// - Parameter areOnlyNames: whether nothing but names is expected, such as no places of work between commas.
  static func split(_ text: String, areOnlyNames: Bool = false) -> [String] {
    if let items = ListLiteral.items(text.trimmingCharacters(in: .whitespacesAndNewlines)) { return cleaned(items) }
    for separator in ["|", "·", ";"] as [Unicode.Scalar] where text.unicodeScalars.contains(separator) {
      return cleaned(text.unicodeScalars.split(separator: separator).map { String($0) })
    }
    if let lines = Self.lines(of: text) { return lines.flatMap { split($0, areOnlyNames: areOnlyNames) } }
    if let turned = surnamesFirst(text) { return turned }
    let unified = text.replacing(/,?\s+(?:and|&)\s+/, with: ",")
    let parts = cleaned(unified.components(separatedBy: ","))
    if let turned = initialsLast(parts) { return turned }
    if unified != text { return withSuffixes(parts) }
    if parts.allSatisfy({ $0.contains(" ") }) { return parts }
    // "Walcott-Bryant, Aisha" is one person, and of "Plato, Alan Turing" nobody can tell whether it is two: in doubt
    // commas separate names of two words only. Of three and more, most of two words, one may be "Plato".
    let isPlain = areOnlyNames && parts.count > 2 && parts.count(where: { $0.contains(" ") }) * 2 > parts.count
    return isPlain && !parts.contains(where: isSuffix) ? parts : cleaned([text])
  }

  /// The lines of a text that has somebody in each; nil where a list only runs on in the next line.
  private static func lines(of text: String) -> [String]? {
    guard text.contains(where: \.isNewline) else { return nil }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    let runsOn = lines.contains { $0.hasSuffix(",") || $0.contains(/(?:^|\s)(?:and|&)$|^(?:and|&)\s/) }
    return runsOn || lines.count < 2 ? nil : lines
  }

  /// "Lovelace, Ada and di Luca, Alan and King, Martin, Jr.", as bibliographies have it, are Ada Lovelace, Alan di Luca and
  /// Martin King Jr.
  private static func surnamesFirst(_ text: String) -> [String]? {
    let names = text.components(separatedBy: " and ")
    let halves = names.compactMap { Self.halves(of: $0) }
    guard names.count > 1, halves.count == names.count, halves.count(where: \.isSure) * 2 >= halves.count,
      halves.allSatisfy({ $0.isSure || !$0.given.contains(" ") })
    else { return nil }
    return halves.map(\.name)
  }

  /// Whether the surname stands first in every name of a list that has several, so that it does in others of the same table.
  static func hasSurnamesFirst(_ text: String) -> Bool {
    guard text.contains(","), !text.contains("|") else { return false }
    if surnamesFirst(text) != nil { return true }
    let names = split(text, areOnlyNames: true).map { FolderReading.shownPerson($0).name }
    return names.count > 1 && turned(names) != nil
  }

  /// Names of a list that all have their surname first, with that behind the given names; nil where one has not.
  ///
  /// - Parameter isKnown: whether something else says so already, since of "Di Luca, Alan" alone nobody can be sure.
  static func turned(_ names: [String], isKnown: Bool = false) -> [String]? {
    let halves = names.compactMap { Self.halves(of: $0) }
    guard !halves.isEmpty, halves.count == names.count, isKnown || halves.count(where: \.isSure) * 2 > halves.count
    else {
      return nil
    }
    return halves.map(\.name)
  }

  private struct Halves {
    var surname: String
    var given: String
    var suffix: String?

    /// "Lovelace" and "di Luca" are no whole names, while "Ada Lovelace" before a comma may be one.
    var isSure: Bool { !surname.contains(" ") || surname.first?.isLowercase == true }

    var name: String { [given, surname, suffix].compactMap(\.self).joined(separator: " ") }
  }

  /// "Lovelace, Ada", or "King, Martin, Jr."; nil where the commas separate anything else.
  private static func halves(of name: String) -> Halves? {
    let parts = cleaned(name.components(separatedBy: ","))
    let names = parts.filter { !isSuffix($0) }
    guard names.count == 2, parts.count - names.count < 2, !isSuffix(parts[0]), !names[1].contains("(") else {
      return nil
    }
    return Halves(surname: names[0], given: names[1], suffix: parts.first(where: isSuffix))
  }

  /// "Doe, J., Smith, J. A., Li, W." are J. Doe, J. A. Smith and W. Li.
  private static func initialsLast(_ parts: [String]) -> [String]? {
    guard parts.count > 2, parts.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: parts.count, by: 2).map { (surname: parts[$0], initials: parts[$0 + 1]) }
    guard pairs.allSatisfy({ areInitials($0.initials) && !areInitials($0.surname) }) else { return nil }
    return pairs.map { "\($0.initials) \($0.surname)" }
  }

  private static func areInitials(_ text: String) -> Bool {
    text.contains(".") && text.wholeMatch(of: /(?:\p{Lu}\.[ \-]?)+/) != nil
  }

  /// "Ada Lovelace", "PhD" is one person.
  private static func withSuffixes(_ parts: [String]) -> [String] {
    parts.reduce(into: []) { names, part in
      if isSuffix(part), let last = names.popLast() { names.append("\(last), \(part)") } else { names.append(part) }
    }
  }

  /// Whether nobody can be sure that a text was split into the right names: of "Doe, Jane, Smith, John" and
  /// "Jane Doe, Example University" commas do not tell.
  static func isDoubtful(_ text: String, as names: [String]) -> Bool {
    guard text.contains(","), !text.contains(where: { "|;·[".contains($0) }) else { return false }
    if let lines = Self.lines(of: text) {
      return lines.contains { isDoubtful($0, as: split($0, areOnlyNames: true)) }
    }
    if names.count == 1 { return text.split(separator: ",").count > 2 && halves(of: text)?.isSure != true }
    return surnamesFirst(text) == nil
      && names.contains { !$0.contains(" ") || areInitials($0) || $0.contains(placeOfWork) }
  }

  /// A literal expression is read anew at every use, which thousands of names would notice.
  nonisolated(unsafe) private static let placeOfWork =
    /\b(?:University|Universit\p{L}+|Institute?|College|School|Department|Lab(?:oratory|s)?|Research|Inc|GmbH|Ltd)\b/

  /// "Jr.", "III" and "PhD" belong to the name before the comma.
  static func isSuffix(_ part: String) -> Bool {
    ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d."].contains(part.lowercased())
  }

  static func cleaned(_ parts: [String]) -> [String] {
    parts.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ", ").union(.whitespacesAndNewlines)) }.filter {
      !$0.isEmpty
    }
  }
}
