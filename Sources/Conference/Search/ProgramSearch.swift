import Database
import Synchronization

/// Finds papers and everything else by words: beginnings count, accents and case don't, and typing errors are forgiven.
public struct ProgramSearch: Sendable {
  private let database: Database
  private let paperWords: Vocabulary
  private let pageWords: Vocabulary
  private let positions = PaperPositions()

  /// Reads the vocabulary of the index as it stands; make a new one when the program changed.
  public init(_ database: Database) async throws {
    self.database = database
    (paperWords, pageWords) = try await database.read { connection in
      (
        Vocabulary(try Self.words("SELECT term, doc FROM paper_words", connection)),
        Vocabulary(try Self.words("SELECT term, doc FROM page_words", connection))
      )
    }
  }

  /// Positions of papers in `program.papers`.
  public func papers(_ text: String, in program: Program) async throws -> Hits<Int> {
    try await papers(text, in: program, .forgiving([paperWords]))
  }

  /// Everything that is not a paper: keynotes, workshops, socials, sessions, sponsors, questions and answers.
  public func pages(_ text: String, in program: Program) async throws -> Hits<EntryName> {
    try await pages(text, in: program, .forgiving([pageWords]))
  }

  /// Papers and everything else for the same words; what one side, or an organizer's name, has as it was typed is taken for a
  /// typing error on neither side.
  public func everything(_ text: String, in program: Program) async throws -> (
    papers: Hits<Int>, pages: Hits<EntryName>
  ) {
    let asTyped = try await pages(text, in: program, .asTyped(pageWords))
    guard asTyped.found.isEmpty, program.members(named: text).isEmpty else {
      return (try await papers(text, in: program, .asTyped(paperWords)), asTyped)
    }
    let papers = try await papers(text, in: program, .forgiving([paperWords, pageWords]))
    if !papers.found.isEmpty, papers.isAsTyped { return (papers, asTyped) }
    let known = [pageWords, paperWords]
    let pages = try await pages(text, in: program, papers.found.isEmpty ? .forgiving(known) : .correcting(known))
    return try await agreeing(papers, pages, in: program)
  }

  /// Where one side has the title that was meant, the other has the words of that title, or nothing.
  private func agreeing(_ papers: Hits<Int>, _ pages: Hits<EntryName>, in program: Program) async throws -> (
    papers: Hits<Int>, pages: Hits<EntryName>
  ) {
    switch (papers.title, pages.title) {
    case (let title?, nil): (papers, try await self.pages(title, in: program, .asTyped(pageWords)))
    case (nil, let title?): (try await self.papers(title, in: program, .asTyped(paperWords)), pages)
    default: (papers, pages)
    }
  }

  private func papers(_ text: String, in program: Program, _ manner: Manner) async throws -> Hits<Int> {
    let positions = positions.all(in: program)
    let position = { @Sendable (number: Int) in
      positions.indices.contains(number) && positions[number] >= 0 ? Int(positions[number]) : nil
    }
    let texts = EntryTexts(
      title: { position($0).map { program.papers[$0].title } },
      all: { position($0).map { program.papers[$0].texts } ?? [] })
    let named = program.entry(withIdIn: text).flatMap { $0.kind == .paper ? program.position(ofPaper: $0.id) : nil }
    return try await find(text, .papers, named == nil ? manner : .asTyped(paperWords), texts).compactMap(position)
      .beginning(with: named)
  }

  private func pages(_ text: String, in program: Program, _ manner: Manner) async throws -> Hits<EntryName> {
    let texts = EntryTexts(
      title: { program.numbers[$0].flatMap(program.title) }, all: { program.numbers[$0].map(program.texts) ?? [] })
    let named = program.entry(withIdIn: text).flatMap { $0.kind == .session ? $0 : nil }
    return try await find(text, .pages, named == nil ? manner : .asTyped(pageWords), texts)
      .compactMap { program.numbers[$0] }.beginning(with: named)
  }

  /// What may be found besides entries that have all words as they were typed.
  private enum Manner {
    /// Nothing.
    case asTyped(Vocabulary)
    /// What has other words for those that none of the vocabularies knows; the first has the others.
    case correcting([Vocabulary])
    /// The same, and where nothing has all words, or next to nothing, what has other words for those that do occur.
    case forgiving([Vocabulary])
  }

  private func find(_ text: String, _ ranking: SearchRanking, _ manner: Manner, _ texts: EntryTexts) async throws
    -> Hits<Int>
  {
    let (known, isForgiving) =
      switch manner {
      case .asTyped(let vocabulary): ([vocabulary], false)
      case .correcting(let vocabularies): (vocabularies, false)
      case .forgiving(let vocabularies): (vocabularies, true)
      }
    let query = SearchQuery(text).understood(by: known)
    guard !query.terms.isEmpty, let vocabulary = known.first else { return Hits() }
    if case .asTyped = manner, !query.isAsTyped { return Hits() }
    return try await database.read { connection in
      let search = ForgivingSearch(ranking: ranking, connection: connection, texts: texts, vocabulary: vocabulary)
      return isForgiving ? try search.hits(query) : try search.found(query)
    }
  }

  private static func words(_ sql: SQL, _ connection: Connection) throws -> [(word: String, count: Int)] {
    var words: [(word: String, count: Int)] = []
    try connection.forEach(sql) { words.append((try $0.value(0), try $0.value(1))) }
    return words
  }
}

/// Where in the program the papers stand that the index knows by number; found out once for each version.
private final class PaperPositions: Sendable {
  private let last = Mutex<[Key: [Int32]]>([:])

  /// What an audience may see differs in how many papers there are.
  private struct Key: Hashable {
    let version: Int
    let count: Int
  }

  /// By number; −1 where there is no such paper.
  func all(in program: Program) -> [Int32] {
    let key = Key(version: program.version, count: program.papers.count)
    return last.withLock { last -> [Int32] in
      if let known = last[key] { return known }
      let largest = program.numbers.keys.reduce(-1) { Swift.max($0, $1) }
      var positions = [Int32](repeating: -1, count: largest + 1)
      for (number, name) in program.numbers where name.kind == .paper && number >= 0 {
        positions[number] = program.position(ofPaper: name.id).map(Int32.init) ?? -1
      }
      last = last.filter { $0.key.version == program.version }
      last[key] = positions
      return positions
    }
  }
}
