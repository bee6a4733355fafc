/// What a search found, the best first, and how the words were understood.
public struct Hits<Found: Sendable>: Sendable {
  public var found: [Found] = []
  /// The words that were looked for, folded, corrections included: what to mark in results.
  public var words: [String] = []
  /// Words for which others were looked for, in the order in which they were typed.
  public var corrected: [Correction] = []
  /// Words that hardly occur, and the far more frequent ones that were looked for as well.
  public var broadened: [Correction] = []
  /// Words that nothing is like, and that the results were found without.
  public var ignored: [String] = []
  /// Whether the first was found by its id.
  public var isById = false
  /// What was meant, folded, where that is the title of something that was found, typing errors aside.
  public var title: String?
  /// Whether everything that was found has all words as they were typed.
  public var isAsTyped: Bool { corrected.isEmpty && ignored.isEmpty }
}

/// A word as it was typed, and what was looked for instead.
public struct Correction: Hashable, Sendable {
  public let typed: String
  public let meant: [String]
}

extension [Correction] {
  /// With what else was looked for elsewhere in place of the same words, and of others.
  public func merging(_ others: [Correction]) -> [Correction] {
    let same = map { correction in
      let more = others.filter { $0.typed == correction.typed }.flatMap(\.meant)
      return Correction(
        typed: correction.typed, meant: correction.meant + more.filter { !correction.meant.contains($0) })
    }
    return same + others.filter { other in !contains { $0.typed == other.typed } }
  }
}

extension Hits where Found: Equatable {
  /// The same behind what was found by its id.
  func beginning(with named: Found?) -> Hits {
    guard let named else { return self }
    var hits = self
    hits.found = [named] + found.filter { $0 != named }
    hits.isById = true
    return hits
  }
}

extension Hits {
  init(_ found: [Found], of query: SearchQuery) {
    let long = query.terms.filter { !$0.isOneLetter || $0.signed != nil }
    self.init(
      found: found, words: (long.isEmpty ? query.terms : long).flatMap(\.words),
      corrected: query.terms.filter(\.isCorrected).map { Correction(typed: $0.typed, meant: $0.corrections) },
      broadened: query.terms.compactMap { term in
        term.neighbor.map { Correction(typed: term.typed, meant: [$0]) }
      },
      ignored: found.isEmpty ? [] : query.ignored)
  }

  func compactMap<Other>(_ transform: (Found) -> Other?) -> Hits<Other> {
    Hits<Other>(
      found: found.compactMap(transform), words: words, corrected: corrected, broadened: broadened, ignored: ignored,
      isById: isById, title: title)
  }
}
