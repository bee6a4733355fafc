import Foundation

/// Fields that many kinds of records share.
extension FolderReading {
  /// A web address, or a file of this folder; anything else is an error.
  func address(_ record: Record, _ names: String...) -> String? {
    guard let text = record.text(any: names) else { return nil }
    return checkedAddress(text, of: names[0], at: record.place(any: names))
  }

  func checkedAddress(_ written: String, of field: String = "link", at place: Place) -> String? {
    let text = isPortal ? Self.linked(written) : written
    if Self.isWebAddress(text) { return text }
    if let file = fileName(of: text) { return file }
    if text.hasPrefix("/") || text.hasPrefix("static/") || Self.looksLikeFile(text) {
      missingFiles.add(field, at: place)
      return nil
    }
    if Self.looksLikeHost(text) { return "https://" + text }
    if isPortal {
      noAddresses.add(field, at: place)
      return nil
    }
    error(
      place, "“\(text.prefix(80))” is neither a web address nor a file in the folder",
      "write the whole address with https://, or put the file into the folder")
    return nil
  }

  /// The address in "[the code](https://example.org/code)", which portals showed as it is.
  private static func linked(_ text: String) -> String {
    guard text.hasPrefix("["), let match = text.wholeMatch(of: /\[[^\[\]]*\]\(\s*([^()\s]+)\s*\)/) else { return text }
    return String(match.1)
  }

  /// A picture that is a file of this folder; addresses elsewhere are not shown, since pages load nothing from other hosts.
  func picture(_ record: Record, _ names: String...) -> String? {
    guard let text = record.text(any: names) else { return nil }
    if let file = fileName(of: text) { return file }
    let place = record.place(any: names)
    if Self.isWebAddress(text) {
      foreignPictures.add(names[0], at: place)
    } else {
      missingFiles.add(names[0], at: place)
    }
    return nil
  }

  /// A talk: our own file, an address, or the number of a presentation on SlidesLive.
  func video(_ record: Record, _ names: String...) -> String? {
    guard let text = record.text(any: names) else { return nil }
    if text.utf8.count >= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return "https://slideslive.com/\(text)"
    }
    return checkedAddress(text, of: names[0], at: record.place(any: names))
  }

  /// The file that a reference names: the folder's, noted as needed, or one that an earlier import has brought. References may start at the site's root.
  func fileName(of reference: String) -> String? {
    let name = reference.hasPrefix("/") ? String(reference.dropFirst()) : reference
    guard folder.has(name) else {
      let kept = MediaName.reference(to: name)
      return isKept(kept) ? kept : nil
    }
    media.insert(name)
    return MediaName.reference(to: name)
  }

  static func isWebAddress(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return false }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    return !rest.isEmpty && !text.unicodeScalars.contains { $0.value <= 0x20 || $0 == "<" || $0 == ">" || $0 == "\"" }
  }

  /// "Job Card.pdf": a file that the portal kept elsewhere.
  private static func looksLikeFile(_ text: String) -> Bool {
    guard !text.contains(":"), let dot = text.lastIndex(of: "."), fileEndings.contains(text[dot...].lowercased()) else {
      return false
    }
    // "example.org/paper.pdf" is on another host.
    return !text.contains("/") || !looksLikeHost(text)
  }

  private static let fileEndings: Set = [
    ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp4", ".webm", ".mov", ".mp3", ".ppt", ".pptx", ".doc",
    ".docx", ".xlsx", ".txt", ".html", ".zip",
  ]

  private static func looksLikeHost(_ text: String) -> Bool {
    let host = text.prefix { $0 != "/" }
    return host.contains(".") && !host.hasSuffix(".") && !host.hasPrefix(".") && !text.contains(" ")
      && !text.contains(":")
      && !text.contains("<") && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      && (host.split(separator: ".").last.map { $0.count >= 2 && $0.allSatisfy(\.isLetter) } ?? false)
  }

  /// Names in whatever way they were written down: a list, or a text with `|`, `;`, `·`, `&`, "and" or commas between them.
  func people(_ record: Record, _ names: String..., affiliation: String? = nil) -> [Person] {
    guard let node = record.node(any: names) else { return [] }
    let people =
      peopleOfTheirOwn(record, names)
      ?? peopleNames(in: node).map { isPortal ? Self.shownPerson($0) : Person(name: $0) }
    return people.map {
      var person = $0
      person.affiliation = person.affiliation ?? affiliation
      return person
    }
  }

  /// People each of whom is a record in the field's list: `[{name: Ada Lovelace, email: ada@example.org}]`; nil where they are names.
  func peopleOfTheirOwn(_ record: Record, _ names: [String]) -> [Person]? {
    guard let items = record.node(any: names)?.items,
      items.contains(where: { $0.entries != nil && !Self.isGroup($0) })
    else { return nil }
    return record.records(any: names).flatMap { one -> [Person] in
      if one.value.entries == nil || Self.isGroup(one.value) {
        return peopleNames(in: one.value).map { author($0, at: one.place) }
      }
      guard Self.nameFields.contains(where: { one.text($0) != nil }) || nameInParts(one) != nil else {
        if isOurs {
          error(one.place, "this person has no name", "write it into “name”")
        } else {
          leaveOut(one.place, lacking: "name", "write it into “name”")
        }
        return []
      }
      return person(one).map { [$0] } ?? []
    }
  }

  static let nameFields = ["name", "speaker", "full_name", "fullname"]

  private static let nameParts = [
    ["first", "first_name", "given", "given_name", "given_names", "forename"],
    ["middle", "middle_name", "middle_initial"], ["last", "last_name", "family", "family_name", "surname"],
  ]
  static let namePartFields = nameParts.flatMap(\.self)

  /// "{first: Ada, last: Lovelace}" is Ada Lovelace.
  func nameInParts(_ record: Record) -> String? {
    Self.nameParts.compactMap { record.text(any: $0) }.joined(separator: " ").nonEmpty
  }

  /// Whether a map is of several people: "{members: [Ada Lovelace, Alan Turing]}".
  private static func isGroup(_ node: Node) -> Bool {
    node.entries?.contains {
      ["members", "names"].contains($0.key.lowercased()) || $0.key.lowercased() == "name" && $0.value.items != nil
    } ?? false
  }

  func peopleNames(in node: Node) -> [String] {
    switch node.value {
    case .null: []
    case .text(let text): Names.split(text)
    case .list(let items): items.flatMap { peopleNames(in: $0) }
    case .map(let entries):
      entries.first { ["members", "name", "names"].contains($0.key.lowercased()) }.map { peopleNames(in: $0.value) }
        ?? nameInParts(Record(node)).map { [$0] } ?? []
    }
  }

  /// A short text without markup: "MINICONF <br> CONFERENCE" gives "MINICONF CONFERENCE".
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let untagged = text.replacing(/<[^<>]{0,200}>/, with: " ").replacingOccurrences(of: "&ndash;", with: "–")
      .replacingOccurrences(of: "&amp;", with: "&").replacingOccurrences(of: "&nbsp;", with: " ")
    return untagged.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension FolderReading {
  private static let yes: Set<String> = [
    "yes", "y", "true", "t", "1", "x", "✓", "ja", "oui", "si", "sí", "cancelled", "canceled",
  ]
  private static let no: Set<String> = ["no", "n", "false", "f", "0", "-", "nein", "non"]

  /// Whether a field says yes; an empty one says no, and what says neither is an error.
  func isAnsweredYes(_ record: Record, _ names: String...) -> Bool {
    guard let text = names.lazy.compactMap({ record.text($0) }).first else { return false }
    let word = text.lowercased()
    if Self.yes.contains(word) { return true }
    if !Self.no.contains(word) {
      let name = names.first { record.text($0) != nil } ?? names[0]
      error(record.place(name), "“\(text.prefix(40))” is neither yes nor no", "write yes, or leave it empty")
    }
    return false
  }
}
