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

  private func paper(named id: String) -> EntryName? { paper(id).map { EntryName(kind: .paper, id: $0.id) } }
  private func session(named id: String) -> EntryName? { session(id).map { EntryName(kind: .session, id: $0.id) } }
}
