import Testing

@testable import Conference

@Suite(.bothDatabases) struct SearchTypingTests {
  private let papers = [
    Paper.about("okonkwo", "Rivers in winter", by: ["Amara Okonkwo", "Zoë Müller-Lüdenscheidt"], "On reinforcement."),
    Paper.about("bengio", "Stones in spring", by: ["Samy Bengio", "Ivor W. Tsang"], "On pre-training and Q-learning."),
    Paper.about(
      "soren", "Mountains in autumn", by: ["Søren Łukaszewicz", "Brendan O'Donoghue"],
      "A convolutional view of pretraining, state of the art."),
  ]

  @Test(
    "a mistyped name or word is found, and the correction is told",
    arguments: [
      ("Okonkow", "okonkwo", "okonkwo"), ("okonkvo", "okonkwo", "okonkwo"), ("Bengoi", "bengio", "bengio"),
      ("reinforcmeent", "okonkwo", "reinforcement"),
      ("convolutoinal", "soren", "convolutional"), ("ocnvolutoinal", "soren", "convolutional"),
      ("mountians", "soren", "mountains"),
    ])
  func corrected(typed: String, id: String, meant: String) async throws {
    try await SearchScratch.with(papers) { scratch in
      let hits = try await scratch.hits(typed)
      #expect(hits.found.map { scratch.program.papers[$0].id } == [id])
      #expect(hits.corrected == [Correction(typed: typed.lowercased(), meant: [meant])])
      #expect(hits.words == [meant])
    }
  }

  @Test("only the word that is wrong is corrected")
  func oneOfTwo() async throws {
    try await SearchScratch.with(papers) { scratch in
      let hits = try await scratch.hits("Ivor Tsnag")
      #expect(hits.found.map { scratch.program.papers[$0].id } == ["bengio"])
      #expect(hits.corrected.map(\.typed) == ["tsnag"])
    }
  }

  @Test("a word that exists is taken as it is, unless all words together find nothing")
  func existing() async throws {
    let papers = self.papers + [Paper.about("river", "Stoned", by: ["Ada Ivory"])]
    try await SearchScratch.with(papers) { scratch in
      let alone = try await scratch.hits("stoned")
      #expect(alone.found.map { scratch.program.papers[$0].id } == ["river"])
      #expect(alone.corrected == [])
      let together = try await scratch.hits("bengio stoned")
      #expect(together.found.map { scratch.program.papers[$0].id } == ["bengio"])
      #expect(together.corrected.map(\.typed) == ["stoned"])
    }
  }

  @Test("a word that is like no other is left out beside others, and told; alone it finds nothing")
  func ignored() async throws {
    try await SearchScratch.with(papers) { scratch in
      let hits = try await scratch.hits("qqzzxxyy rivers")
      #expect(hits.found.map { scratch.program.papers[$0].id } == ["okonkwo"])
      #expect(hits.ignored == ["qqzzxxyy"])
      let none = try await scratch.hits("qqzzxxyy")
      #expect(none.found == [])
      #expect(none.ignored == [])
    }
  }

  @Test(
    "accents, case, hyphens, apostrophes, unfinished words and middle names do not matter",
    arguments: [
      ("muller", "okonkwo"), ("MÜLLER", "okonkwo"), ("Mu\u{308}ller", "okonkwo"),
      ("Zoe Muller Ludenscheidt", "okonkwo"), ("müllerlüdenscheidt", "okonkwo"),
      ("okon", "okonkwo"), ("am ok", "okonkwo"), ("soren lukasz", "soren"), ("Søren", "soren"), ("O’Donoghue", "soren"),
      ("odonoghue", "soren"),
      ("o donoghue", "soren"), ("Ivor Tsang", "bengio"), ("Ivor W Tsang", "bengio"), ("Ivor X Tsang", "bengio"),
      ("samy b", "bengio"), ("q-learning", "bengio"),
      ("qlearning", "bengio"), ("state-of-the-art", "soren"),
    ])
  func alike(text: String, id: String) async throws {
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids(text)
      #expect(ids == [id])
    }
  }

  @Test("words with and without a hyphen find each other", arguments: ["pretraining", "pre-training", "Pre‑training"])
  func hyphens(text: String) async throws {
    try await SearchScratch.with(papers) { scratch in
      let ids = try await scratch.ids(text)
      #expect(Set(ids) == ["bengio", "soren"])
    }
  }

  @Test(
    "scripts without case and with composed letters are found as they are written",
    arguments: ["機械学習", "한국어", "हिन्दी", "Шостакович", "がくしゅう", "Ελληνικά"])
  func scripts(word: String) async throws {
    try await SearchScratch.with(papers + [Paper.about("there", "On \(word) texts")]) { scratch in
      let ids = try await scratch.ids(word)
      #expect(ids == ["there"])
    }
  }

  @Test("a single letter finds what it begins in titles and names, not in abstracts")
  func oneLetter() async throws {
    try await SearchScratch.with([
      Paper.about("title", "Zebras"), Paper.about("name", "Rivers", by: ["Ada Zuse"]),
      Paper.about("abstract", "Stones", "Zebras"),
    ]) { scratch in
      let ids = try await scratch.ids("z")
      #expect(Set(ids) == ["title", "name"])
    }
  }
}
