import Foundation

/// The names of a delimited file's columns, which turn its rows into maps.
struct CSVHeader {
  private let names: [String]
  private let file: String
  private let position: Position
  private var namelessReported: Set<Int> = []

  init(_ row: CSVRows.Row, file: String, problems: inout Problems) {
    self.file = file
    self.position = row.position
    self.names = row.fields.map { ($0.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
    reportRepeatedNames(row, problems: &problems)
  }

  private func reportRepeatedNames(_ row: CSVRows.Row, problems: inout Problems) {
    var columns: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let earlier = columns.updateValue(index, forKey: FieldName.normalized(name)) {
        problems.error(
          at: row.fields[index].place, "the columns \(earlier + 1) and \(index + 1) are both named \(name.quoted)",
          advice: "rename or remove one of them")
      }
    }
  }

  /// The row as a map, or nil (after reporting why) if its fields cannot be told apart for sure.
  mutating func record(_ row: CSVRows.Row, problems: inout Problems) -> Node? {
    if row.isBroken { return nil }
    if let extra = row.fields.dropFirst(names.count).first(where: { !$0.isEmpty }) {
      problems.error(
        at: extra.place, "the row has \(row.fields.count) fields, but the header names \(names.count)",
        advice: "put text that holds a separator in quotes, or name the column in the header")
      return nil
    }
    if row.fields.count < names.count { reportMissingFields(row, problems: &problems) }
    var entries: [Node.Entry] = []
    entries.reserveCapacity(names.count)
    for (index, (name, field)) in zip(names, row.fields).enumerated() {
      if name.isEmpty {
        reportNameless(index, field, problems: &problems)
      } else {
        entries.append(Node.Entry(key: name, value: field, keyFile: file, keyPosition: field.position))
      }
    }
    return Node(.map(entries), file: file, at: row.position)
  }

  private func reportMissingFields(_ row: CSVRows.Row, problems: inout Problems) {
    let missing = names[row.fields.count...].prefix(3).map(\.quoted).joined(separator: ", ")
    problems.warning(
      at: row.position.place(in: file),
      "the row has \(row.fields.count) fields, but the header names \(names.count): \(missing) are missing",
      advice: "add the missing separators, also for empty fields")
  }

  private mutating func reportNameless(_ index: Int, _ field: Node, problems: inout Problems) {
    guard !field.isEmpty, namelessReported.insert(index).inserted else { return }
    problems.warning(
      at: position.place(in: file), "column \(index + 1) has no name and is left out",
      advice: "name it in the header, or remove it")
  }
}
