/// How a paper is presented, in the words of reviewing systems: "Accept (Poster)", "ICLR 2024 oral".
enum PaperKindWords {
  /// "Oral", "Spotlight" or "Poster" where a decision or a venue holds such a word; nil where it holds none.
  static func presentation(in text: String) -> String? {
    let words = Folding.words(of: text)
    return known.first { kind in words.contains { $0 == kind.word || $0 == kind.word + "s" } }?.kind
  }

  /// Whether the text is a decision, such as "Accept (Poster)" or "Accepted as oral", rather than a kind of its own.
  static func isDecision(_ text: String) -> Bool { text.lowercased().hasPrefix("accept") }

  /// Whether a text says no more than that a paper was accepted.
  static func isBareDecision(_ text: String) -> Bool { [["accept"], ["accepted"]].contains(Folding.words(of: text)) }

  /// Whether a decision, a status or a venue is that of what became no paper: "Desk Reject", "Submitted to ICLR 2024",
  /// "ICLR 2024 Conference Withdrawn Submission".
  static func isDeclined(_ text: String) -> Bool {
    text.lowercased().contains(
      /^(?:(?:desk|conditional|weak|strong)[ \-]?)?(?:reject|withdraw(?:n|al)?\b)|^not accepted\b|^submitted to\b|\b(?:rejected|withdrawn) submission$/
    )
  }

  /// Whether a decision is none yet.
  static func isOpen(_ decision: String) -> Bool {
    decision.lowercased().contains(
      /^(?:undecided|pending|awaiting|no decision|not (?:yet )?decided|(?:under|in) review|wait[ \-]?list|tba\b|tbd\b|\?+$)/
    )
  }

  private static let known: [(word: String, kind: String)] = [
    ("oral", "Oral"), ("spotlight", "Spotlight"), ("poster", "Poster"),
  ]
}
