import Testing

@testable import Conference

@Suite struct MentionTextTests {
  private static let people = [
    (id: "aaaa1111", name: "Ada"), (id: "bbbb1111", name: "Ada Nwosu"), (id: "cccc1111", name: "Élodie D'Arc"),
    (id: "dddd1111", name: "Jean-Luc"), (id: "eeee1111", name: "Jean"), (id: "ffff1111", name: "J. Q."),
  ]
  private static let namesakes = [
    (id: "k3Xq1111", name: "Ada Nwosu"), (id: "k3Xz1111", name: "ADA NWOSU"), (id: "mmmm1111", name: "Ada Nwosu#k3Xq"),
  ]

  /// With each name in brackets, and the first letter of whose it is.
  private func marked(_ text: String, _ people: [(id: String, name: String)]) -> String {
    Mentions.pieces(of: text, naming: people).map { piece in
      piece.account.map { "[\(piece.text)|\($0.prefix(1))]" } ?? piece.text
    }.joined()
  }

  @Test(
    "after an @ the longest name that stands there and ends there is meant, however it is written",
    arguments: [
      ("@Ada, see", "[@Ada|a], see"), ("x @ada  nwosu", "x [@ada|a]  nwosu"), ("(@ADA NWOSU)", "([@ADA NWOSU|b])"),
      ("@Ada @ada nwosu", "[@Ada|a] [@ada nwosu|b]"), ("@Adam", "@Adam"), ("@Ada2", "@Ada2"), ("me@Ada", "me@Ada"),
      ("@ Ada", "@ Ada"), ("@@Ada", "@[@Ada|a]"), ("@elodie d'arc's", "[@elodie d'arc|c]'s"),
      ("@Jean-Luc", "[@Jean-Luc|d]"), ("@Jean-Marie", "@Jean-Marie"), ("@Jean - yes", "[@Jean|e] - yes"),
      ("@Ada\nNwosu", "[@Ada|a]\nNwosu"), ("@j. q. says", "[@j. q.|f] says"), ("", ""), ("Ada", "Ada"),
    ])
  func names(text: String, expected: String) {
    #expect(marked(text, Self.people) == expected)
  }

  @Test(
    "of two people of the same name nobody is guessed, and a sign says who is meant, which nobody can take for a name",
    arguments: [
      ("@Ada Nwosu", "@Ada Nwosu"), ("@Ada Nwosu#k3Xq hi", "[@Ada Nwosu|k] hi"),
      ("@ada nwosu#k3Xz.", "[@ada nwosu|k]."),
      ("@Ada Nwosu#k3X", "@Ada Nwosu#k3X"), ("@Ada Nwosu#K3XQ", "@Ada Nwosu#K3XQ"),
      ("@Ada Nwosu#none", "@Ada Nwosu#none"),
    ])
  func namesakes(text: String, expected: String) {
    #expect(marked(text, Array(Self.namesakes.prefix(2))) == expected)
    if expected.contains("[") { #expect(marked(text, Self.namesakes) == expected) }
  }

  @Test("a sign that is nobody's names nobody, though the name is only one person's")
  func wrongSign() {
    #expect(marked("@Ada#zzzz", Self.people) == "@Ada#zzzz")
    #expect(marked("@Ada#aaaa", Self.people) == "[@Ada|a]")
  }

  @Test("signs are as long as it takes to tell people apart")
  func signs() {
    #expect(Mentions.sign(of: "abcd1234", among: ["abcd1234", "xbcd1234"]) == "abcd")
    #expect(Mentions.sign(of: "abcd1234", among: ["abcd1234", "abcd1299"]) == "abcd123")
    #expect(Mentions.sign(of: "abcd", among: ["abcd", "abcd1"]) == "abcd")
  }

  @Test("each is found once, and of a crowd only the first ten")
  func found() {
    let crowd = (10..<30).map { (id: "p\($0)xxxx", name: "Person \($0)") }
    let text = crowd.map { "@\($0.name) and again @\($0.name)" }.joined(separator: ", ")
    #expect(Mentions.found(in: [text], among: crowd) == (10..<20).map { "p\($0)xxxx" })
    #expect(Mentions.found(in: ["no", "@Ada", "@Ada Nwosu"], among: Self.people) == ["aaaa1111", "bbbb1111"])
  }

  @Test("what is looked up holds every name that could be meant")
  func candidates() {
    let names = Mentions.candidates(in: ["Dear @Élodie D'Arc: hello", "none"])
    #expect(names.isSuperset(of: ["elodie", "elodie d'arc"]))
    #expect(Mentions.candidates(in: ["ada@example.org", "@ x"]).isEmpty)
  }
}
