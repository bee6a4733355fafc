import Foundation

/// The names of a delimited file's columns, which turn its rows into maps.
struct CSVHeader {
  private let names: [String]
  private let file: String
  private let position: Position
  private var namelessReported: Set<Int> = []
  /// Columns whose name an earlier one has, which counts.
  private var repeated: Set<Int> = []

  init(_ row: CSVRows.Row, file: String, problems: inout Problems) {
    self.file = file
    self.position = row.position
    self.names = row.fields.map { ($0.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
    reportRepeatedNames(row, problems: &problems)
    if names.count > 2, names.count(where: { !$0.isEmpty }) == 1 {
      namelessReported = Set(names.indices)
      problems.warning(
        at: row.position.place(in: file), "the first line names only one of \(names.count) columns",
        advice: "remove what stands above the line with the columns' names")
    }
  }

  private mutating func reportRepeatedNames(_ row: CSVRows.Row, problems: inout Problems) {
    var columns: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let earlier = columns.updateValue(index, forKey: FieldName.normalized(name)) {
        problems.error(
          at: row.fields[index].place,
          names[earlier] == name
            ? "the columns \(earlier + 1) and \(index + 1) are both named \(name.quoted)"
            : "the columns \(earlier + 1) and \(index + 1), \(names[earlier].quoted) and \(name.quoted), have the same name",
          advice: "rename or remove one of them")
        repeated.insert(index)
      }
    }
  }

  /// The row as a map, or nil (after reporting why) if its fields cannot be told apart for sure.
  mutating func record(_ row: CSVRows.Row, problems: inout Problems) -> Node? {
    if row.isBroken { return nil }
    if isRepeated(row) {
      problems.warning(
        at: row.position.place(in: file), "the header stands here once more; this row is left out", advice: "remove it")
      return nil
    }
    if let extra = row.fields.dropFirst(names.count).first(where: { !$0.isEmpty }) {
      problems.error(
        at: extra.place, "the row has \(Self.fields(row.fields.count)), but the header names \(names.count)",
        advice: advice(forLong: row))
      return nil
    }
    if row.fields.count < names.count { reportMissingFields(row, problems: &problems) }
    var entries: [Node.Entry] = []
    entries.reserveCapacity(names.count)
    for (index, (name, field)) in zip(names, row.fields).enumerated() {
      if repeated.contains(index) { continue }
      reportFailure(field, problems: &problems)
      if name.isEmpty {
        reportNameless(index, field, problems: &problems)
      } else {
        entries.append(Node.Entry(key: name, value: field, keyFile: file, keyPosition: field.position))
      }
    }
    return Node(.map(entries), file: file, at: row.position)
  }

  /// What spreadsheets save where a formula, or what they took for one, came to nothing.
  private func reportFailure(_ field: Node, problems: inout Problems) {
    guard let text = field.text, text.utf8.first == UInt8(ascii: "#"), Self.failures.contains(text) else { return }
    problems.warning(
      at: field.place, "\(text.quoted) is what spreadsheets save of a cell that they could not calculate",
      advice: "correct the cell, with an apostrophe in front if it is a text that starts with =")
  }

  private static let failures: Set = ["#NAME?", "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"]

  private static func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

  /// Whether the row is the header again, as where sheets were put below each other.
  private func isRepeated(_ row: CSVRows.Row) -> Bool {
    row.fields.count > 1 && names.count > 1
      && zip(row.fields, names).allSatisfy { FieldName.normalized($0.text ?? "") == FieldName.normalized($1) }
  }

  private func advice(forLong row: CSVRows.Row) -> String {
    if row.fields.contains(where: { $0.text?.contains(/[“”„]/) == true }) {
      return "text that holds a separator needs straight quotes (\"…\"), not curly ones (“…”)"
    }
    if names.count == 1 {
      return "write the names of the columns into the first line of the file, above all rows"
    }
    return "put text that holds a separator in quotes, or name the column in the header"
  }

  private func reportMissingFields(_ row: CSVRows.Row, problems: inout Problems) {
    let absent = names[row.fields.count...].filter { !$0.isEmpty }
    if absent.isEmpty { return }
    let missing = absent.prefix(3).map(\.quoted).joined(separator: ", ") + (absent.count > 3 ? " and others" : "")
    let verb = absent.count == 1 ? "is" : "are"
    problems.warning(
      at: row.position.place(in: file),
      "the row has \(Self.fields(row.fields.count)), but the header names \(names.count): \(missing) \(verb) missing",
      advice: "add the missing separators, also for empty fields")
  }

  private mutating func reportNameless(_ index: Int, _ field: Node, problems: inout Problems) {
    guard !field.isEmpty, namelessReported.insert(index).inserted else { return }
    problems.warning(
      at: position.place(in: file), "column \(index + 1) has no name and is left out",
      advice: "name it in the header, or remove it")
  }
}
