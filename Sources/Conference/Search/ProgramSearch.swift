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
    try await papers(text, in: program, known: [paperWords])
  }

  /// Everything that is not a paper: keynotes, workshops, socials, sessions, sponsors, questions and answers.
  public func pages(_ text: String, in program: Program) async throws -> Hits<EntryName> {
    try await pages(text, in: program, known: [pageWords])
  }

  /// Papers and everything else for the same words; a word that either knows is not taken for a typing error.
  public func everything(_ text: String, in program: Program) async throws -> (
    papers: Hits<Int>, pages: Hits<EntryName>
  ) {
    let papers = try await papers(text, in: program, known: [paperWords, pageWords])
    let pages = try await pages(text, in: program, known: [pageWords, paperWords], isForgiving: papers.found.isEmpty)
    return (papers, pages)
  }

  private func papers(_ text: String, in program: Program, known: [Vocabulary]) async throws -> Hits<Int> {
    let positions = positions.all(in: program)
    let position = { @Sendable (number: Int) in
      positions.indices.contains(number) && positions[number] >= 0 ? Int(positions[number]) : nil
    }
    let hits = try await find(text, .papers, known, isForgiving: true) { position($0).map { program.papers[$0].title } }
    return hits.map { $0.compactMap(position) }
  }

  private func pages(_ text: String, in program: Program, known: [Vocabulary], isForgiving: Bool = true) async throws
    -> Hits<EntryName>
  {
    let hits = try await find(text, .pages, known, isForgiving: isForgiving) {
      program.numbers[$0].flatMap(program.title)
    }
    return hits.map { $0.compactMap { program.numbers[$0] } }
  }

  /// - Parameter isForgiving: whether words that do occur may be typing errors where nothing has all of them.
  private func find(
    _ text: String, _ ranking: SearchRanking, _ known: [Vocabulary], isForgiving: Bool,
    title: @escaping @Sendable (Int) -> String?
  ) async throws -> Hits<Int> {
    let query = SearchQuery(text).understood(by: known)
    guard !query.terms.isEmpty else { return Hits() }
    return try await database.read { connection in
      let numbers = try ranking.numbers(query, connection, title: title)
      guard numbers.isEmpty, isForgiving, let vocabulary = known.first else { return Hits(numbers, of: query) }
      for other in query.alternatives(by: vocabulary) {
        let numbers = try ranking.numbers(other, connection, title: title)
        if !numbers.isEmpty { return Hits(numbers, of: other) }
      }
      return Hits([], of: query)
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
  private let last = Mutex<(version: Int, positions: [Int32])?>(nil)

  /// By number; −1 where there is no such paper.
  func all(in program: Program) -> [Int32] {
    last.withLock { last -> [Int32] in
      if let last, last.version == program.version { return last.positions }
      let largest = program.numbers.keys.reduce(-1) { Swift.max($0, $1) }
      var positions = [Int32](repeating: -1, count: largest + 1)
      for (number, name) in program.numbers where name.kind == .paper && number >= 0 {
        positions[number] = program.position(ofPaper: name.id).map(Int32.init) ?? -1
      }
      last = (program.version, positions)
      return positions
    }
  }
}

extension Program {
  /// What an entry that is not a paper is called on its page.
  @Sendable fileprivate func title(of name: EntryName) -> String? {
    switch name.kind {
    case .event: EventReference(name.id).flatMap { event($0) }?.title
    case .session: session(name.id)?.title
    case .sponsor: sponsor(name.id)?.name
    default: nil
    }
  }
}
