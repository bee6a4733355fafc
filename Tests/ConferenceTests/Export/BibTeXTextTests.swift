import Testing

@testable import Conference

@Suite("Text in BibTeX")
struct BibTeXTextTests {
  @Test(
    "what means something to TeX is escaped, but for maths",
    arguments: [
      ("R&D, 5% of #1 a_b", ##"R\&D, 5\% of \#1 a\_b"##), ("$a_1$ & $b^2$ c_d", #"$a_1$ \& $b^2$ c\_d"#),
      ("$$x_1$$_", #"$$x_1$$\_"#), ("costs $5 or $10_", #"costs \$5 or \$10\_"#), (#"\$5 a_b \$6"#, #"\$5 a\_b \$6"#),
      ("one $ only_", #"one \$ only\_"#), ("$ $", #"\$ \$"#), ("$}{$", #"\$\textbraceright{}\textbraceleft{}\$"#),
      ("{~^<>\\", #"\textbraceleft{}\textasciitilde{}\textasciicircum{}\textless{}\textgreater{}\textbackslash{}"#),
      ("a\r\n\tb\u{0}c", "a b c"), ("Größe 学习 🤗", "Größe 学习 🤗"), ("%\u{301}", "\\%\u{301}"),
      (#"$a\$b_c$"#, #"$a\$b_c$"#),
    ])
  func escaped(text: String, expected: String) {
    #expect(BibTeXText.escaped(text) == expected)
  }

  @Test("whatever is written, braces are closed and no line is broken")
  func balanced() {
    var random = RandomText(seed: 5)
    for _ in 0..<1000 {
      let text = random.text(upTo: 60)
      let results = [BibTeXText.escaped(text), BibTeXText.author(text) ?? "", BibTeXText.url(text)]
      #expect(results.allSatisfy { BibTeXSource.isBalanced(Substring($0)) && !$0.contains(where: \.isNewline) })
    }
  }

  @Test(
    "a name that holds the word and is one name",
    arguments: [("Ana and Co", "{Ana and Co}"), ("Anand Sand", "Anand Sand"), (" \n", nil), ("A  & B", #"A \& B"#)])
  func author(name: String, expected: String?) {
    #expect(BibTeXText.author(name) == expected)
  }
}
