import Testing

@testable import Conference

@Suite struct SearchVocabularyTests {
  private let vocabulary = Vocabulary([
    ("learning", 900), ("leaning", 3), ("yearning", 50), ("transformer", 70), ("transformers", 40), ("okonkwo", 2),
    ("wang", 30), ("2020", 8), ("", 5), ("größe", 1),
  ])

  @Test("it knows words and their beginnings")
  func contains() {
    #expect(["learning", "l", "transf", "größe", "gr", "2020"].allSatisfy { vocabulary.contains(prefix: $0) })
    #expect(["learningx", "x", "transg", "zz", "\u{10FFFF}"].allSatisfy { !vocabulary.contains(prefix: $0) })
    #expect(vocabulary.frequency(of: "learning") == 900)
    #expect(vocabulary.frequency(of: "learn") == 0)
    #expect(Vocabulary([]).contains(prefix: "a") == false)
  }

  @Test(
    "corrections share the first letter where any does, then the nearest and most frequent come first",
    arguments: [
      ("lerning", ["learning", "leaning"]), ("tearning", ["learning", "yearning"]), ("okonkow", ["okonkwo"]),
      ("wnag", ["wang"]), ("grösse", []),
      ("trnasfromer", ["transformer"]), ("transformre", ["transformer"]),
    ])
  func corrections(typed: String, meant: [String]) { #expect(vocabulary.corrections(of: typed) == meant) }

  @Test(
    "short words, numbers and monsters are not corrected",
    arguments: ["wan", "wg", "2021", "20200", "", String(repeating: "learning", count: 100)])
  func none(typed: String) { #expect(vocabulary.corrections(of: typed) == []) }

  @Test("the neighbors of a word begin with any letter; numbers have none")
  func neighbors() {
    #expect(vocabulary.neighbors(of: "tearning") == ["learning", "yearning"])
    #expect(vocabulary.neighbors(of: "learning") == ["yearning", "leaning"])
    #expect(vocabulary.neighbors(of: "ang") == ["wang"])
    #expect(["202", "2021", "w", ""].allSatisfy { vocabulary.neighbors(of: $0) == [] })
  }

  @Test("an unfinished word is compared with the beginnings of words")
  func unfinished() {
    #expect(vocabulary.corrections(of: "trasnfor") == [])
    #expect(vocabulary.corrections(of: "trasnfor", isUnfinished: true) == ["transformer", "transformers"])
    #expect(vocabulary.corrections(of: "okonwk", isUnfinished: true) == ["okonkwo"])
  }

  @Test("words that keep the typed letters in order come before others that are not far more frequent")
  func keeping() {
    let vocabulary = Vocabulary([("transform", 60), ("transforms", 50), ("transformer", 35)])
    #expect(vocabulary.corrections(of: "transformr") == ["transformer", "transform", "transforms"])
    let frequent = Vocabulary([("transform", 600), ("transformer", 35)])
    #expect(frequent.corrections(of: "transformr") == ["transform", "transformer"])
  }

  @Test("a word that hardly occurs has a neighbor that is fifty times as frequent, or none")
  func neighbor() {
    let vocabulary = Vocabulary([
      ("reinforcement", 100), ("reinforcment", 2), ("reinforcemen", 3), ("learning", 49), ("lerning", 1),
      ("model", 900),
      ("modl", 1),
    ])
    #expect(vocabulary.frequentNeighbor(of: "reinforcment") == "reinforcement")
    for word in ["reinforcemen", "reinforcement", "lerning", "modl", "nothing", "reinforc"] {
      #expect(vocabulary.frequentNeighbor(of: word) == nil, "\(word)")
    }
  }
}
