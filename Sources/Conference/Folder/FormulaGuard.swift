/// Keeps spreadsheets from running a cell as a formula: such cells carry an apostrophe in front, which spreadsheets hide.
///
/// Where lists are separated by semicolons or tabs, as in much of Europe, they split a table with commas at these, and at every end
/// of a line, as its quotes mean nothing to them then. What follows one within a cell is guarded like a cell's beginning.
enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")
  private static let separators: [UInt8] = [.semicolon, .tab, .lineFeed]
  private static let signs = Array("=+-@".utf8)

  /// The text with one more apostrophe wherever it, or what follows its apostrophes, could start a formula.
  static func added(to text: String) -> String {
    let bytes = Array(text.utf8)
    let starts = starts(in: bytes)
    guard !starts.isEmpty else { return text }
    var guarded: [UInt8] = []
    var copied = 0
    for start in starts {
      guarded += bytes[copied..<start]
      guarded.append(apostrophe)
      copied = start
    }
    return String(decoding: guarded + bytes[copied...], as: UTF8.self)
  }

  /// The opposite of `added`; other texts stay as they are.
  static func removed(from text: String) -> String {
    guard text.utf8.contains(apostrophe) else { return text }
    let bytes = Array(text.utf8)
    let guards = starts(in: bytes).filter { bytes[$0] == apostrophe }
    guard !guards.isEmpty else { return text }
    var plain: [UInt8] = []
    var copied = 0
    for start in guards {
      plain += bytes[copied..<start]
      copied = start + 1
    }
    return String(decoding: plain + bytes[copied...], as: UTF8.self)
  }

  /// Where something begins that could be run, or what stands before it and would be skipped.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { index in
      if index == 0 { return startsFormula(bytes[...], after: [apostrophe], signs: signs + [.tab]) }
      return separators.contains(bytes[index - 1])
        && startsFormula(bytes[index...], after: [apostrophe, .quote, .space], signs: signs)
    }
  }

  private static func startsFormula(_ bytes: ArraySlice<UInt8>, after skipped: [UInt8], signs: [UInt8]) -> Bool {
    bytes.first { !skipped.contains($0) }.map { signs.contains($0) } ?? false
  }
}
