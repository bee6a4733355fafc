/// conference.yml as `ReadConference` reads it back.
enum ConferenceYAML {
  static func text(_ info: ConferenceInfo) -> String {
    let fields: [(String, String?)] = [
      ("id", info.id), ("name", info.name), ("tagline", info.tagline), ("organization", info.organization),
      ("start", info.start?.iso), ("end", info.end?.iso), ("zone", info.zone), ("website", info.website),
      ("proceedings", info.proceedings), ("citation_date", info.citationDate), ("accent", info.accent),
      ("logo", info.logo), ("description", info.description),
    ]
    return fields.compactMap { name, value in
      value.flatMap { ExportedText.canonical($0).nonEmpty }.map { "\(name): \(scalar($0))\n" }
    }.joined()
  }

  /// A text of several lines as a block, everything else in double quotes.
  private static func scalar(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let canBeBlock = lines.count > 1 && text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
    guard canBeBlock else { return quoted(text) }
    return "|-\n" + lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }

  /// What YAML allows as it is and does not take for the end of a line.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where !isPrintable(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
