import Testing

@testable import Conference

@Suite struct LaTeXLettersTests {
  @Test(
    "names are read with the letters that LaTeX writes in braces, behind signs or as words",
    arguments: [
      (#"J{\"o}rg M{\"u}ller"#, "Jörg Müller"), (#"J\"org M\"{u}ller"#, "Jörg Müller"),
      (#"Fran{\c c}ois {\'E}cole"#, "François École"), (#"Fran\c{c}ois"#, "François"), (#"Fran\c cois"#, "François"),
      (#"P{\'e}ter Erd\H{o}s"#, "Péter Erdős"), (#"P\'eter \'Eric"#, "Péter Éric"), (#"Garc{\'\i}a"#, "García"),
      (#"Garc\'{\i}a Mu\~noz"#, "García Muñoz"), (#"{\O}yvind \O{}yvind \O yvind"#, "Øyvind Øyvind Øyvind"),
      (#"Nguy{\~{\^e}}n Nguy\~{\^{e}}n Nguy{\~\^e}n"#, "Nguyễn Nguyễn Nguyễn"), (#"Ng\d{\^o}"#, "Ngộ"),
      (#"Gro{\ss}"#, "Groß"), (#"{\AA}sa {\L}ukasz"#, "Åsa Łukasz"), (#"Nikoli\'c"#, "Nikolić"),
      (#"{van der Berg}, J{\"o}rg"#, "van der Berg, Jörg"), (#"D\'Angelo"#, #"D\'Angelo"#), ("{a: b}", "{a: b}"),
      (#"\newcommand A\n"#, #"\newcommand A\n"#),
    ])
  func names(written: String, read: String) { #expect(LaTeXLetters.decoded(written, isName: true) == read) }

  @Test(
    "in titles what programs escaped and what is mathematics stays as it is",
    arguments: [
      (#"G{\"o}del's Na\"ive {GAN}s"#, "Gödel's Naïve {GAN}s"), (#"don\'t say \"ok\""#, #"don\'t say \"ok\""#),
      (#"The $\hat{\'e}$ of {\'e}tale $x$"#, #"The $\hat{\'e}$ of étale $x$"#),
      (#"1\. One of Xi\'an"#, #"1\. One of Xi\'an"#),
      (#"costs \$5 {\'e}"#, #"costs \$5 {\'e}"#), (#"a\c b"#, #"a\c b"#),
    ])
  func titles(written: String, read: String) { #expect(LaTeXLetters.decoded(written) == read) }

  @Test("a folder is read so")
  func folder() {
    let table = #"""
      id,title,authors
      p1,"G{\""o}del","Erd{\H o}s, P{\'a}l and M\""uller, J\""org"

      """#
    let reading = Importer.read(ConferenceFolder(files: ["papers.csv": Array(table.utf8)]))
    #expect(reading.problems == [])
    #expect(reading.draft.papers.map(\.title) == ["Gödel"])
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Pál Erdős", "Jörg Müller"])
  }
}
