import Database
import Foundation

/// What was changed by hand since the last import, so that the next one keeps it: see decision 0009.
///
/// Of every entry that somebody changed there is what the files said of it. A field that differs from that was changed by hand, and
/// stays; what the files change in other fields is taken.
struct HandEdits {
  private var originals: [EntryName: String?]

  init(_ connection: Connection) throws {
    originals = [:]
    try connection.forEach("SELECT kind, entry, body FROM program_originals") { row in
      guard let kind = EntryKind(rawValue: try row.value("kind")) else { return }
      originals[EntryName(kind: kind, id: try row.value("entry"))] = .some(try row.value("body"))
    }
  }

  /// An import's entries with what was changed by hand in them.
  struct Merged {
    var rows: [EntryRow] = []
    var kept: [Changes.HandEdit] = []
    /// What the files say now of what is changed by hand; nil where they agree with it.
    var originals: [EntryName: String?] = [:]
    /// What was added by hand, which no import removes.
    var protected: Set<EntryName> = []
  }

  func merged(_ incoming: [EntryRow], into stored: [EntryRow]) throws -> Merged {
    var merged = Merged()
    let current = Dictionary(
      stored.map { (EntryName(kind: $0.kind, id: $0.id), $0) }, uniquingKeysWith: { first, _ in first })
    for row in incoming {
      let name = EntryName(kind: row.kind, id: row.id)
      guard let original = originals[name] else {
        merged.rows.append(row)
        continue
      }
      merged.originals[name] = row.body
      guard let mine = current[name] else {
        merged.kept.append(Changes.HandEdit(kind: name.kind, id: name.id, fields: []))
        continue
      }
      let (body, fields) = try Self.merge(original: original, mine: mine.body, theirs: row)
      merged.rows.append(EntryRow(kind: row.kind, id: row.id, position: row.position, body: body))
      if !fields.isEmpty { merged.kept.append(Changes.HandEdit(kind: name.kind, id: name.id, fields: fields)) }
    }
    let present = Set(incoming.map { EntryName(kind: $0.kind, id: $0.id) })
    merged.protected = Set(originals.keys.filter { !present.contains($0) && $0.kind != .conference })
    return merged
  }

  private static func merge(original: String?, mine: String, theirs: EntryRow) throws -> (body: String, kept: [String])
  {
    let (old, mine, new) = (JSONValue.fields(original), JSONValue.fields(mine), JSONValue.fields(theirs.body))
    var result = new
    var kept: [String] = []
    for key in Set(old.keys).union(mine.keys).sorted() where mine[key] != old[key] {
      result[key] = mine[key]
      if new[key] != mine[key] { kept.append(key) }
    }
    return (try theirs.kind.type.body(.map(result)), kept)
  }

  /// Writes down what the files said before a change by hand, unless that is known already; forgets it once they agree.
  func note(_ steps: [EntryStep], _ connection: Connection) throws {
    for step in steps where step.isVisible {
      let original: String? = originals[step.name] ?? step.before?.body
      try Self.write(step.name, original: original, isNeeded: original != step.after?.body, connection)
    }
  }

  /// Writes down what the files say now.
  static func note(_ merged: Merged, stored rows: [EntryRow], _ connection: Connection) throws {
    let now = Dictionary(
      rows.map { (EntryName(kind: $0.kind, id: $0.id), $0.body) }, uniquingKeysWith: { first, _ in first })
    for (name, original) in merged.originals {
      try write(name, original: original, isNeeded: original != now[name], connection)
    }
  }

  /// Forgets all that was changed by hand, since the files were to count.
  static func forget(_ incoming: [EntryRow], _ connection: Connection) throws {
    for row in incoming {
      try write(EntryName(kind: row.kind, id: row.id), original: nil, isNeeded: false, connection)
    }
  }

  private static func write(_ name: EntryName, original: String?, isNeeded: Bool, _ connection: Connection) throws {
    let (kind, id) = (name.kind.rawValue, name.id)
    try connection.execute("DELETE FROM program_originals WHERE kind = \(kind) AND entry = \(id)")
    guard isNeeded else { return }
    try connection.execute("INSERT INTO program_originals (kind, entry, body) VALUES (\(kind), \(id), \(original))")
  }
}

extension Entry {
  /// Fields as an entry of this type is stored; throws which of them does not fit.
  static func body(_ fields: JSONValue) throws -> String {
    do {
      let entry = try JSONDecoder().decode(Self.self, from: try JSONEncoder().encode(fields))
      return try EntryRow(entry, at: 0).body
    } catch let error as DecodingError {
      throw Self.invalid(error)
    }
  }

  private static func invalid(_ error: DecodingError) -> ConferenceError {
    let path: [any CodingKey]
    switch error {
    case .keyNotFound(let key, let context): path = context.codingPath + [key]
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
    @unknown default: path = []
    }
    return .invalid(
      field: path.map(\.stringValue).joined(separator: "."), problem: "it does not fit a \(entryKind.rawValue)",
      advice: "look at another \(entryKind.rawValue) to see how it is written")
  }
}
