import Foundation

/// Ids that can stand in an address as they are.
public enum Slug {
  /// Whether `text` can stand in a path as it is: letters, digits, `.`, `_`, `~`, `-`, at most 120, not only dots.
  public static func isAddress(_ text: String) -> Bool {
    (1...120).contains(text.utf8.count) && text.utf8.allSatisfy(isUnreserved) && !text.utf8.allSatisfy { $0 == 0x2E }
  }

  /// An id made of a title: "Research with 🤗 Transformers" gives "research-with-transformers", at most 60 letters.
  public static func made(of title: String) -> String {
    var result = ""
    for character in title.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if result.utf8.count >= 60 { break }
      if character.isASCII, character.properties.isAlphabetic || character.properties.numericType != nil {
        result.unicodeScalars.append(character)
      } else if !(character.properties.generalCategory == .nonspacingMark || character == "'" || character == "’"),
        !result.isEmpty, result.last != "-"
      {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? "x" + fingerprint(title) : result
  }

  /// Eight hexadecimal digits that tell two texts apart (FNV-1a, 32 bits).
  static func fingerprint(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
