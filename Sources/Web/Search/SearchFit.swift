import Conference

/// How well what was found fits what was typed; the better is the smaller.
struct SearchFit: Comparable {
  private enum Level: Int { case isName, hasWords, hasBeginnings }
  private let isForgiven: Bool
  private let level: Level

  /// A name that is what was typed.
  static let named = SearchFit(isForgiven: false, level: .isName)

  static func < (one: SearchFit, other: SearchFit) -> Bool {
    (one.isForgiven ? 1 : 0, one.level.rawValue) < (other.isForgiven ? 1 : 0, other.level.rawValue)
  }

  /// Tells how well entries fit what was typed.
  struct Measure {
    /// The words in order, each with those that were looked for in its place.
    private let words: [[String]]
    private let isForgiven: Bool

    init<Found>(_ text: String, _ hits: Hits<Found>) {
      let (changed, ignored) = (hits.corrected + hits.broadened, hits.ignored)
      words = Folding.words(of: text).filter { !ignored.contains($0) }.map { word in
        [word] + changed.filter { $0.typed == word }.flatMap(\.meant)
      }
      isForgiven = !hits.isAsTyped
    }

    /// For what was found by the words as they were typed.
    init(_ text: String) {
      words = Folding.words(of: text).map { [$0] }
      isForgiven = false
    }

    /// - Parameter texts: what an entry says besides names, asked for only where they matter.
    func fit(names: [String], texts: @autoclosure () -> [String] = []) -> SearchFit {
      let folded = names.map { Folding.words(of: $0) }
      if folded.contains(where: { isTyped($0) }) { return SearchFit(isForgiven: isForgiven, level: .isName) }
      let isWhole = hasAll(folded.joined()) || hasAll(folded.joined() + texts().flatMap { Folding.words(of: $0) })
      return SearchFit(isForgiven: isForgiven, level: isWhole ? .hasWords : .hasBeginnings)
    }

    /// The best fit of several entries by their names; what they say besides is asked for only where no names have all words.
    func best(_ names: [[String]], texts: (Int) -> [String]) -> SearchFit? {
      let byName = names.map { fit(names: $0) }.min()
      guard byName?.level == .hasBeginnings else { return byName }
      let isSaid = names.indices.contains { fit(names: names[$0], texts: texts($0)).level == .hasWords }
      return isSaid ? SearchFit(isForgiven: isForgiven, level: .hasWords) : byName
    }

    private func isTyped(_ name: [String]) -> Bool {
      name.count == words.count && zip(words, name).allSatisfy { $0.contains($1) }
    }

    private func hasAll(_ said: some Sequence<String>) -> Bool {
      let said = Set(said)
      return words.allSatisfy { $0.contains(where: said.contains) }
    }
  }
}
