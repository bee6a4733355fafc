/// Collects the fields of one map in order and reports keys that are set twice.
struct MapEntries {
  private(set) var entries: [Node.Entry] = []
  private var indexes: [String: Int] = [:]

  /// Adds a field; of two with one key the later counts, unless only the earlier has a value.
  mutating func add(_ entry: Node.Entry, problems: inout Problems) {
    guard let earlier = index(of: entry.key) else { return append(entry) }
    let first = entries[earlier]
    let isHarmless = first.value.isEmpty || entry.value.isEmpty || Self.isSame(first.value, entry.value)
    problems.append(
      Problem(
        isHarmless ? .warning : .error, at: entry.keyPlace,
        "\(entry.key.quoted) is set twice, first in line \(first.keyPlace.line)",
        advice: isHarmless ? "remove the empty or repeated one" : "keep one of the two, or rename one"))
    if !entry.value.isEmpty { entries[earlier] = entry }
  }

  /// Adds the fields that are not set yet, as YAML's merge key `<<` wants it.
  mutating func merge(_ others: [Node.Entry]) {
    for entry in others where index(of: entry.key) == nil { append(entry) }
  }

  private mutating func append(_ entry: Node.Entry) {
    entries.append(entry)
    if entries.count == Self.searchLimit {
      for (index, entry) in entries.enumerated() { indexes[entry.key] = index }
    } else if entries.count > Self.searchLimit {
      indexes[entry.key] = entries.count - 1
    }
  }

  // Most maps are small: a dictionary for each would cost more than it saves.
  private static let searchLimit = 24

  private func index(of key: String) -> Int? {
    entries.count < Self.searchLimit ? entries.firstIndex { $0.key == key } : indexes[key]
  }

  private static func isSame(_ left: Node, _ right: Node) -> Bool {
    left.text != nil && left.text == right.text
  }
}
