import Markup

/// Texts that may hold TeX between dollar signs.
enum Maths {
  /// Marks the element whose text the script "maths" looks through.
  static let mark: HTML = " data-maths"

  /// The script, if any of the texts could hold maths.
  static func scripts(_ texts: [String]) -> [String] { texts.contains(where: mayHold) ? ["maths"] : [] }

  static func mayHold(_ text: String) -> Bool { text.utf8.contains(0x24) || text.contains("\\(") }
}
