/// Names with an @ before them, by which people are told that a message is for them.
///
/// After an @ that follows no letter or digit stands somebody's name, however it is accented and capitalized. Of names that begin alike the longest one
/// counts; no letter or digit follows it, and no hyphen with one. Where several people have the name, nobody is guessed: a `#` and the beginning of an id
/// say who is meant, as in "@Ada Nwosu#k3Xq", which is what browsers then offer. In code, links and formulas nobody is named.
///
/// ``Namable`` says who can be named in a channel.
public enum Mentions {
  /// A stretch of a text, and whom it names.
  public struct Piece: Hashable, Sendable {
    /// As it is shown: without the sign of who is meant.
    public let text: String
    let written: String
    public let account: String?

    fileprivate init(_ written: Substring, shown: Substring? = nil, account: String? = nil) {
      (self.written, text) = (String(written), String(shown ?? written))
      self.account = account
    }
  }

  /// Of several people in a text, so many are told.
  static let most = 10
  /// So much of an id tells people of one name apart, and more of it where that is alike.
  static let shortestSign = 4
  private static let mostPlaces = 50
  private static let longestName = 120
  private static let mostEnds = 24

  /// A text parted into names and what stands between them, in its order.
  public static func pieces(of text: String, naming people: [(id: String, name: String)]) -> [Piece] {
    let ids = Dictionary(grouping: people, by: { Folding.folded($0.name) }).mapValues { $0.map(\.id) }
    var pieces: [Piece] = []
    var start = text.startIndex
    for place in places(in: text) where place >= start {
      guard let named = named(at: place, in: text, ids) else { continue }
      if start < place { pieces.append(Piece(text[start..<place])) }
      pieces.append(Piece(text[place..<named.next], shown: text[place..<named.end], account: named.id))
      start = named.next
    }
    if start < text.endIndex { pieces.append(Piece(text[start...])) }
    return pieces
  }

  /// Whom a text names, each once; at most ten.
  ///
  /// - Parameter prose: the text's stretches in which people are named.
  static func found(in prose: [String], among people: [(id: String, name: String)]) -> [String] {
    var found: [String] = []
    for account in prose.flatMap({ pieces(of: $0, naming: people) }).compactMap(\.account)
    where !found.contains(account) {
      found.append(account)
    }
    return Array(found.prefix(most))
  }

  /// What may be names in a text, folded.
  static func candidates(in prose: [String]) -> Set<String> {
    var candidates: Set<String> = []
    for text in prose {
      for place in places(in: text) {
        let start = text.index(after: place)
        candidates.formUnion(ends(after: place, in: text).map { Folding.folded(String(text[start..<$0])) })
      }
    }
    return candidates
  }

  /// What follows a name to say which of its bearers is meant: a beginning of an id that none of the others has.
  static func sign(of id: String, among namesakes: [String]) -> String {
    let others = namesakes.filter { $0 != id }
    var length = shortestSign
    while length < id.count, others.contains(where: { $0.hasPrefix(id.prefix(length)) }) { length += 1 }
    return String(id.prefix(length))
  }

  private typealias Named = (id: String, end: String.Index, next: String.Index)

  private static func named(at place: String.Index, in text: String, _ ids: [String: [String]]) -> Named? {
    let start = text.index(after: place)
    let ends = ends(after: place, in: text).reversed().map { (end: $0, name: Folding.folded(String(text[start..<$0]))) }
    // A sign comes first, so that nobody takes it for their name.
    for (end, name) in ends {
      guard let sign = sign(at: end, in: text) else { continue }
      let meant = ids[name, default: []].filter { $0.hasPrefix(sign) }
      if meant.count == 1 { return (meant[0], end, text.index(end, offsetBy: sign.count + 1)) }
    }
    guard let (end, name) = ends.first(where: { ids[$0.name] != nil }), sign(at: end, in: text) == nil,
      let namesakes = ids[name], namesakes.count == 1
    else { return nil }
    return (namesakes[0], end, end)
  }

  /// Where names may begin: at each @ that follows no letter or digit, and before one.
  private static func places(in text: String) -> [String.Index] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
    var places: [String.Index] = []
    var (isAfterWord, at) = (false, String.Index?.none)
    for index in text.indices where places.count < mostPlaces {
      let isWord = isWordPart(text[index])
      if let at, isWord { places.append(at) }
      at = text[index] == "@" && !isAfterWord ? index : nil
      isAfterWord = isWord
    }
    return places
  }

  /// Where a name after an @ may end, the nearest first.
  private static func ends(after place: String.Index, in text: String) -> [String.Index] {
    var ends: [String.Index] = []
    var index = text.index(after: place)
    for _ in 0..<longestName where ends.count < mostEnds {
      guard index < text.endIndex, !text[index].isNewline else { break }
      let isSpace = text[index].isWhitespace
      index = text.index(after: index)
      if !isSpace, isEnd(index, in: text) { ends.append(index) }
    }
    return ends
  }

  private static func isEnd(_ index: String.Index, in text: String) -> Bool {
    guard index < text.endIndex else { return true }
    guard text[index] == "-" else { return !isWordPart(text[index]) }
    let after = text.index(after: index)
    return after == text.endIndex || !isWordPart(text[after])
  }

  private static func sign(at end: String.Index, in text: String) -> String? {
    guard end < text.endIndex, text[end] == "#" else { return nil }
    let sign = text[text.index(after: end)...].prefix { $0.isASCII && isWordPart($0) }
    return sign.count >= shortestSign ? String(sign) : nil
  }

  static func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
