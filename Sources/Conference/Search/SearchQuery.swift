/// What somebody typed, understood as far as the words of the index allow.
struct SearchQuery: Sendable {
  /// Those that have to be found.
  var terms: [SearchTerm]
  /// A single letter behind other words, which may be the beginning of a word: what has it as it stands comes first.
  var preferred: SearchTerm?
  /// Words that nothing in the index is like, and that are looked for no further.
  var ignored: [String] = []
  /// Everything that was typed, in order, with stop words: what a title is compared with.
  let phrase: [String]

  /// Reads at most 400 characters and 40 words, of which the first twelve that tell something have to be found.
  init(_ text: String) {
    let compounds = Folding.compounds(of: String(String.UnicodeScalarView(text.unicodeScalars.prefix(400)))).prefix(40)
    let signed = SignedLetters.read(text)
    let all = compounds.enumerated().map { index, parts in
      var term = SearchTerm(parts, isLast: index == compounds.count - 1)
      if term.isOneLetter { term.signed = signed[term.word] }
      return term
    }
    phrase = compounds.flatMap(\.self)
    terms = Array(all.filter { !$0.isStopWord }.prefix(12))
    if terms.isEmpty, !all.isEmpty { terms = [SearchTerm(phrase, isLast: true)] }
    if terms.count > 1, let last = terms.last, last.isLast, last.isOneLetter, last.signed == nil {
      preferred = terms.removeLast()
    }
  }

  /// Replaces words that do not occur by those that were probably meant.
  ///
  /// - Parameter known: all words that count as occurring; corrections come from the first.
  func understood(by known: [Vocabulary]) -> SearchQuery {
    var query = self
    query.terms = []
    for term in terms {
      if known.contains(where: { Self.knows(term, $0) }) {
        query.terms.append(term)
      } else if let corrected = known.first.flatMap({ Self.corrected(term, $0) }) {
        query.terms.append(corrected)
      } else {
        query.ignored.append(term.typed)
      }
    }
    if let first = known.first { query.settleFrequentWords(by: first) }
    return query
  }

  /// Whether all words are looked for as they were typed.
  var isAsTyped: Bool { ignored.isEmpty && terms.allSatisfy { !$0.isCorrected && $0.neighbor == nil } }

  /// The query with far more frequent words beside those that hardly occur and are no names, if there are such.
  func broadened(by vocabulary: Vocabulary, isName: (String) throws -> Bool) rethrows -> SearchQuery? {
    var query = self
    for index in terms.indices where terms[index].parts.count == 1 && !terms[index].isCorrected {
      guard let neighbor = vocabulary.frequentNeighbor(of: terms[index].word) else { continue }
      if try !isName(terms[index].word) { query.terms[index].neighbor = neighbor }
    }
    return query.terms == terms ? nil : query
  }

  /// The query with those corrections only that make it the words of a title, one of which was typed right; nil if none do.
  func meaning(_ title: [String]) -> SearchQuery? {
    guard title.count == phrase.count, ignored.isEmpty, zip(phrase, title).contains(where: ==) else { return nil }
    var query = self
    for (typed, meant) in zip(phrase, title) where typed != meant {
      guard let index = terms.firstIndex(where: { $0.word == typed && $0.corrections.contains(meant) }) else {
        return nil
      }
      query.terms[index].corrections = [meant]
    }
    return query
  }

  /// The query with the likeliest correction of each word only, if there are others.
  var likeliest: SearchQuery? {
    guard terms.contains(where: { $0.corrections.count > 1 }) else { return nil }
    return with(
      terms.map { term in
        var term = term
        term.corrections = Array(term.corrections.prefix(1))
        return term
      })
  }

  /// Of four words and more, frequent ones stand for themselves only: that narrows little, and saves reading long lists.
  private mutating func settleFrequentWords(by vocabulary: Vocabulary) {
    guard terms.count > 3 else { return }
    for index in terms.indices where terms[index].parts.count == 1 && !terms[index].isLast && !terms[index].isCorrected
    {
      terms[index].isWhole = vocabulary.frequency(of: terms[index].word) >= 100
    }
  }

  /// The query with other readings, to be tried in this order where nothing has all its words: without single letters, with one
  /// word corrected, the rarest first, with all of them corrected.
  func alternatives(by vocabulary: Vocabulary) -> [SearchQuery] {
    let base = longTerms
    let corrected = base.map { $0.isCorrected ? nil : Self.corrected($0, vocabulary) }
    let rarestFirst = base.indices.filter { corrected[$0] != nil }.sorted {
      vocabulary.frequency(of: base[$0].word) < vocabulary.frequency(of: base[$1].word)
    }
    var tried = base.count < terms.count ? [with(base)] : []
    tried += rarestFirst.prefix(4).compactMap { index in corrected[index].map { with(base, $0, at: index) } }
    if rarestFirst.count > 1 { tried.append(with(zip(base, corrected).map { $1 ?? $0 })) }
    return tried
  }

  /// Readings to be tried after those, in which one word is any that is one edit away: what stands beside it tells which of
  /// them was meant. First words of two or three letters, such as "Qiang Lui" for Qiang Liu; then those that do not occur,
  /// such as "Edgar alker" for Edgar Walker where there is "alter".
  func openReadings(by vocabulary: Vocabulary) -> [SearchQuery] {
    let base = longTerms
    guard base.count > 1 else { return [] }
    let single = base.indices.filter { base[$0].parts.count == 1 }
    let readings = (single.filter { base[$0].isShort } + single.filter { base[$0].isCorrected }).compactMap {
      index -> SearchQuery? in
      var term = base[index]
      term.corrections = vocabulary.neighbors(of: term.word)
      term.isOpen = true
      return term.corrections.count > base[index].corrections.count ? with(base, term, at: index) : nil
    }
    return Array(readings.prefix(6))
  }

  /// Those that are no single letters, if there are such.
  private var longTerms: [SearchTerm] {
    let long = terms.filter { !$0.isOneLetter }
    return long.isEmpty ? terms : long
  }

  private func with(_ terms: [SearchTerm], _ term: SearchTerm, at index: Int) -> SearchQuery {
    var terms = terms
    terms[index] = term
    return with(terms)
  }

  /// In the query language of FTS5.
  var match: String { terms.map { $0.match(isAlone: terms.count == 1) }.joined(separator: " AND ") }

  /// The same, ranking words as they were typed above longer ones.
  var matchFavoringWhole: String {
    terms.map { $0.matchFavoringWhole(isAlone: terms.count == 1) }.joined(separator: " AND ")
  }

  private func with(_ terms: [SearchTerm]) -> SearchQuery {
    var query = self
    query.terms = terms
    return query
  }

  /// The index takes words apart at the vowel signs of Indic and other scripts, so they are not in its vocabulary.
  private static func knows(_ term: SearchTerm, _ vocabulary: Vocabulary) -> Bool {
    Folding.hasMarks(term.word) || vocabulary.contains(prefix: term.word)
      || term.parts.count > 1 && term.parts.allSatisfy { vocabulary.contains(prefix: $0) }
  }

  private static func corrected(_ term: SearchTerm, _ vocabulary: Vocabulary) -> SearchTerm? {
    let corrections = vocabulary.corrections(of: term.word, isUnfinished: term.isLast)
    guard !corrections.isEmpty else { return nil }
    var corrected = term
    corrected.corrections = corrections
    return corrected
  }
}
