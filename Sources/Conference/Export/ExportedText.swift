import Foundation

/// Texts as a conference folder holds them, which is how an import reads them back.
enum ExportedText {
  /// Without space around it, without NUL, which no text file has, and with one kind of line end.
  static func canonical(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": continue
      case "\r": scalars.append("\n")
      case "\n" where previous == "\r": break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension String {
  /// The text with one scalar in the place of another, also where an accent makes one character of it and the next.
  func replacing(scalar: Unicode.Scalar, with other: String) -> String {
    var result = String.UnicodeScalarView()
    for next in unicodeScalars {
      if next == scalar { result.append(contentsOf: other.unicodeScalars) } else { result.append(next) }
    }
    return String(result)
  }
}
