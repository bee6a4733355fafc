/// Values as they stand in a content line of a calendar.
enum CalendarEscape {
  /// A TEXT value (RFC 5545, 3.3.11): line breaks of every kind become `\n`, other control characters vanish.
  static func text(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
      case "\n" where isAfterReturn: break
      case "\n", "\r": result.append(contentsOf: ["\\", "n"])
      case "\t": result.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: result.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// A URI value: what no address may hold is percent-encoded, so it can neither break the line nor leave ASCII.
  static func uri(_ uri: String) -> String {
    uri.utf8.reduce(into: "") { result, byte in
      if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "\"") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += byte < 0x10 ? "%0" : "%"
        result += String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
