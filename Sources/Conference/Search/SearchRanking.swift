import Database

/// Asks one full-text table, and puts what it finds in order.
struct SearchRanking: Sendable {
  let table: SQL
  /// BM25, a column's words weighing the more the earlier it stands.
  let rank: SQL
  /// The columns before the last, the most important first.
  let columns: [String]

  static let papers = SearchRanking(
    table: "paper_search", rank: "bm25(paper_search, 12.0, 6.0, 4.0, 1.0)", columns: ["title", "keywords", "people"])
  static let pages = SearchRanking(
    table: "page_search", rank: "bm25(page_search, 12.0, 6.0, 1.0)", columns: ["title", "people"])

  /// How many entries, times the words looked for, are worth computing BM25 for: about half a microsecond each.
  static let limit = 3_000

  /// The numbers of all entries that match, the best first: a title that is what was typed, titles that begin with it, titles
  /// and names that hold it as it stands, then by BM25.
  ///
  /// Where very many match, BM25 tells little about them and costs much, so they are ordered by the column that matches, and
  /// titles by their length.
  ///
  /// What has the likeliest correction stands before what has others; what has "C++" as it is typed takes all the place.
  func numbers(_ query: SearchQuery, _ connection: Connection, _ texts: EntryTexts) throws -> [Int] {
    let match = query.match
    let all = try numbers(match, connection)
    guard all.count > 1 else { return all }
    let signed = query.terms.compactMap(\.signed)
    if !signed.isEmpty, all.count <= Self.limit {
      let literal = Set(all.filter { texts.hold(signed, in: $0) })
      let ordered = try ordered(query, match, all, connection, texts.title)
      return literal.isEmpty ? ordered : ordered.filter(literal.contains)
    }
    guard let likeliest = query.likeliest else { return try ordered(query, match, all, connection, texts.title) }
    let first = try numbers(likeliest, connection, texts)
    var order = Order()
    order.add(first)
    if (all.count - first.count) * query.terms.count <= Self.limit {
      order.add(try ranked("(\(match)) NOT (\(likeliest.match))", connection))
      return order.numbers
    }
    order.add(try ordered(query, match, all, connection, texts.title))
    return order.numbers
  }

  /// Whether a word, or one that it begins, is in somebody's name.
  func hasName(_ word: String, _ connection: Connection) throws -> Bool {
    try !numbers("people : \"\(word)\" *", connection).isEmpty
  }

  private func ordered(
    _ query: SearchQuery, _ match: String, _ all: [Int], _ connection: Connection, _ title: (Int) -> String?
  ) throws -> [Int] {
    var order = Order()
    if query.terms.allSatisfy({ !$0.isCorrected }) { try addPhrases(of: query, to: &order, connection, title) }
    if let preferred = query.preferred {
      order.add(try numbers("\(match) AND \(preferred.match(isAlone: false))", connection))
    }
    if query.terms.count == 1, query.terms[0].isOneLetter, query.terms[0].signed == nil {
      order.add(try numbers(Self.restricted(query.terms[0].match(isAlone: false), to: columns), connection))
    } else if all.count * query.terms.count <= Self.limit {
      let isCheap = all.count * query.terms.count <= Self.limit / 2
      order.add(try ranked(isCheap ? query.matchFavoringWhole : match, connection))
    } else {
      try addByColumn(query, among: all, to: &order, connection, title)
    }
    order.add(all)
    return order.numbers
  }

  /// All words in the title, then one word in the columns that say what a paper is about, or more of several in the title.
  private func addByColumn(
    _ query: SearchQuery, among all: [Int], to order: inout Order, _ connection: Connection, _ title: (Int) -> String?
  ) throws {
    order.add(Self.shortestFirst(try numbers(Self.restricted(query.match, to: columns.prefix(1)), connection), title))
    if query.terms.count < 3 {
      for depth in 2...columns.count {
        order.add(try numbers(Self.restricted(query.match, to: columns.prefix(depth)), connection))
      }
    }
    guard query.terms.count > 1 else { return }
    var points = [Int](repeating: 0, count: (all.last ?? 0) + 1)
    for term in query.terms.prefix(4) {
      let found = try numbers(Self.restricted(term.match(isAlone: false), to: columns.prefix(1)), connection)
      for number in found where number < points.count { points[number] += 1 }
    }
    for most in stride(from: 4, to: 0, by: -1) { order.add(all.filter { points[$0] == most }) }
  }

  private func addPhrases(
    of query: SearchQuery, to order: inout Order, _ connection: Connection, _ title: (Int) -> String?
  ) throws {
    let phrase = SearchTerm.phrase(query.phrase)
    let opening = Self.shortestFirst(try numbers("title : ^ \(phrase)", connection), title)
    order.add(
      opening.prefix(20).filter { number in title(number).map { Folding.words(of: $0) == query.phrase } ?? false })
    guard query.phrase.count > 1 else { return }
    order.add(opening)
    order.add(Self.shortestFirst(try numbers("title : \(phrase)", connection), title))
    order.add(try numbers("people : \(phrase)", connection))
  }

  private func ranked(_ match: String, _ connection: Connection) throws -> [Int] {
    try list(
      "SELECT group_concat(rowid) FROM (SELECT rowid FROM \(table) WHERE \(table) MATCH \(match) ORDER BY \(rank), rowid)",
      connection)
  }

  func numbers(_ match: String, _ connection: Connection) throws -> [Int] {
    try list("SELECT group_concat(rowid) FROM \(table) WHERE \(table) MATCH \(match)", connection)
  }

  private static func restricted(_ match: String, to columns: some Collection<String>) -> String {
    "{\(columns.joined(separator: " "))} : (\(match))"
  }

  private static func shortestFirst(_ numbers: [Int], _ title: (Int) -> String?) -> [Int] {
    numbers.map { (title($0)?.utf8.count ?? .max, $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// One row that lists all numbers is read many times faster than a row for each.
  private func list(_ sql: SQL, _ connection: Connection) throws -> [Int] {
    guard var list: String = try connection.first(sql)?.value(0, as: String?.self) else { return [] }
    var (numbers, number) = ([Int](), 0)
    list.withUTF8 { bytes in
      for byte in bytes {
        if byte == UInt8(ascii: ",") {
          numbers.append(number)
          number = 0
        } else {
          number = number &* 10 &+ Int(byte &- 0x30)
        }
      }
    }
    numbers.append(number)
    return numbers
  }

  /// Numbers in the order in which they were first added.
  private struct Order {
    private(set) var numbers: [Int] = []
    private var isKnown: [Bool] = []

    mutating func add(_ more: some Sequence<Int>) {
      for number in more {
        if number >= isKnown.count { isKnown += [Bool](repeating: false, count: number + 1000 - isKnown.count) }
        guard !isKnown[number] else { continue }
        isKnown[number] = true
        numbers.append(number)
      }
    }
  }
}
