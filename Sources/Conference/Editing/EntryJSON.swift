import Foundation

/// An entry as the command line shows it and changes it: JSON with its times as people write them.
public enum EntryJSON {
  /// The entry with sorted keys; instants are written as 2026-04-28T14:00:00Z.
  public static func text(_ entry: some Entry) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(try value(entry)), as: UTF8.self)
  }

  /// The same as a value.
  public static func value(_ entry: some Entry) throws -> JSONValue {
    JSONValue.map(JSONValue.fields(try EntryRow(entry, at: 0).body)).readable
  }

  /// Field by field, for people at a terminal.
  public static func lines(_ entry: some Entry) throws -> String {
    JSONValue.fields(try EntryRow(entry, at: 0).body).sorted { $0.key < $1.key }.map { key, value in
      let text = value.timed(key).plain
      return text.contains("\n") ? "\(key):\n  \(text.replacing("\n", with: "\n  "))" : "\(key): \(text)"
    }.joined(separator: "\n")
  }

  /// Puts texts into fields: `title=New` a text or the JSON that stands there, `tldr=` nothing.
  static func changed(_ row: EntryRow, _ assignments: [String]) throws -> any Entry {
    var fields = JSONValue.fields(row.body)
    for assignment in assignments {
      guard let equals = assignment.firstIndex(of: "="), equals != assignment.startIndex else {
        throw ConferenceError.invalid(
          field: String(assignment.prefix(40)), problem: "it is no FIELD=VALUE", advice: "write title=\"A new title\"")
      }
      let (name, text) = (String(assignment[..<equals]), String(assignment[assignment.index(after: equals)...]))
      guard name != "id", !(row.kind == .event && ["name", "kind"].contains(name)) else {
        throw ConferenceError.invalid(
          field: name, problem: "an id never changes", advice: "add a new entry, and remove this one")
      }
      fields[name] = value(of: text, in: name, was: fields[name])
    }
    return try entry(.map(fields), kind: row.kind, id: row.id)
  }

  /// Reads a whole entry of a kind from JSON.
  public static func entry(_ json: JSONValue, kind: EntryKind, id: String = "") throws -> any Entry {
    let known = try known(kind)
    if case .map(let fields) = json, let wrong = Set(fields.keys).subtracting(known).min() {
      throw ConferenceError.invalid(
        field: wrong, problem: "a \(kind.rawValue) has no such field",
        advice: "use one of: \(known.sorted().joined(separator: ", "))")
    }
    let row = EntryRow(kind: kind, id: id, position: 0, body: try kind.type.body(json.stored))
    return try row.entry()
  }

  private static func value(of text: String, in name: String, was old: JSONValue?) -> JSONValue? {
    if text.isEmpty { return nil }
    switch old {
    case .text, nil: break
    default: return (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .text(text)
    }
    guard text.hasPrefix("[") || text.hasPrefix("{") else { return .text(text) }
    return old == nil ? (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) ?? .text(text) : .text(text)
  }

  /// The fields that a kind's entries can have.
  private static func known(_ kind: EntryKind) throws -> Set<String> {
    switch kind {
    case .conference:
      [
        "id", "name", "tagline", "description", "organization", "start", "end", "zone", "website", "proceedings",
        "citationDate", "accent", "logo", "codeOfConduct",
      ]
    case .paper: names(Paper(id: "", title: ""))
    case .session: names(Session(id: "", kind: .other, title: "", start: .earliest, end: .latest))
    case .event: names(Event(kind: .keynote, name: "", title: ""))
    case .sponsor: names(Sponsor(id: "", name: ""))
    case .answer: names(Answer(id: "", question: "", text: ""))
    case .member: names(Member(id: "", person: Person(name: "")))
    case .theme: names(Theme(id: "", day: nil, title: "", papers: []))
    }
  }

  private static func names(_ entry: some Entry) -> Set<String> {
    Set(Mirror(reflecting: entry).children.compactMap(\.label))
  }
}

extension JSONValue {
  /// With instants as people write them.
  var readable: JSONValue { mapped { $1.timed($0) } }

  /// With instants as they are stored.
  var stored: JSONValue {
    mapped { name, value in
      guard name == "start" || name == "end", case .text(let text) = value, let instant = Instant(iso8601: text) else {
        return value
      }
      return .integer(instant.milliseconds)
    }
  }

  private func mapped(_ change: (String, JSONValue) -> JSONValue) -> JSONValue {
    switch self {
    case .map(let fields):
      .map(Dictionary(uniqueKeysWithValues: fields.map { ($0, change($0, $1.mapped(change))) }))
    case .list(let items): .list(items.map { $0.mapped(change) })
    default: self
    }
  }
}

extension ProgramStore {
  /// One entry as it is stored; throws where there is none.
  public func entry(_ name: EntryName) async throws -> any Entry {
    let body: String? = try await database.first(
      "SELECT body FROM program_entries WHERE kind = \(name.kind.rawValue) AND id = \(name.id)")?.value(0)
    guard let body else { throw ConferenceError.notFound("there is no \(name)") }
    return try EntryRow(kind: name.kind, id: name.id, position: 0, body: body).entry()
  }
}

extension ProgramEdit {
  /// Changes fields of an entry by their names.
  public mutating func set(_ name: EntryName, _ assignments: [String]) throws {
    guard let row = after[name]?.row else { throw ConferenceError.notFound("there is no \(name)") }
    try put(EntryJSON.changed(row, assignments), seen: .anything)
  }

  /// Puts fields of an entry in place of what they were; null takes one away (RFC 7396).
  public mutating func merge(_ name: EntryName, _ changes: [String: JSONValue], seen: Seen) throws {
    guard let row = after[name]?.row else { throw ConferenceError.notFound("\(name)") }
    let fields = JSONValue.fields(row.body).merging(changes) { $1 }.filter { $0.value != .null }
    try put(EntryJSON.entry(.map(fields), kind: name.kind, id: name.id), seen: seen)
  }

  /// The entry as it stands; nil where there is none.
  public func entry(_ name: EntryName) throws -> (any Entry)? { try after[name]?.row.entry() }

  /// Adds an entry from JSON that has all its fields.
  public mutating func add(_ kind: EntryKind, json: String) throws {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) else {
      throw ConferenceError.invalid(
        field: "JSON", problem: "it cannot be read", advice: "write what “hatata program show” prints")
    }
    try put(EntryJSON.entry(value, kind: kind, id: ""), seen: .nothing)
  }
}
