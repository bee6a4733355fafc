import Database

/// Asks one full-text table for other words where nothing, or next to nothing, has those that were typed.
struct ForgivingSearch {
  let ranking: SearchRanking
  let connection: Connection
  let texts: EntryTexts
  let vocabulary: Vocabulary

  func numbers(_ query: SearchQuery) throws -> [Int] { try ranking.numbers(query, connection, texts) }

  /// What has all words; where corrections make them the title of something, nothing else was meant.
  func found(_ query: SearchQuery) throws -> Hits<Int> {
    let numbers = try numbers(query)
    guard let (title, meant) = title(meantBy: query, among: numbers) else { return Hits(numbers, of: query) }
    var hits = Hits(try self.numbers(meant), of: meant)
    hits.title = title
    return hits
  }

  /// The title that was mistyped, and the query with nothing but its words.
  private func title(meantBy query: SearchQuery, among numbers: [Int]) -> (String, SearchQuery)? {
    // A single word that is corrected leaves none that was typed right.
    guard query.phrase.count > 1, query.terms.contains(where: \.isCorrected) else { return nil }
    for number in numbers.prefix(200) {
      let title = texts.title(number).map { Folding.words(of: $0) } ?? []
      if let meant = query.meaning(title) { return (title.joined(separator: " "), meant) }
    }
    return nil
  }

  func hits(_ query: SearchQuery) throws -> Hits<Int> {
    let hits = try found(query)
    if !hits.found.isEmpty { return try broadened(query, from: hits.found) ?? hits }
    return try first(of: query.alternatives(by: vocabulary)) ?? first(of: query.openReadings(by: vocabulary)) ?? hits
  }

  /// What the first reading finds that finds anything.
  private func first(of readings: [SearchQuery]) throws -> Hits<Int>? {
    for reading in readings {
      let hits = try found(reading)
      if hits.found.isEmpty { continue }
      let isSettled = hits.title != nil || !reading.terms.contains(where: \.isOpen)
      return isSettled ? hits : Hits(hits.found, of: try settled(reading, by: hits.found))
    }
    return nil
  }

  /// Of the many words that one may mean, those that led to something.
  private func settled(_ query: SearchQuery, by numbers: [Int]) throws -> SearchQuery {
    let found = Set(numbers)
    var query = query
    for index in query.terms.indices where query.terms[index].isOpen {
      let term = query.terms[index]
      query.terms[index].corrections = try term.corrections.filter { word in
        var alone = term
        alone.corrections = [word]
        return try ranking.numbers(alone.match(isAlone: false), connection).contains(where: found.contains)
      }
    }
    return query
  }

  /// A word that hardly occurs may be a typing error that somebody else made too, unless it is in a name or the title was typed.
  private func broadened(_ query: SearchQuery, from numbers: [Int]) throws -> Hits<Int>? {
    guard numbers.count <= 2 else { return nil }
    let isTitle = numbers.contains { texts.title($0).map { Folding.words(of: $0) == query.phrase } ?? false }
    guard !isTitle, let other = try query.broadened(by: vocabulary, isName: { try ranking.hasName($0, connection) })
    else { return nil }
    let more = try self.numbers(other).filter { !numbers.contains($0) }
    return more.isEmpty ? nil : Hits(numbers + more, of: other)
  }
}
