import Testing

@testable import Conference

@Suite(.bothDatabases) struct SearchRankingTests {
  private let filler =
    "We study a question that many have asked and measure what follows from it on several sets of data."

  @Test(
    "a word in the title counts more than one in the keywords, that more than an author's name, that more than the abstract"
  )
  func columns() async throws {
    let papers = [
      Paper.about("abstract", "On trees", by: ["Ada Obi"], "Kestrel. " + filler),
      Paper.about("author", "On rivers", by: ["Ada Kestrel"], filler + filler),
      Paper.about("keyword", "On stones", by: ["Ada Obi"], filler, keywords: ["kestrel"]),
      Paper.about("title", "On kestrel", by: ["Ada Obi"], filler),
    ]
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("kestrel")
      #expect(ids == ["title", "keyword", "author", "abstract"])
    }
  }

  @Test("the paper whose title was typed stands first, then titles that begin with it, then those that hold it")
  func exactTitle() async throws {
    let papers = [
      Paper.about(
        "holds", "Beyond deep learning, deep learning and deep learning", "Deep learning, deep learning, deep learning."
      ),
      Paper.about("begins", "Deep learning for rivers"), Paper.about("is", "Deep Learning", filler + filler),
      Paper.about("apart", "Learning in deep water"),
    ]
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("deep learning")
      #expect(ids == ["is", "begins", "holds", "apart"])
    }
  }

  @Test("all words have to occur, wherever they do")
  func allWords() async throws {
    let papers = [
      Paper.about("both", "Maps", by: ["Amara Okonkwo"], "About rivers."), Paper.about("one", "Rivers"),
      Paper.about("other", "Maps", by: ["Amara Okonkwo"]),
    ]
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("okonkwo rivers")
      #expect(ids == ["both"])
    }
  }

  @Test("what has the word itself stands above what only begins with it")
  func wholeWords() async throws {
    let papers = [Paper.about("longer", "Nash games"), Paper.about("itself", "Hard NAS games")]
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("nas")
      #expect(ids == ["itself", "longer"])
    }
  }

  @Test(
    "of very many papers those with the word in the title come first, the shortest title first, and none is lost or told twice"
  )
  func frequentWords() async throws {
    var papers = (0..<3_200).map { Paper.about("p\($0)", "Paper \($0)", "learning") }
    papers.append(Paper.about("keyword", "Stones", keywords: ["learning"]))
    papers.append(Paper.about("long", "Much more about learning"))
    papers.append(Paper.about("short", "On learning"))
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("learning")
      #expect(Array(ids.prefix(3)) == ["short", "long", "keyword"])
      #expect(ids.count == papers.count)
      #expect(Set(ids).count == papers.count)
    }
  }

  @Test("English stop words do not matter beside other words, and are found as a phrase where there is nothing else")
  func stopWords() async throws {
    let papers = [Paper.about("attention", "Attention is all you need"), Paper.about("logic", "Logic and the world")]
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids("attention of the need for")
      #expect(ids == ["attention"])
      let phrase = try await scratch.ids("and the")
      #expect(phrase == ["logic"])
    }
  }

  @Test("a search follows the program when it changes")
  func changes() async throws {
    let first = [Paper.about("a", "Rivers"), Paper.about("b", "Stones")]
    try await SearchScratch.with(first) { scratch in
      let ids = try await scratch.ids("stones")
      #expect(ids == ["b"])
      let gone = Program(draft: nil, version: scratch.program.version + 1, changed: Instant(milliseconds: 0))
      let hits = try await scratch.search.papers("stones", in: gone)
      #expect(hits.found == [])
    }
  }
}
