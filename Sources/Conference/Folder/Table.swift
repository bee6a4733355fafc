import Foundation

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
    let found = root.entries != nil ? holder(keys).map { record.records($0) } : nil
    return (found ?? Record.records(in: root)).flatMap(Self.grouped)
  }

  /// The records of a group, which know its name: under "11 September" stands a list of workshops; nobody is a sponsor whose tier
  /// has none.
  private static func grouped(_ record: Record) -> [Record] {
    guard let items = record.value.items, items.allSatisfy({ $0.entries != nil }) else { return [record] }
    return items.enumerated().map { index, item in
      Record(item, in: record.key.map { Record.Group(name: $0, place: index == 0 ? record.place(ofName: []) : nil) })
    }
  }

  /// What the file's only list is called, such as "Gold" above sponsors; nil where that is one of `keys`, which only say what is in it.
  func nameOfOnlyList(besides keys: [String]) -> String? {
    guard let entries = root.entries, entries.count == 1, entries[0].value.items != nil,
      !keys.map(FieldName.normalized).contains(FieldName.normalized(entries[0].key))
    else { return nil }
    return entries[0].key.trimmingCharacters(in: .whitespacesAndNewlines).nonEmpty
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
