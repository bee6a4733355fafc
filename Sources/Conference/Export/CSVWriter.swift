/// A table as RFC 4180 writes it, with the mark that lets spreadsheets open it as UTF-8.
struct CSVWriter {
  private(set) var text: String
  private let width: Int

  init(_ header: [String]) {
    width = header.count
    text = "\u{FEFF}" + header.joined(separator: ",") + "\n"
  }

  mutating func append(_ cells: [String?]) {
    precondition(cells.count == width, "a row has as many cells as its header")
    text += cells.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\n"
  }

  private static func cell(_ value: String) -> String {
    let text = FormulaGuard.added(to: ExportedText.canonical(value))
    let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A }
    return isPlain ? text : "\"" + text.replacing(scalar: "\"", with: "\"\"") + "\""
  }

  /// Items in one cell, with `|` between them; one more `|` keeps a single item from being split at other separators.
  static func list(_ items: [String]) -> String? {
    joined(items.map { ExportedText.canonical($0.replacing(scalar: "|", with: "/")) }) {
      [";", ",", "\n"].contains($0)
    }
  }

  /// Names in one cell, in the way of a list.
  static func names(_ people: [Person]) -> String? {
    let names = Names.cleaned(people.map { ExportedText.canonical($0.name.replacing(scalar: "|", with: "/")) })
    guard names.count == 1 else { return joined(names) { _ in false } }
    let isSafe = [true, false].allSatisfy { Names.split(names[0], areOnlyNames: $0) == names }
    return isSafe ? names[0] : names[0] + "|"
  }

  private static func joined(_ items: [String], isSeparator: (Unicode.Scalar) -> Bool) -> String? {
    let items = items.filter { !$0.isEmpty }
    guard !items.isEmpty else { return nil }
    let needsEnd = items.count == 1 && items[0].unicodeScalars.contains(where: isSeparator)
    let text = items.joined(separator: "|")
    return text + (needsEnd || ListLiteral.items(text) != nil ? "|" : "")
  }
}
