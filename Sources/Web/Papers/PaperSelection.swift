import Conference

/// The papers that a filter selects, in its order.
struct PaperSelection {
  /// What papers are narrowed down by, a bit for each.
  struct Narrowing: OptionSet {
    let rawValue: UInt8
    static let session = Narrowing(rawValue: 1)
    static let keyword = Narrowing(rawValue: 2)
    static let track = Narrowing(rawValue: 4)
    static let kind = Narrowing(rawValue: 8)
    static let program = Narrowing(rawValue: 16)
    static let author = Narrowing(rawValue: 32)
    static let theme = Narrowing(rawValue: 64)
    static let words = Narrowing(rawValue: 128)
  }

  /// Positions in the program's papers.
  let positions: [Int]
  let hits: Hits<Int>?
  /// How long looking for the words took.
  let searched: Duration?
  /// For each paper what it fails; nil where nothing is asked for.
  private let failures: [Narrowing]?

  init(_ filter: PaperFilter, _ visit: Visit) async throws {
    let program = visit.program
    var hits: Hits<Int>?
    let started = ContinuousClock.now
    if let text = filter.text { hits = try await visit.search.papers(text, in: program) }
    searched = hits.map { _ in ContinuousClock.now - started }
    self.hits = hits
    let found = hits?.found ?? Array(program.papers.indices)
    failures = filter.isNarrowed || hits != nil ? Self.failures(filter, hits?.found, program) : nil
    let selected = failures.map { failures in found.filter { failures[$0].isEmpty } } ?? found
    positions = Self.ordered(selected, filter, visit)
  }

  /// How many of the papers would be left if they were narrowed down to these in place of what the narrowing says now.
  func count(of papers: [Int], by narrowing: Narrowing) -> Int {
    guard let failures else { return papers.count }
    return papers.reduce(0) { $0 + (failures[$1].subtracting(narrowing).isEmpty ? 1 : 0) }
  }

  private static func failures(_ filter: PaperFilter, _ found: [Int]?, _ program: Program) -> [Narrowing] {
    var failures = [Narrowing](repeating: [], count: program.papers.count)
    func require(_ narrowing: Narrowing, _ papers: some Sequence<Int>) {
      var isIn = [Bool](repeating: false, count: failures.count)
      for position in papers { isIn[position] = true }
      for position in failures.indices where !isIn[position] { failures[position].insert(narrowing) }
    }
    func require(
      _ narrowing: Narrowing, _ values: [String], of facets: [Catalog.Facet],
      isSame: (String, String) -> Bool = { $0 == $1 }
    ) {
      guard !values.isEmpty else { return }
      require(narrowing, facets.filter { facet in values.contains { isSame($0, facet.value) } }.flatMap(\.papers))
    }
    let positions = { (ids: [String]) in ids.compactMap { program.position(ofPaper: $0) } }
    let catalog = program.catalog
    if let found { require(.words, found) }
    if !filter.sessions.isEmpty {
      require(.session, filter.sessions.flatMap { program.positions(ofPapersIn: $0) })
    }
    if let author = filter.author { require(.author, catalog.papers(by: author)) }
    if let theme = filter.theme { require(.theme, positions(program.themes.first { $0.id == theme }?.papers ?? [])) }
    require(.keyword, filter.keywords.map { $0.lowercased() }, of: catalog.keywords) { $0 == $1.lowercased() }
    require(.track, filter.tracks, of: catalog.tracks)
    require(.program, filter.programs, of: catalog.programs)
    require(.kind, filter.kinds, of: catalog.kinds) { $0 == $1.lowercased() }
    return failures
  }

  private static func ordered(_ positions: [Int], _ filter: PaperFilter, _ visit: Visit) -> [Int] {
    switch filter.order {
    case .relevance: return positions
    case .title:
      let ranks = visit.program.catalog.titleRanks
      return positions.sorted { ranks[$0] < ranks[$1] }
    case .shuffle:
      // The same all day for a visitor, another tomorrow and another for others: nobody's paper is always last.
      let seed = UInt64(bitPattern: Int64(visit.today.number)) &* 31 &+ UInt64(visit.shuffle)
      return positions.map { (mixed(UInt64($0) ^ seed &* 0x9E37_79B9_7F4A_7C15), $0) }.sorted { $0 < $1 }.map(\.1)
    }
  }

  /// The output function of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
