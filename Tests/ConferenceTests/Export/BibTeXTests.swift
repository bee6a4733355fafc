import Testing

@testable import Conference

@Suite("References in BibTeX")
struct BibTeXTests {
  private let conference = NightConference.draft.conference

  private func paper(_ title: String, by names: String..., id: String = "1") -> Paper {
    Paper(id: id, title: title, authors: names.map { Person(name: $0) })
  }

  @Test("an entry is made of what is known about the paper")
  func made() {
    var paper = paper("On the $\\ell_1$ norm & 5% of it", by: "Ngozi Okonkwo", "José Núñez")
    paper.forum = "https://openreview.net/forum?id=a_b%20{c}"
    let expected = #"""
      @inproceedings{okonkwo2026ell1,
        title = {{On the $\ell_1$ norm \& 5\% of it}},
        author = {Ngozi Okonkwo and José Núñez},
        booktitle = {Proceedings of Night \& Day},
        year = {2026},
        url = {https://openreview.net/forum?id=a_b%20%7Bc%7D}
      }
      """#
    #expect(BibTeX.entry(for: paper, conference: conference) == expected)
  }

  @Test("what is not known is left out")
  func unknown() {
    var paper = paper("Title")
    paper.pdf = "media/1.pdf"
    let entry = BibTeX.entry(for: paper, conference: ConferenceInfo(id: "c", name: "Conf"))
    #expect(entry == "@inproceedings{title,\n  title = {{Title}},\n  booktitle = {Conf}\n}")
  }

  @Test("the year is the citation's, else that of the first day")
  func year() {
    var info = conference
    info.citationDate = "spring"
    info.start = Day(iso: "2031-01-01")
    #expect(BibTeX.entry(for: paper("T"), conference: info).contains("  year = {2031},\n") == false)
    #expect(BibTeX.entry(for: paper("T"), conference: info).contains("  year = {2031}\n"))
    #expect(BibTeX.entry(for: paper("T"), conference: conference).contains("  year = {2026}\n"))
  }

  @Test("the paper's own reference is used as it is")
  func own() {
    var paper = paper("Title")
    paper.bibtex = "\n@article{ Own:2020 ,\n title={A {B} \\& C}}\n"
    #expect(BibTeX.entry(for: paper, conference: conference) == "@article{ Own:2020 ,\n title={A {B} \\& C}}")
  }

  @Test(
    "what is no reference, or would swallow the next one, is replaced by one that is made",
    arguments: ["", "see our website", "@article{a, title={x}", "@article{a, title=x}}", "@article{}", "@comment{x}"])
  func unusable(text: String) {
    var paper = paper("Title")
    paper.bibtex = text
    #expect(BibTeX.entry(for: paper, conference: conference).hasPrefix("@inproceedings{2026title,"))
  }

  @Test(
    "a key is the family name, the year and the first telling word, in ASCII",
    arguments: [
      ("Ngozi Okonkwo", "The Art of Asking", "okonkwo2026art"), ("Núñez, José", "A norm", "nunez2026norm"),
      ("Łukasz Ćwikła-Żak", "Über uns", "cwiklazak2026uber"), ("Ada King Jr.", "ß & co.", "king2026ss"),
      ("张伟", "学习", "zhangwei2026xuexi"), ("", "The", "2026the"), ("!", "?", "2026"),
    ])
  func key(name: String, title: String, expected: String) {
    #expect(BibTeXKeys.key(for: paper(title, by: name), year: "2026") == expected)
  }

  @Test("a paper of which nothing can be written in ASCII has its id as a key")
  func keyOfNothing() {
    #expect(BibTeXKeys.key(for: paper("?", id: "W3.a"), year: nil) == "paper-w3-a")
  }

  @Test("keys in a file are unique, whoever wrote the entries, and whatever their case")
  func file() {
    var own = paper("T")
    own.bibtex = "@misc{Okonkwo2026title, title={x}}\n@misc{okonkwo2026title-2, crossref={x}}"
    let same = paper("Title", by: "N. Okonkwo")
    let file = BibTeX.file([same, own, same, same], conference: conference)
    #expect(
      BibTeXSource.keys(in: file).map { String(file[$0]) } == [
        "okonkwo2026title", "Okonkwo2026title-2", "okonkwo2026title-2-2", "okonkwo2026title-3", "okonkwo2026title-4",
      ])
    #expect(file.hasSuffix("}\n"))
    #expect(BibTeX.file([], conference: conference) == "")
  }
}
