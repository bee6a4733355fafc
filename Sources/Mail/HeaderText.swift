/// A text of one line, such as a subject: no character in it can end a header and begin another.
public struct HeaderText: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// So many bytes of UTF-8 fit.
  public static let limit = 500

  public var description: String { text }

  /// Throws where the text has controls or line breaks, or is too long.
  public init(_ text: String) throws {
    guard !text.unicodeScalars.contains(where: Self.isForbidden) else {
      throw MailError("a line of a mail's head has a line break or a control character", "write it in one line")
    }
    guard text.utf8.count <= Self.limit else {
      throw MailError("a line of a mail's head is longer than \(Self.limit) bytes", "shorten it")
    }
    self.text = text
  }

  /// Makes one line of any text: controls and line breaks become spaces, and what does not fit is cut off.
  public init(flattening text: String) {
    let spaced = String(
      String.UnicodeScalarView(text.unicodeScalars.map { Self.isForbidden($0) ? " " : $0 }))
    let line = spaced.split(separator: " ").joined(separator: " ")
    self.text = line.utf8.count <= Self.limit ? line : Self.cut(line)
  }

  private static func cut(_ line: String) -> String {
    var (kept, size) = ("", 0)
    for character in line {
      size += character.utf8.count
      if size > limit - 3 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
