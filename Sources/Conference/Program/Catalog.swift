/// What papers can be filtered by: their tracks, kinds, keywords and authors, and how many papers have each.
public struct Catalog: Sendable {
  public let tracks: [Facet]
  public let kinds: [Facet]
  public let programs: [Facet]
  /// The most frequent first.
  public let keywords: [Facet]
  /// For each paper, where its title stands in the alphabet.
  public let titleRanks: [Int]
  /// Papers by author, under the name as it is compared.
  private let papersByAuthor: [String: [Int]]

  /// A value and the papers that have it.
  public struct Facet: Sendable, Hashable {
    public let value: String
    /// Positions in the program's papers.
    public let papers: [Int]
    public var count: Int { papers.count }
  }

  init(_ papers: [Paper]) {
    tracks = Self.facets(papers) { [$0.track] }.sorted { $0.value < $1.value }
    kinds = Self.facets(papers) { [$0.kind] }.sorted { ($0.count, $0.value) < ($1.count, $1.value) }
    programs = Self.facets(papers) { [$0.program] }.sorted { (-$0.count, $0.value) < (-$1.count, $1.value) }
    keywords = Self.facets(papers) { Array(Set($0.keywords)) }.sorted { (-$0.count, $0.value) < (-$1.count, $1.value) }
    titleRanks = Self.ranks(papers.map { Folding.folded($0.title) })
    var byAuthor: [String: [Int]] = [:]
    for (index, paper) in papers.enumerated() {
      for name in Set(paper.authors.map { Self.authorKey($0.name) }) { byAuthor[name, default: []].append(index) }
    }
    papersByAuthor = byAuthor
  }

  /// Positions of the papers by an author, whatever marks and accents the name is written with.
  public func papers(by author: String) -> [Int] { papersByAuthor[Self.authorKey(author)] ?? [] }

  /// "Md Amirul Islam*" and "md amirul islam" are the same author here.
  static func authorKey(_ name: String) -> String { Folding.words(of: name).joined(separator: " ") }

  private static func ranks(_ titles: [String]) -> [Int] {
    var ranks = [Int](repeating: 0, count: titles.count)
    for (rank, position) in titles.indices.sorted(by: { (titles[$0], $0) < (titles[$1], $1) }).enumerated() {
      ranks[position] = rank
    }
    return ranks
  }

  private static func facets(_ papers: [Paper], _ values: (Paper) -> [String?]) -> [Facet] {
    var positions: [String: [Int]] = [:]
    for (index, paper) in papers.enumerated() {
      for value in values(paper) { if let value { positions[value, default: []].append(index) } }
    }
    return positions.map { Facet(value: $0, papers: $1) }
  }
}
