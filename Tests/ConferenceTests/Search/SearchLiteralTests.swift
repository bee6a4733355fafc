import Testing

@testable import Conference

/// Words that mean something by their signs or letters alone: "C++", ids.
@Suite(.bothDatabases) struct SearchLiteralTests {
  private let papers = [
    Paper.about("cats", "Cats and clouds", by: ["Aaron C. Courville"]),
    Paper.about("cpp", "A library", "It is written in C++, for all."),
    Paper.about("sharp", "Another library", "Written in C#."), Paper.about("vitamin", "On vitamin C", "Healthy"),
  ]

  @Test(
    "a letter with signs is found as it is typed, and begins no word",
    arguments: [
      ("C++", ["cpp"]), ("c++", ["cpp"]), ("c+", ["cpp"]), ("c#", ["sharp"]), ("library C++", ["cpp"]),
      ("c++ library", ["cpp"]), ("written (C#)", ["sharp"]), ("f#", []),
    ])
  func signed(text: String, found: [String]) async throws {
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids(text)
      #expect(ids == found)
    }
  }

  @Test("where nothing has the signs, the letter stands for itself, and for nobody's initial")
  func signless() async throws {
    try await SearchScratch.with(papers.filter { $0.id == "cats" || $0.id == "vitamin" }) { scratch in
      let ids = try await scratch.ids("c++")
      #expect(ids == ["vitamin"])
    }
  }

  @Test("signs are read where they follow a letter that stands alone")
  func reading() {
    #expect(SignedLetters.read("C++ and F#, not a, ab++ or +") == ["c": "c++", "f": "f#"])
    #expect(SignedLetters.read("none") == [:])
    #expect(SignedLetters.occurs("c++", in: "in C++11"))
    #expect(SignedLetters.occurs("c++", in: "c++"))
    #expect(!SignedLetters.occurs("c++", in: "abc++ c+"))
    #expect(!SignedLetters.occurs("c++", in: ""))
  }

  private func draft() throws -> Draft {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.papers = [
      Paper.about("cites", "The rkgt0REKwS of papers"), Paper.about("rkgt0REKwS", "Rivers"), Paper.about("7", "Stones"),
    ]
    let start = try #require(Instant(iso8601: "2026-04-28T14:00:00Z"))
    draft.sessions = [
      Session(id: "P2S2", kind: .other, title: "Afternoon", start: start, end: start.adding(minutes: 60))
    ]
    draft.events = [Event(kind: .keynote, name: "7", title: "Water")]
    return draft
  }

  @Test(
    "the id of a paper finds it first, alone or in an address",
    arguments: [
      ("rkgt0REKwS", ["rkgt0REKwS", "cites"]), ("RKGT0REKWS", ["rkgt0REKwS", "cites"]),
      (" rkgt0REKwS ", ["rkgt0REKwS", "cites"]),
      ("/papers/rkgt0REKwS", ["rkgt0REKwS", "cites"]), ("7", ["7"]),
      ("https://conference.example/papers/rkgt0REKwS?from=plan#abstract", ["rkgt0REKwS"]),
      ("https://openreview.net/forum?id=rkgt0REKwS", ["rkgt0REKwS"]), ("/keynotes/7", []),
    ])
  func paperId(text: String, found: [String]) async throws {
    try await SearchScratch.with(draft()) { scratch in
      let hits = try await scratch.search.everything(text, in: scratch.program).papers
      #expect(hits.found.map { scratch.program.papers[$0].id } == found)
      #expect(hits.isById == (found.first != nil))
      #expect(hits.isAsTyped)
    }
  }

  @Test("the id of a session finds it", arguments: ["P2S2", "/sessions/P2S2", "p2s2"])
  func sessionId(text: String) async throws {
    try await SearchScratch.with(draft()) { scratch in
      let (papers, pages) = try await scratch.search.everything(text, in: scratch.program)
      #expect(pages.found.map(\.id) == ["P2S2"])
      #expect(papers.found == [])
    }
  }
}
