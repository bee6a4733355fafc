/// The data of one file, whichever of the formats it was written in.
public struct Table {
  /// The real name of the file, such as `papers.csv`.
  public let name: String
  public let root: Node
  /// The whole file as one record, for files that are a map; it knows which of its fields nobody asked for.
  public let record: Record

  public init(name: String, root: Node) {
    self.name = name
    self.root = root
    self.record = Record(root)
  }

  /// The records wherever they are: a list, a list or map below one of `keys`, or a map from keys to records.
  public func records(under keys: [String] = []) -> [Record] {
    if root.entries != nil, let key = holder(keys) { return record.records(key) }
    return Record.records(in: root)
  }

  /// The name of the field that holds the records: one of `keys`, or the only field if it is a list of maps.
  private func holder(_ keys: [String]) -> String? {
    guard let entries = root.entries else { return nil }
    let wanted = keys.map(FieldName.normalized)
    if let entry = entries.first(where: { wanted.contains(FieldName.normalized($0.key)) }) { return entry.key }
    guard entries.count == 1, let items = entries[0].value.items, items.first?.entries != nil else { return nil }
    return entries[0].key
  }
}
