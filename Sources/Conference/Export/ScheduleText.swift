/// Texts as both formats of the schedule can hold them.
enum ScheduleText {
  /// The text without characters that XML 1.0 has no way to write, and with line breaks as it reads them.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n" where isAfterReturn: break
      default: if isAllowed(scalar) { result.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// Lower-case letters, digits and the separator: "Poster 3.a" gives "poster-3-a".
  static func slug(_ text: String, separator: Character = "-") -> String {
    text.lowercased().reduce(into: "") { slug, character in
      if character.isASCII, character.isLetter || character.isNumber {
        slug.append(character)
      } else if slug.last != separator {
        slug.append(separator)
      }
    }
  }

  /// A short name of at least four letters, digits and underscores.
  static func acronym(_ id: String) -> String {
    let acronym = slug(id, separator: "_")
    return acronym.utf8.count < 4 ? acronym + "_conference" : acronym
  }

  /// Char of XML 1.0, 2.2; surrogates are no Unicode scalars.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
