extension Written {
  /// What a field is called where what was written into it is shown again; nil where that is clear without.
  static func label(_ field: String) -> String? {
    guard !plain.contains(field) else { return nil }
    return labels[field] ?? worded(field)
  }

  /// Of forms that have no other field.
  private static let plain: Set = ["text", "words"]

  private static let labels = [
    "bibtex": "BibTeX", "codeOfConduct": "Code of conduct", "more-interests": "Keywords of papers",
    "links": "Links", "tldr": "In one sentence", "why": "Why", "similar": "Similar papers",
  ]

  /// "person-0-biography" as "Biography 1".
  private static func worded(_ field: String) -> String {
    let parts = field.split(separator: "-")
    if parts.count == 3, parts[2] == "biography", let place = Int(parts[1]) { return "Biography \(place + 1)" }
    let words = field.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
