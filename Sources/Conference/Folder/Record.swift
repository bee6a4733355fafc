import Foundation

/// One entry of a table, which remembers what it was asked for, so that nothing is left out in silence.
public final class Record {
  /// What stands above a list of records.
  struct Group {
    let name: String
    /// Where the name stands; only the first of the list has it, so that it is told once.
    let place: Place?
  }

  /// The name under which the record stands in a map, such as a paper's id.
  public let key: String?
  private let keyPlace: Place?
  let group: Group?
  private var isGroupAsked = false
  /// The whole record, also where it is no map but text or a list.
  public let value: Node
  private let entries: [Node.Entry]
  private var indexes: [String: [Int]] = [:]
  /// Fields that may be asked for by the name that theirs is nearly, since no other has it; by that name.
  private var near: [String: (name: String, index: Int)] = [:]
  private var understood: Set<Int> = []
  private var parts: [Int: [Record]] = [:]
  /// The names that the record was asked for, as often as it was.
  private(set) var asked: [String] = []

  public convenience init(_ value: Node, key: String? = nil, keyPlace: Place? = nil) {
    self.init(value, key: key, keyPlace: keyPlace, group: nil, entries: value.entries ?? [])
  }

  /// A record in a list below the name of its group.
  convenience init(_ value: Node, in group: Group?) {
    self.init(value, key: nil, keyPlace: nil, group: group, entries: value.entries ?? [])
  }

  private init(_ value: Node, key: String?, keyPlace: Place?, group: Group?, entries: [Node.Entry]) {
    self.key = key
    self.keyPlace = keyPlace
    self.group = group
    self.value = value
    self.entries = entries
    for (index, entry) in entries.enumerated() { indexes[FieldName.normalized(entry.key), default: []].append(index) }
  }

  public var place: Place { value.place }

  /// The name of the list in which the record stands, such as "Gold" above sponsors; unknown until it is asked for.
  func groupName() -> String? {
    isGroupAsked = true
    return group?.name.trimmingCharacters(in: .whitespacesAndNewlines).nonEmpty
  }

  /// Whether there is a field of this name, filled or not.
  func hasField(_ name: String) -> Bool { !matches([name]).isEmpty }

  /// The place of the first of these fields that is present, or of the record.
  public func place(_ names: String...) -> Place { place(any: names) }

  func place(any names: [String]) -> Place {
    (filled(names) ?? matches(names).first).map { entries[$0].value.place } ?? place
  }

  /// The place of what names the record: the first of these fields that is present, else its key, else the record.
  func place(ofName names: [String]) -> Place {
    filled(names).map { entries[$0].value.place } ?? keyPlace ?? place(any: names)
  }

  /// The trimmed text of the first of these fields that is present and not empty; a list or map stays unknown.
  public func text(_ names: String...) -> String? { text(any: names) }

  func text(any names: [String]) -> String? {
    asked += names
    let index = matches(names).first { !entries[$0].value.isEmpty && entries[$0].value.text != nil }
    guard let index, let text = entries[index].value.text else { return nil }
    understood.insert(index)
    return Self.withPlainLineEnds(text).trimmingCharacters(in: .whitespacesAndNewlines).nonEmpty
  }

  /// The trimmed text of a field that stays unknown, for fields of which only some texts mean something.
  func glance(at name: String) -> String? {
    filled([name]).flatMap { entries[$0].value.text }?.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Lines end in one way, whichever program wrote the file, so that an export that is imported again changes nothing.
  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
  }

  /// The first of these fields that is present and not empty, as it was written.
  public func node(_ names: String...) -> Node? { node(any: names) }

  func node(any names: [String]) -> Node? {
    asked += names
    guard let index = filled(names) else { return nil }
    understood.insert(index)
    return entries[index].value
  }

  /// The trimmed texts of a list, or of text split at the first separator that it holds: `|`, `;`, then `separators`,
  /// then ends of lines; text such as `["a", "b"]` is a list, too.
  public func list(_ names: String..., separators: [Unicode.Scalar] = []) -> [String] {
    items(any: names, separators: separators).map(\.text)
  }

  /// The same with the place of each text, which is that of the list's item or of the whole cell.
  func items(_ names: String..., separators: [Unicode.Scalar] = []) -> [(text: String, place: Place)] {
    items(any: names, separators: separators)
  }

  func items(any names: [String], separators: [Unicode.Scalar]) -> [(text: String, place: Place)] {
    asked += names
    guard let index = filled(names) else { return [] }
    let value = entries[index].value
    guard let items = value.items else {
      guard let text = value.text else { return [] }
      understood.insert(index)
      return Self.split(text, at: ["|", ";"] + separators).map { ($0, value.place) }
    }
    if items.allSatisfy({ $0.items == nil && $0.entries == nil }) { understood.insert(index) }
    return items.flatMap { item in (item.text.map { Self.split($0, at: []) } ?? []).map { ($0, item.place) } }
  }

  /// The records in a field that is a list of maps or a map of maps; the same ones at every call.
  public func records(_ names: String...) -> [Record] { records(any: names) }

  func records(any names: [String]) -> [Record] {
    asked += names
    guard let index = filled(names), entries[index].value.text == nil else { return [] }
    understood.insert(index)
    if let known = parts[index] { return known }
    let records = Self.records(in: entries[index].value)
    parts[index] = records
    return records
  }

  /// A record with the fields of a nested map, such as `content`, after this one's; from then on ask only the result.
  ///
  /// OpenReview's second API writes each of these fields as a map with the field itself in `value`.
  public func flattened(_ name: String) -> Record {
    guard let index = filled([name]), let nested = entries[index].value.entries else { return self }
    var own = entries
    own.remove(at: index)
    return Record(value, key: key, keyPlace: keyPlace, group: group, entries: own + nested.map(Self.unwrapped))
  }

  private static func unwrapped(_ entry: Node.Entry) -> Node.Entry {
    guard let value = entry.value["value"] else { return entry }
    return Node.Entry(key: entry.key, value: value, keyFile: entry.keyFile, keyPosition: entry.keyPosition)
  }

  /// Lets fields be asked for by the names that were meant, unless others have these.
  func take(_ meantNames: [String: String]) {
    guard !meantNames.isEmpty else { return }
    for (index, entry) in entries.enumerated() {
      if let name = meantNames[entry.key], !hasField(name) { near[FieldName.normalized(name)] = (name, index) }
    }
  }

  /// The fields that were understood by a name that theirs is nearly.
  var taken: [(name: String, meant: String, place: Place)] {
    near.values.filter { understood.contains($0.index) }.map { field in
      (entries[field.index].key, field.name, entries[field.index].keyPlace)
    }
  }

  /// Marks fields as deliberately left out.
  public func ignore(_ names: String...) { ignore(any: names) }

  func ignore(any names: [String]) {
    understood.formUnion(matches(names))
  }

  /// The fields that hold something and that nobody asked for; those of records inside are named like `sessions.link`.
  public var unknown: [(name: String, place: Place)] { unknownGroup + unknownFields }

  private var unknownGroup: [(name: String, place: Place)] {
    guard !isGroupAsked, let group, let place = group.place else { return [] }
    return [(group.name, place)]
  }

  private var unknownFields: [(name: String, place: Place)] {
    entries.indices.flatMap { index -> [(name: String, place: Place)] in
      let entry = entries[index]
      if !understood.contains(index) { return entry.value.isEmpty ? [] : [(entry.key, entry.keyPlace)] }
      return (parts[index] ?? []).flatMap(\.unknown).map { ("\(entry.key).\($0.name)", $0.place) }
    }
  }

  /// The items of a list, or the values of a map with their keys; empty items are passed.
  static func records(in node: Node) -> [Record] {
    switch node.value {
    case .list(let items): items.filter { !$0.isEmpty }.map { Record($0) }
    case .map(let entries): entries.map { Record($0.value, key: $0.key, keyPlace: $0.keyPlace) }
    case .null, .text: []
    }
  }

  // A field that has one of the names itself counts before one that has nearly another of them.
  private func matches(_ names: [String]) -> [Int] {
    let own = names.flatMap { indexes[FieldName.normalized($0)] ?? [] }
    return near.isEmpty ? own : own + names.compactMap { near[FieldName.normalized($0)]?.index }
  }

  private func filled(_ names: [String]) -> Int? {
    matches(names).first { !entries[$0].value.isEmpty }
  }

  // By scalars, since a separator with an accent on it is one character with that.
  private static func split(_ text: String, at separators: [Unicode.Scalar]) -> [String] {
    // Lists with an item a line have no other separator.
    let separator = separators.isEmpty ? nil : (separators + ["\n"]).first { text.unicodeScalars.contains($0) }
    let literal = separators.isEmpty ? nil : ListLiteral.items(text.trimmingCharacters(in: .whitespacesAndNewlines))
    let parts = literal ?? separator.map { text.unicodeScalars.split(separator: $0).map { String($0) } } ?? [text]
    return parts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }
}
