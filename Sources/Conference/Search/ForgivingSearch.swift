import Database

/// Asks one full-text table for other words where nothing, or next to nothing, has those that were typed.
struct ForgivingSearch {
  let ranking: SearchRanking
  let connection: Connection
  let texts: EntryTexts
  let vocabulary: Vocabulary

  func numbers(_ query: SearchQuery) throws -> [Int] { try ranking.numbers(query, connection, texts) }

  func hits(_ query: SearchQuery) throws -> Hits<Int> {
    let numbers = try numbers(query)
    if !numbers.isEmpty { return try broadened(query, from: numbers) ?? Hits(numbers, of: query) }
    for other in query.alternatives(by: vocabulary) {
      let numbers = try self.numbers(other)
      if !numbers.isEmpty { return Hits(numbers, of: other) }
    }
    return Hits([], of: query)
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
