import Testing

@testable import Conference

/// What is done about words that are wrong on one side, or that others have mistyped too.
@Suite(.bothDatabases) struct SearchForgivingTests {
  private func town() -> Draft {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.papers = [
      Paper.about("down", "Slowing down", "Accepted to ICLR on its own."),
      Paper.about("m", "Maps", by: ["Ada Mohamed"]),
    ]
    draft.events = [Event(kind: .social, name: "1", title: "ICLR Town")]
    draft.members = [Member(id: "shakir", person: Person(name: "Shakir Mohamed"), role: "Chair")]
    return draft
  }

  @Test("what a page has as it was typed is not corrected on the side of the papers")
  func pageAsTyped() async throws {
    try await SearchScratch.with(town()) { scratch in
      let (papers, pages) = try await scratch.search.everything("ICLR Town", in: scratch.program)
      #expect(pages.found.map(\.id) == ["social/1"])
      #expect(pages.isAsTyped)
      #expect(papers.found == [])
      #expect(papers.corrected == [])
    }
  }

  @Test("an organizer's name is not a typing error, and papers are not shown without a part of it")
  func memberAsTyped() async throws {
    try await SearchScratch.with(town()) { scratch in
      let (papers, pages) = try await scratch.search.everything("Shakir Mohamed", in: scratch.program)
      #expect(scratch.program.members(named: "mohamed shak").map(\.person.name) == ["Shakir Mohamed"])
      #expect(papers.found == [])
      #expect(papers.ignored == [])
      #expect(pages.found == [])
      let both = try await scratch.search.everything("Mohamed", in: scratch.program)
      #expect(both.papers.found.count == 1)
    }
  }

  @Test("what papers have as it was typed is not corrected on the side of the pages")
  func paperAsTyped() async throws {
    try await SearchScratch.with(town()) { scratch in
      let (papers, pages) = try await scratch.search.everything("ICLR down", in: scratch.program)
      #expect(papers.found.count == 1)
      #expect(pages.found == [])
      #expect(pages.corrected == [])
    }
  }

  @Test("where neither side has all words as typed, both forgive")
  func neither() async throws {
    try await SearchScratch.with(town()) { scratch in
      let (_, pages) = try await scratch.search.everything("ICLR Twon", in: scratch.program)
      #expect(pages.found.map(\.id) == ["social/1"])
      #expect(pages.corrected == [Correction(typed: "twon", meant: ["town"])])
    }
  }

  private let misspelled =
    (0..<120).map { Paper.about("p\($0)", "Paper \($0)", by: ["Wei Zhangli"], "On reinforcement learning.") }
    + [Paper.about("wrong", "Rivers", "On reinforcment learning.")]

  @Test(
    "a typing error that stands in one paper does not hide all others: that paper comes first, the others follow, and it is told",
    arguments: ["reinforcment", "reinforcment lerning", "learning reinforcment"])
  func broadened(text: String) async throws {
    try await SearchScratch.with(misspelled) { scratch in
      let hits = try await scratch.hits(text)
      #expect(hits.found.count == 121)
      #expect(scratch.program.papers[hits.found[0]].id == "wrong")
      #expect(hits.broadened == [Correction(typed: "reinforcment", meant: ["reinforcement"])])
      #expect(hits.words.contains("reinforcement"))
    }
  }

  @Test("a rare name, a title as it was typed, and a short word are not taken for another word")
  func notBroadened() async throws {
    let papers =
      misspelled + [
        Paper.about("name", "Stones", by: ["Ada Zhangl"]), Paper.about("title", "Reinforcments"),
        Paper.about("short", "Hills", "On papr."),
      ]
    try await SearchScratch.with(papers) { scratch in
      for (text, id) in [("Zhangl Ada", "name"), ("Reinforcments", "title"), ("papr", "short")] {
        let hits = try await scratch.hits(text)
        #expect(hits.found.map { scratch.program.papers[$0].id } == [id], "\(text)")
        #expect(hits.broadened == [])
      }
    }
  }

  @Test("of several corrections what has the likeliest stands first")
  func likeliest() async throws {
    let papers = [
      Paper.about("transform", "Transform"), Paper.about("transforms", "Transforms"),
      Paper.about("long", "Monotonic attention", "A transformer of transformers, and much more that is said here."),
      Paper.about("transformer", "A Transformer for rivers"),
    ]
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("transformr")
      #expect(ids.prefix(2) == ["transformer", "long"])
      #expect(Set(ids.suffix(2)) == ["transform", "transforms"])
    }
  }

  @Test(
    "a short name is forgiven a typing error beside another name, and what was meant is what led to something",
    arguments: [("Qiang Lui", "liu"), ("Yueming Lu", "lyu"), ("He Beom Lee", "hae")])
  func shortNames(typed: String, meant: String) async throws {
    let papers = [
      Paper.about("q", "One", by: ["Qiang Liu"]), Paper.about("y", "Two", by: ["Yueming Lyu"]),
      Paper.about("h", "Three", by: ["Hae Beom Lee"]), Paper.about("l", "Four", by: ["Lui Hee", "He Lu"]),
      Paper.about("t", "Qiang was here", "A lie about Yueming and the sea."),
    ]
    try await SearchScratch.with(papers) { scratch in
      let hits = try await scratch.hits(typed)
      #expect(hits.found.map { scratch.program.papers[$0].id } == [typed.prefix(1).lowercased()])
      #expect(hits.corrected.map(\.meant) == [[meant]])
    }
  }

  @Test(
    "a typing error in the first letter is forgiven beside another word, also where other words are near that begin with the typed one",
    arguments: [
      ("Edgar alker", "walker"), ("Xiao hZang", "zhang"), ("homas Kipf", "thomas"), ("etworks neural", "networks"),
      ("ceter Y. Wang", "peter"),
    ])
  func firstLetters(typed: String, meant: String) async throws {
    let papers = [
      Paper.about("walker", "One", by: ["Edgar Walker"]), Paper.about("zhang", "Two", by: ["Xiao Zhang"]),
      Paper.about("thomas", "Three", by: ["Thomas Kipf"]), Paper.about("networks", "Neural networks"),
      Paper.about("peter", "Four", by: ["Peter Y. Wang"]),
      Paper.about("other", "An etwork", by: ["Ada Alter", "Bea Huang"], "A center of homes."),
    ]
    try await SearchScratch.with(papers) { scratch in
      let hits = try await scratch.hits(typed)
      #expect(hits.found.map { scratch.program.papers[$0].id } == [meant])
      #expect(hits.corrected.map(\.meant) == [[meant]])
    }
  }

  @Test("a short word that is typed right is not taken for a name")
  func shortWords() async throws {
    try await SearchScratch.with([.about("a", "A GAN for maps", by: ["Ann Gao"])]) { scratch in
      #expect(try await scratch.ids("gan maps") == ["a"])
      let hits = try await scratch.hits("gan maps")
      #expect(hits.isAsTyped)
      #expect(try await scratch.ids("gap zebra") == [])
    }
  }
}
