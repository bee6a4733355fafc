import Markup

/// Texts that may hold TeX between dollar signs.
enum Maths {
  /// Marks the element whose text the script "maths" looks through.
  static let mark: HTML = " data-maths"

  static func mayHold(_ html: HTML) -> Bool {
    html.bytes.contains(UInt8(ascii: "$")) || html.bytes.contains(UInt8(ascii: "\\"))
  }
}
