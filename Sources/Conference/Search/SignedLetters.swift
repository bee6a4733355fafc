/// Names like "C++" and "F#", of which the index knows the letter only.
enum SignedLetters {
  /// Single letters that signs follow in a text, in lower case, and how they stand there: "c" is "c++".
  static func read(_ text: String) -> [String: String] {
    guard text.utf8.contains(where: isSign) else { return [:] }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && !($0.utf8.first.map(isSign) ?? false) }
    return words.reduce(into: [:]) { found, word in
      guard let letter = word.first, letter.isASCII, letter.isLetter, word.count > 1,
        word.dropFirst().utf8.allSatisfy(isSign)
      else { return }
      found[String(letter)] = String(word.prefix(8))
    }
  }

  /// Whether a text has such a name, in whatever case, and more signs at most behind it.
  static func occurs(_ signed: String, in text: String) -> Bool {
    let looked = Array(signed.utf8)
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= looked.count else { return false }
      return (0...(bytes.count - looked.count)).contains { start in
        bytes[start + 1] == looked[1] && bytes[start] | 0x20 == looked[0]
          && (start == 0 || !isLetter(bytes[start - 1]))
          && looked.indices.dropFirst(2).allSatisfy { bytes[start + $0] == looked[$0] }
      }
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
