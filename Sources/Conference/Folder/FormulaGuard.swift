/// Keeps spreadsheets from running a cell as a formula: such cells carry an apostrophe in front, which spreadsheets hide.
enum FormulaGuard {
  /// The text with one more apostrophe where it, or what follows its apostrophes, could start a formula.
  static func added(to text: String) -> String { startsFormula(text) ? "'" + text : text }

  /// The opposite of `added`; other texts stay as they are.
  static func removed(from text: String) -> String {
    text.utf8.first == 0x27 && startsFormula(text) ? String(text.dropFirst()) : text
  }

  private static func startsFormula(_ text: String) -> Bool {
    switch text.utf8.first(where: { $0 != 0x27 }) {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09: true
    default: false
    }
  }
}
