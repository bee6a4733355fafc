import Conference

extension Session.Kind {
  /// "1 poster session", "15 workshops"
  func counted(_ count: Int) -> String { "\(count) \(count == 1 ? words.one : words.many)" }

  /// As a list of them is headed: "Poster sessions", "Live Q&As".
  var plural: String { words.many.prefix(1).uppercased() + words.many.dropFirst() }

  private var words: (one: String, many: String) {
    switch self {
    case .qa: ("live Q&A", "live Q&As")
    case .poster, .oral: (KindTag.name(self).lowercased(), KindTag.name(self).lowercased() + "s")
    case .mentoring, .plenary, .expo, .sponsor:
      (KindTag.name(self).lowercased() + " session", KindTag.name(self).lowercased() + " sessions")
    case .keynote, .workshop, .tutorial, .social, .other:
      (KindTag.name(self).lowercased(), KindTag.name(self).lowercased() + "s")
    }
  }
}

extension Collection where Element == Session {
  /// The kind that all of them have; nil if there are several, or none.
  var sharedKind: Session.Kind? {
    guard let first, allSatisfy({ $0.kind == first.kind }) else { return nil }
    return first.kind
  }

  /// "15 workshops" where all are of a kind, else "15 events".
  var countedByKind: String { (sharedKind ?? .other).counted(count) }
}
