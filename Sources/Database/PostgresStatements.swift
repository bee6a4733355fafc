/// The prepared statements of one connection.
struct PostgresStatements {
  private struct Entry {
    let name: String
    /// Kept, so that no other text comes to stand at its address.
    let text: SQLText
    var lastUse: Int
  }

  private let limit: Int
  private var entries: [ObjectIdentifier: Entry] = [:]
  private var uses = 0

  init(limit: Int = 500) { self.limit = limit }

  /// The name of the statement, if it was prepared.
  mutating func knownName(of text: SQLText) -> String? {
    guard let index = entries.index(forKey: ObjectIdentifier(text)) else { return nil }
    uses += 1
    entries.values[index].lastUse = uses
    return entries.values[index].name
  }

  /// The name of the statement; `isNew` when it has yet to be prepared, and then `evicted` may be to be let go before.
  mutating func name(of text: SQLText) -> (name: String, isNew: Bool, evicted: String?) {
    if let name = knownName(of: text) { return (name, false, nil) }
    let evicted = entries.count < limit ? nil : evict()
    uses += 1
    let name = "s\(uses)"
    entries[ObjectIdentifier(text)] = Entry(name: name, text: text, lastUse: uses)
    return (name, true, evicted)
  }

  private mutating func evict() -> String? {
    guard let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return nil }
    entries[oldest.key] = nil
    return oldest.value.name
  }

  /// Forgets a statement that could not be prepared.
  mutating func forget(_ name: String) {
    entries = entries.filter { $0.value.name != name }
  }
}
