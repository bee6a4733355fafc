import Foundation

extension Program {
  /// The paper or session whose id was typed, or pasted with the address of its page or of its reviews.
  func entry(withIdIn text: String) -> EntryName? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.contains(where: \.isWhitespace) else { return nil }
    let pieces = text.split { "/?#&=".contains($0) }.map { $0.removingPercentEncoding ?? String($0) }
    guard pieces.count > 1 else { return pieces.first.flatMap { paper(named: $0) ?? session(named: $0) } }
    for (place, id) in zip(pieces, pieces.dropFirst()) {
      let found =
        switch place {
        case "papers", "id": paper(named: id)
        case "sessions": session(named: id)
        default: EntryName?.none
        }
      if let found { return found }
    }
    return nil
  }

  private func paper(named id: String) -> EntryName? {
    (paper(id)?.id ?? paperIDs.only(id)).map { EntryName(kind: .paper, id: $0) }
  }

  private func session(named id: String) -> EntryName? {
    (session(id)?.id ?? sessionIDs.only(id)).map { EntryName(kind: .session, id: $0) }
  }
}

/// Ids by what they are without the case of their letters.
struct IDsInAnyCase: Sendable {
  /// Nil where there are several.
  private let byFolded: [String: String?]

  init(_ ids: [String]) {
    byFolded = Dictionary(ids.map { (Self.folded($0), $0) }, uniquingKeysWith: { _, _ in nil })
  }

  /// The id that is the same but for the case of its letters, where there is one only.
  func only(_ typed: String) -> String? { byFolded[Self.folded(typed)] ?? nil }

  /// Letters of ASCII in lower case; ids have no others.
  private static func folded(_ id: String) -> String {
    String(decoding: id.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
