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
    /// How many bytes the words can have together.
    private let lengths: ClosedRange<Int>

    init<Found>(_ text: String, _ hits: Hits<Found>) {
      let (changed, ignored) = (hits.corrected + hits.broadened, hits.ignored)
      self.init(
        Folding.words(of: text).filter { !ignored.contains($0) }.map { word in
          [word] + changed.filter { $0.typed == word }.flatMap(\.meant)
        }, isForgiven: !hits.isAsTyped)
    }

    /// For what was found by the words as they were typed.
    init(_ text: String) {
      self.init(Folding.words(of: text).map { [$0] }, isForgiven: false)
    }

    private init(_ words: [[String]], isForgiven: Bool) {
      self.words = words
      self.isForgiven = isForgiven
      let counts = words.map { $0.map(\.utf8.count) }
      lengths = counts.reduce(0) { $0 + ($1.min() ?? 0) }...counts.reduce(0) { $0 + ($1.max() ?? 0) }
    }

    /// - Parameter texts: what an entry says besides names, asked for only where they matter.
    func fit(names: [String], texts: @autoclosure () -> [String] = []) -> SearchFit {
      if names.contains(where: isTyped) { return SearchFit(isForgiven: isForgiven, level: .isName) }
      let said = names.flatMap { Folding.words(of: $0) }
      let isWhole = hasAll(said) || hasAll(said + texts().flatMap { Folding.words(of: $0) })
      return SearchFit(isForgiven: isForgiven, level: isWhole ? .hasWords : .hasBeginnings)
    }

    /// The better of a fit and that of an entry with these names, which are taken apart only where they can be better.
    func better(_ known: SearchFit, names: [String]) -> SearchFit {
      switch known.level {
      case .isName: known
      case .hasWords: names.contains(where: isTyped) ? min(known, fit(names: names)) : known
      case .hasBeginnings: min(known, fit(names: names))
      }
    }

    /// The best fit of several entries by their names; what they say besides is asked for only where no names have all words.
    func best(_ names: [[String]], texts: (Int) -> [String]) -> SearchFit? {
      let byName = names.map { fit(names: $0) }.min()
      guard byName?.level == .hasBeginnings else { return byName }
      let isSaid = names.indices.contains { fit(names: names[$0], texts: texts($0)).level == .hasWords }
      return isSaid ? SearchFit(isForgiven: isForgiven, level: .hasWords) : byName
    }

    private func isTyped(_ name: String) -> Bool {
      guard mayBeTyped(name) else { return false }
      let name = Folding.words(of: name)
      return name.count == words.count && zip(words, name).allSatisfy { $0.contains($1) }
    }

    /// Whether a name has as many letters as what was typed; of names that are not all ASCII it is not known.
    private func mayBeTyped(_ name: String) -> Bool {
      var count = 0
      for byte in name.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: count += 1
        case 0x80...: return true
        default: break
        }
      }
      return lengths.contains(count)
    }

    private func hasAll(_ said: some Sequence<String>) -> Bool {
      let said = Set(said)
      return words.allSatisfy { $0.contains(where: said.contains) }
    }
  }
}
