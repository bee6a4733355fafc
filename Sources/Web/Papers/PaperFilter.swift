import Conference

/// What of the papers is asked for, as it stands in the address.
struct PaperFilter {
  enum Order: String { case relevance, title, shuffle }
  enum Density: String, CaseIterable { case titles, cards, abstracts }

  var text: String?
  var sessions: [String]
  var keywords: [String]
  var tracks: [String]
  var kinds: [String]
  var programs: [String]
  var author: String?
  var theme: String?
  var order: Order
  var density: Density
  var page: Int

  init(_ query: Query) {
    text = query["q"].map { String($0.prefix(200)) }
    sessions = query.all("session")
    keywords = query.all("keyword")
    tracks = query.all("track")
    kinds = query.all("kind").map { $0.lowercased() }
    programs = query.all("program")
    author = query["author"]
    theme = query["theme"]
    density = query["show"].flatMap { Density(rawValue: $0) } ?? .cards
    page = min(10_000, max(1, query["page"].flatMap { Int($0) } ?? 1))
    let (orders, asked) = (Self.orders(text), query["sort"])
    order = orders.first { $0.rawValue == asked } ?? orders[0]
  }

  /// What can be chosen from, what is so by itself first: without words there is nothing to be relevant to; with words, the best match
  /// is what people expect.
  static func orders(_ text: String?) -> [Order] {
    text == nil ? [.shuffle, .title] : [.relevance, .title, .shuffle]
  }

  var pageSize: Int { density == .titles ? 100 : 30 }

  /// Whether anything narrows the papers down besides words.
  var isNarrowed: Bool {
    author != nil || theme != nil || ![sessions, keywords, tracks, kinds, programs].allSatisfy(\.isEmpty)
  }

  /// The address of the same papers, with some of it changed.
  func address(_ change: (inout PaperFilter) -> Void = { _ in }) -> String {
    var other = self
    change(&other)
    var items: [(String, String)] = []
    if let text = other.text { items.append(("q", text)) }
    for (name, values) in [
      ("session", other.sessions), ("keyword", other.keywords), ("track", other.tracks), ("kind", other.kinds),
      ("program", other.programs),
    ] {
      items += values.map { (name, $0) }
    }
    if let author = other.author { items.append(("author", author)) }
    if let theme = other.theme { items.append(("theme", theme)) }
    if Self.orders(other.text).dropFirst().contains(other.order) { items.append(("sort", other.order.rawValue)) }
    if other.density != .cards { items.append(("show", other.density.rawValue)) }
    if other.page > 1 { items.append(("page", "\(other.page)")) }
    return items.isEmpty
      ? "/papers" : "/papers?" + items.map { "\($0.0)=\(Query.encoded($0.1))" }.joined(separator: "&")
  }
}
