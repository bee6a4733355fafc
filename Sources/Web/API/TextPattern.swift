/// What the signs of a text have to be: an expression for the description (ECMA 262, as JSON Schema wants it) and a function for
/// requests, which say the same.
struct TextPattern: Sendable {
  let expression: String
  /// What is wrong with a text that does not fit, and what to do.
  let problem: String
  let advice: String
  let fits: @Sendable (String) -> Bool

  /// As names are taken: control characters that are no white space cannot be shown.
  static let line = TextPattern(
    expression: #"^[^\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]*$"#, problem: "it holds signs that cannot be shown",
    advice: "leave out control characters"
  ) { text in
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F: false
      default: true
      }
    }
  }

  static let color = TextPattern(
    expression: "^#[0-9A-Fa-f]{6}$", problem: "it is no color", advice: "write it as #0B5C63"
  ) { text in text.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil }
}

/// How dates and instants are written (RFC 3339, 5.6); whether there is such a day is for the domain to judge.
enum TextFormat {
  /// What is wrong with a text of a format of JSON Schema, and what to do; nil where nothing is, or it is for others to judge.
  static func problem(_ text: String, _ format: String?) -> (problem: String, advice: String)? {
    switch format {
    case "date-time" where !isInstant(text): ("it is no instant", "write it as 2026-05-14T08:00:00Z")
    case "date" where text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil:
      ("it is no day", "write it as 2026-05-14")
    default: nil
    }
  }

  private static func isInstant(_ text: String) -> Bool {
    let form = /[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+\-][0-9]{2}:[0-9]{2})/
    return text.wholeMatch(of: form) != nil
  }
}
