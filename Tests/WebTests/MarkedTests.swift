import Testing

@testable import Web

@Suite struct MarkedTests {
  @Test(
    "words are marked where they begin, signs included, but not in formulas",
    arguments: [
      (["goo"], "Google, good; ago", "<mark>Goo</mark>gle, <mark>goo</mark>d; ago"),
      (["c++"], "C++11 and c, cats", "<mark>C++</mark>11 and c, cats"),
      (["x"], "x $x$ y-x", "<mark>x</mark> $x$ y-<mark>x</mark>"),
      (["sorensen"], "By “Sørensen” & Sorensens", "By “Sørensen” &amp; <mark>Sorensen</mark>s"),
      (["muller"], "“Müller” x", "“<mark>Müller</mark>” x"), ([], "<a>", "&lt;a&gt;"), (["q"], "", ""),
    ])
  func marks(words: [String], text: String, html: String) { #expect(Marked(words).html(text).string == html) }

  @Test("an offset is where the first mark stands")
  func offset() {
    #expect(Marked(["goo"]).offset(in: "é ago Google") == 7)
    #expect(Marked(["goo"]).offset(in: "ago") == nil)
    #expect(Marked([]).offset(in: "ago") == nil)
  }

  private func around(_ word: String, _ text: String) -> String {
    Marked([word]).offset(in: text).map { Excerpt.around($0, of: text, length: 40) } ?? "none"
  }

  @Test("an excerpt is cut between words, and whole formulas stay whole")
  func excerpts() {
    let text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    #expect(around("one", text) == "one two three four five six seven eight…")
    #expect(around("seven", text) == "…five six seven eight nine ten eleven…")
    #expect(around("fourteen", text) == "…ten eleven twelve thirteen fourteen")
    let formula = "one two three four five $alpha + beta + gamma$ six seven eight nine ten eleven twelve thirteen"
    #expect(around("six", formula) == "…six seven eight nine ten eleven twelve…")
    #expect(around("eight", formula) == "…six seven eight nine ten eleven twelve…")
    #expect(around("two", "one two") == "one two")
    #expect(around("漢", String(repeating: "字", count: 50) + " 漢").hasSuffix("漢"))
  }
}
