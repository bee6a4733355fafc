/// The keywords of a conference's papers, of which people choose what interests them.
public struct Interests: Sendable {
  /// So many may one choose.
  public static let most = 30
  /// So many parts may a keyword have that has commas in it.
  private static let longest = 4

  /// As most papers write them, the most frequent first.
  public let words: [String]
  private let byText: [String: Int]
  private let byWords: [String: Int]

  public init(_ program: Program) { self.init(program.catalog.keywords.map(\.value)) }

  public init(_ words: [String]) {
    self.words = words
    let numbered = words.enumerated()
    byText = Dictionary(numbered.map { (Folding.folded($1), $0) }) { first, _ in first }
    byWords = Dictionary(numbered.map { (Self.key($1), $0) }) { first, _ in first }
  }

  /// The keywords that somebody chose, and those that they typed with commas between them, each once; throws for what is none and names the nearest one.
  ///
  /// - Parameter kept: what they had chosen before, which stays also where no paper has it any more.
  func checked(_ chosen: [String], typed: String?, keeping kept: [String]) throws -> [String] {
    var found: [String] = []
    for word in try chosen.map({ try kept.contains($0) ? $0 : keyword($0) }) + typedWords(typed ?? "")
    where !found.contains(word) {
      found.append(word)
    }
    guard found.count <= Self.most else {
      throw Self.problem("there are more than \(Self.most)", "Choose the most important ones.")
    }
    return found
  }

  private func typedWords(_ text: String) throws -> [String] {
    let parts = text.split(separator: ",", maxSplits: 200).map(String.init)
    var words: [String] = []
    var place = 0
    while place < parts.count {
      // A keyword may have a comma in it.
      let end = (place + 1...min(place + Self.longest, parts.count)).last { known(parts[place..<$0]) != nil }
      if let end, let word = known(parts[place..<end]) {
        words.append(word)
        place = end
      } else {
        if parts[place].contains(where: { !$0.isWhitespace }) { words.append(try keyword(parts[place])) }
        place += 1
      }
    }
    return words
  }

  private func known(_ parts: ArraySlice<String>) -> String? { known(parts.joined(separator: ",")) }

  /// The keyword that a text is, however it is capitalized, accented and hyphenated.
  private func known(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let key = Self.key(line)
    let place = byText[Folding.folded(line)] ?? (key.isEmpty ? nil : byWords[key])
    return place.map { words[$0] }
  }

  private func keyword(_ text: String) throws -> String {
    guard let line = try Newcomer.line(text, "Interests", atMost: 100), let word = known(line) else {
      let near = nearest(to: text)
      throw Self.problem(
        "“\(text.prefix(100))” is a keyword of no paper",
        near.map { "Did you mean “\($0)”?" } ?? "Choose one that is offered while you type.")
    }
    return word
  }

  /// The most frequent keyword that begins with the text, else one that is written nearly like it.
  func nearest(to text: String) -> String? {
    let key = Self.key(text)
    guard !key.isEmpty, key.count <= EditDistance.limit else { return nil }
    if key.count >= 3, let longer = words.first(where: { Self.key($0).hasPrefix(key) }) { return longer }
    let distance = EditDistance(from: key.unicodeScalars.map(\.value))
    let near = words.map { (word: $0, edits: distance.to(Self.key($0).unicodeScalars.map(\.value)[...])) }
      .min { $0.edits < $1.edits }
    return near.flatMap { $0.edits <= max(1, key.count / 3) ? $0.word : nil }
  }

  private static func key(_ text: String) -> String { Folding.words(of: text).joined(separator: " ") }

  private static func problem(_ problem: String, _ advice: String) -> ConferenceError {
    .invalid(field: "Interests", problem: problem, advice: advice)
  }
}
