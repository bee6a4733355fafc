extension Session.Kind {
  /// The kind that a person's words name: "poster", "Posters", "Poster Session", "Live Q&A"; nil where they name none.
  init?(words text: String) {
    let words = text.lowercased()
    if let kind = Self(rawValue: words) {
      self = kind
    } else if let found = Self.named.first(where: { group in group.words.contains { words.contains($0) } }) {
      self = found.kind
    } else {
      return nil
    }
  }

  // The order matters: a "keynote Q&A" is a Q&A, and nothing is oral about a "doctoral consortium".
  private static let named: [(kind: Session.Kind, words: [String])] = [
    (.poster, ["poster", "demo"]),
    (.qa, ["q&a", "live qa", "qa session", "question"]),
    (.keynote, ["keynote", "invited", "distinguished"]),
    (.tutorial, ["tutorial", "short course", "masterclass"]),
    (.workshop, ["workshop", "hackathon"]),
    (.mentoring, ["mentor", "doctoral", "office hour", "career"]),
    (.expo, ["expo", "industry", "industrial", "exhibit"]),
    (.sponsor, ["sponsor", "booth"]),
    (
      .plenary,
      [
        "plenary", "panel", "opening", "closing", "welcome", "award", "ceremony", "remarks", "town hall", "townhall",
        "business", "assembly", "debate", "round table", "roundtable",
      ]
    ),
    (
      .social,
      [
        "social", "meet-up", "meetup", "meet up", "music", "concert", "performance", "reception", "banquet", "dinner",
        "party", "networking", "birds of a feather", "affinity", "game", "excursion",
      ]
    ),
    (.oral, ["oral", "talk", "spotlight", "presentation", "lightning", "lecture", "paper"]),
    (.other, ["break", "lunch", "coffee", "registration", "session", "meeting", "misc"]),
  ]
}
