/// Finds entries by their titles, whatever the signs, the accents and the case of these; made anew when entries were added.
struct TitleIndex {
  private var ids: [String: String] = [:]
  private var count = 0

  mutating func id(_ title: String, among entries: some Collection<(title: String, id: String)>) -> String? {
    if count != entries.count {
      count = entries.count
      ids = Dictionary(entries.map { (Self.key($0.title), $0.id) }, uniquingKeysWith: { first, _ in first })
    }
    return ids[Self.key(title)]
  }

  private static func key(_ title: String) -> String { Folding.words(of: title).joined(separator: " ") }
}
