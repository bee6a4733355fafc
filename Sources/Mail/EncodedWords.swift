import Foundation

/// Text of any script in a header, as encoded words (RFC 2047).
enum EncodedWords {
  /// The text as it is where that can be read back, else as encoded words; the first line has `used` characters already.
  static func text(_ value: HeaderText, after used: Int) -> String {
    isPlain(value.text) ? value.text : words(value.text, after: used)
  }

  /// The text as a name before an address, where fewer characters may stand as they are.
  static func phrase(_ value: HeaderText, after used: Int) -> String {
    let isPhrase = value.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") || isLetter($0) }
    return isPhrase && isPlain(value.text) ? value.text : words(value.text, after: used)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  /// Single spaces between short ASCII words, none of which poses as an encoded one.
  private static func isPlain(_ text: String) -> Bool {
    if text.isEmpty { return true }
    return text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && text.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { (1...60).contains($0.utf8.count) }
  }

  /// Whole characters in each word, each word at most 75 long, and no longer than the line that it stands on.
  private static func words(_ text: String, after used: Int) -> String {
    var (words, piece, room) = ([String](), [UInt8](), (75 - used - 12) / 4 * 3)
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if piece.count + bytes.count > room {
        words.append(word(piece))
        (piece, room) = ([], 45)
      }
      piece += bytes
    }
    return (words + [word(piece)]).joined(separator: " ")
  }

  private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
