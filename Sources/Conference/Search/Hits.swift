/// What a search found, the best first, and how the words were understood.
public struct Hits<Found: Sendable>: Sendable {
  public var found: [Found] = []
  /// The words that were looked for, folded, corrections included: what to mark in results.
  public var words: [String] = []
  /// Words for which others were looked for, in the order in which they were typed.
  public var corrected: [Correction] = []
  /// Words that nothing is like, and that the results were found without.
  public var ignored: [String] = []
}

/// A word as it was typed, and what was looked for instead.
public struct Correction: Hashable, Sendable {
  public let typed: String
  public let meant: [String]
}

extension Hits {
  init(_ found: [Found], of query: SearchQuery) {
    let long = query.terms.filter { !$0.isOneLetter }
    self.init(
      found: found, words: (long.isEmpty ? query.terms : long).flatMap(\.words),
      corrected: query.terms.filter(\.isCorrected).map { Correction(typed: $0.typed, meant: $0.corrections) },
      ignored: found.isEmpty ? [] : query.ignored)
  }

  func map<Other>(_ transform: ([Found]) -> [Other]) -> Hits<Other> {
    Hits<Other>(found: transform(found), words: words, corrected: corrected, ignored: ignored)
  }
}
