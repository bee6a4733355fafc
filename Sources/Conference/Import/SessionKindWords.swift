extension Session.Kind {
  /// The kind that a person's words name: "poster", "Posters", "Poster Session", "Live Q&A"; nil where they name none.
  init?(words text: String) {
    let words = text.lowercased()
    if let kind = Self(rawValue: words) {
      self = kind
    } else if let found = Self.named.first(where: { words.contains($0.word) }) {
      self = found.kind
    } else {
      return nil
    }
  }

  // The order matters: a "keynote Q&A" is a Q&A.
  private static let named: [(word: String, kind: Session.Kind)] = [
    ("poster", .poster), ("q&a", .qa), ("live qa", .qa), ("qa session", .qa), ("question", .qa), ("keynote", .keynote),
    ("invited", .keynote), ("tutorial", .tutorial), ("workshop", .workshop), ("plenary", .plenary),
    ("mentor", .mentoring), ("expo", .expo), ("sponsor", .sponsor), ("social", .social), ("meet-up", .social),
    ("meetup", .social), ("oral", .oral), ("break", .other), ("registration", .other), ("session", .other),
  ]
}
