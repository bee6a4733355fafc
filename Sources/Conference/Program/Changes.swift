/// What an import changes, by kind and id.
public struct Changes: Codable, Hashable, Sendable {
  public struct Names: Codable, Hashable, Sendable {
    public var added: [String] = []
    public var changed: [String] = []
    public var removed: [String] = []
    /// In the database but not in the folder, and kept, since removing was not asked for.
    public var kept: [String] = []
    /// What stays as it is, also where others came or went before it.
    public var unchanged = 0
    /// Whether what stays stands in another order.
    public var isReordered = false
    /// Those of the unchanged that get another place in the order.
    var moved: Set<String> = []

    private enum CodingKeys: String, CodingKey {
      case added, changed, removed, kept, unchanged
      case isReordered = "reordered"
    }
  }

  /// What was changed by hand and stays, although the folder says something else.
  public struct HandEdit: Codable, Hashable, Sendable {
    public var kind: EntryKind
    public var id: String
    /// None where the entry was removed by hand.
    public var fields: [String]
  }

  public internal(set) var byKind: [EntryKind: Names] = [:]
  public internal(set) var handEdits: [HandEdit] = []
  /// Every entry that changes, field by field.
  public internal(set) var differences: [EntryDifference] = []

  private enum CodingKeys: String, CodingKey { case byKind, handEdits }

  /// Whether nothing changes.
  public var isEmpty: Bool {
    byKind.values.allSatisfy { $0.added.isEmpty && $0.changed.isEmpty && $0.removed.isEmpty && $0.moved.isEmpty }
  }

  /// Compares what is stored with what a folder holds.
  static func between(stored: [EntryRow], incoming: [EntryRow], pruning: Bool, keeping: Set<EntryName> = []) -> Changes
  {
    var changes = Changes()
    let known = Dictionary(stored.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var lastPlaces: [EntryKind: Int] = [:]
    for row in incoming {
      guard let old = known[Key(row)] else {
        changes.byKind[row.kind, default: Names()].added.append(row.id)
        continue
      }
      if old.position < lastPlaces[row.kind] ?? 0 { changes.byKind[row.kind, default: Names()].isReordered = true }
      lastPlaces[row.kind] = old.position
      if old.body != row.body {
        changes.byKind[row.kind, default: Names()].changed.append(row.id)
      } else {
        changes.byKind[row.kind, default: Names()].unchanged += 1
        if old.position != row.position { changes.byKind[row.kind, default: Names()].moved.insert(row.id) }
      }
    }
    let present = Set(incoming.map(Key.init))
    for row in stored where !present.contains(Key(row)) {
      if row.kind == .conference || (pruning && !keeping.contains(EntryName(kind: row.kind, id: row.id))) {
        changes.byKind[row.kind, default: Names()].removed.append(row.id)
      } else {
        changes.byKind[row.kind, default: Names()].kept.append(row.id)
      }
    }
    return changes
  }

  private struct Key: Hashable {
    let kind: EntryKind
    let id: String

    init(_ row: EntryRow) {
      kind = row.kind
      id = row.id
    }
  }
}
