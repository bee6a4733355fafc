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

  @Test("an unfinished word is compared with the beginnings of words")
  func unfinished() {
    #expect(vocabulary.corrections(of: "trasnfor") == [])
    #expect(vocabulary.corrections(of: "trasnfor", isUnfinished: true) == ["transformer", "transformers"])
    #expect(vocabulary.corrections(of: "okonwk", isUnfinished: true) == ["okonkwo"])
  }
}
