import Foundation
import Testing

@testable import Conference

@Suite struct ImportVariantTests {
  private func papers(_ file: String, _ text: String) -> [Paper] {
    let reading = Importer.read(ConferenceFolder(files: [file: Array(text.utf8)]))
    #expect(reading.errors == [])
    return reading.draft.papers
  }

  static let same: [(String, String)] = [
    ("papers.csv", "UID,title,authors,keywords\np1,One,Ada Lovelace|Alan Turing,a|b\n"),
    ("papers.csv", "id;title;author;keyword\np1;One;Ada Lovelace|Alan Turing;a|b\n"),
    ("papers.tsv", "paper_id\tTitle\tAuthors\tKeywords\np1\tOne\tAda Lovelace; Alan Turing\ta;b\n"),
    ("papers.csv", "\u{FEFF}id,title,authors,keywords\r\np1,One,Ada Lovelace and Alan Turing,a|b\r\n"),
    (
      "papers.json",
      "[{\"id\": \"p1\", \"title\": \"One\", \"authors\": [\"Ada Lovelace\", \"Alan Turing\"], \"keywords\": [\"a\", \"b\"]}]"
    ),
    (
      "papers.json",
      "{\"p1\": {\"content\": {\"title\": \"One\", \"authors\": [\"Ada Lovelace\", \"Alan Turing\"], \"keywords\": [\"a\", \"b\"]}, \"forum\": \"p1\"}}"
    ),
    (
      "papers.json",
      "[{\"UID\": \"p1\", \"title\": \"One\", \"authors\": [{\"name\": \"Ada Lovelace\"}, {\"name\": \"Alan Turing\"}], \"keywords\": \"a|b\"}]"
    ),
    ("papers.yml", "- UID: p1\n  title: One\n  authors: [Ada Lovelace, Alan Turing]\n  keywords:\n    - a\n    - b\n"),
    ("papers.yaml", "papers:\n  - id: p1\n    title: One\n    author: Ada Lovelace & Alan Turing\n    keywords: a;b\n"),
    (
      "papers.csv",
      "id,title,authors,keywords\np1,One,\"[\"\"Ada Lovelace\"\", \"\"Alan Turing\"\"]\",\"['a', 'b']\"\n"
    ),
    ("papers.tsv", "id\ttitle\tauthors\tkeywords\np1\tOne\t['Ada Lovelace', 'Alan Turing',]\t[\"a\", \"b\"]\n"),
    ("main_papers.csv", "UID,title,authors,keywords\np1,One,\"Ada Lovelace, Alan Turing\",a|b\n"),
  ]

  @Test("the same paper is read from whatever a fork made of it", arguments: same)
  func forks(file: String, text: String) {
    let papers = papers(file, text)
    #expect(papers.map(\.id) == ["p1"])
    #expect(papers.first?.title == "One")
    #expect(papers.first?.authors.map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(papers.first?.keywords == ["a", "b"])
  }

  @Test("people who are records in a list keep what is said of them, and what is not understood of them is named")
  func peopleOfTheirOwn() throws {
    let ada = "{name: Ada Lovelace, affiliation: London, email: ada@example.org, shoe: 38}"
    let reading = Importer.read(
      ConferenceFolder(files: [
        "papers.yml": Array("- {id: p1, title: One, authors: [\(ada), Alan Turing]}\n".utf8),
        "sessions.yml": Array(
          """
          - {id: s1, kind: poster, title: S, start: 2026-05-01T10:00Z, end: 2026-05-01T11:00Z, chairs: [\(ada)]}

          """.utf8),
        "keynotes.yml": Array("- {id: k1, title: K, speakers: [\(ada)]}\n".utf8),
      ]))
    #expect(reading.errors == [])
    let expected = Person(name: "Ada Lovelace", affiliation: "London", email: "ada@example.org")
    #expect(reading.draft.papers[0].authors == [expected, Person(name: "Alan Turing")])
    #expect(reading.draft.sessions[0].chairs == [expected])
    #expect(reading.draft.events[0].people == [expected])
    let named = reading.problems.filter { "\($0)".contains("shoe") }
    #expect(named.count == 3)
  }

  @Test(
    "names are told apart whatever stands between them",
    arguments: [
      ("A B & C D", ["A B", "C D"]), ("A B · C D", ["A B", "C D"]), ("A B, C D and E F", ["A B", "C D", "E F"]),
      ("A B, C D, & E F", ["A B", "C D", "E F"]),
      ("Walcott-Bryant, Aisha", ["Walcott-Bryant, Aisha"]), ("Ferdinand de Saussure", ["Ferdinand de Saussure"]),
      ("A|", ["A"]), ("", []),
    ])
  func names(text: String, expected: [String]) { #expect(Names.split(text) == expected) }

  @Test(
    "among three names and more, one of a single word is somebody; in doubt, and among places of work, it is not",
    arguments: [
      ("Plato, Alan Turing, Ada Lovelace", ["Plato", "Alan Turing", "Ada Lovelace"]),
      ("Plato, Alan Turing", ["Plato, Alan Turing"]), ("Ada Lovelace, MIT, Boston", ["Ada Lovelace, MIT, Boston"]),
      ("Alan Turing, Martin King, Jr.", ["Alan Turing, Martin King, Jr."]),
    ])
  func singleWords(text: String, expected: [String]) {
    #expect(Names.split(text, areOnlyNames: true) == expected)
  }

  @Test(
    "a list that a program wrote into a cell is told from text in brackets",
    arguments: [
      ("[]", []), ("['a']", ["a"]), ("[\"a\", 'b, c' ,]", ["a", "b, c"]),
      ("['O\\'Brien', \"\\u00e9\"]", ["O'Brien", "é"]),
      ("[1, 2]", nil), ("[a]", nil), ("['a'", nil), ("['a' 'b']", nil), ("['a]", nil), ("[", nil), ("", nil),
    ] as [(String, [String]?)])
  func literals(text: String, expected: [String]?) { #expect(ListLiteral.items(text) == expected) }

  @Test("a keyword or a name that looks like a list of a program survives export and import")
  func literalTexts() throws {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.papers = [
      Paper(id: "p1", title: "One", authors: [Person(name: "['a']")], keywords: ["['a']"]),
      Paper(
        id: "p2", title: "Two", authors: [Person(name: "[\"a"), Person(name: "b\"]")], keywords: ["[\"a", "b\"]"]),
    ]
    let imported = RoundTrip.imported(draft).draft
    #expect(imported.papers == draft.papers)
  }

  @Test(
    "an author's address is kept apart from the name, and one in place of a name is an error, since names are shown")
  func addresses() {
    let text = "id,title,authors\np1,One,Ada Lovelace <ada@example.org>; Alan Turing (alan@example.org)\n"
    #expect(papers("papers.csv", text).first?.authors.map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(papers("papers.csv", text).first?.authors.map(\.email) == ["ada@example.org", "alan@example.org"])
    let wrong = Importer.read(
      ConferenceFolder(files: ["papers.csv": Array("id,title,authors\np1,One,Ada|alan@example.org\n".utf8)]))
    #expect(wrong.errors.map(\.place.description) == ["papers.csv:2:8"])
  }

  @Test(
    "each file of a real folder may be missing, alone",
    .enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"),
    arguments: ["iclr2020/sitedata", "acl2020", "iclr2020-miniconf"])
  func missing(name: String) throws {
    let files = try TrimmedFolder.files(of: name)
    for file in files.keys.sorted() {
      var rest = files
      rest[file] = nil
      let reading = Importer.read(ConferenceFolder(files: rest))
      // What refers to entries of the file that is missing is named; nothing else fails.
      #expect(
        reading.errors.allSatisfy { $0.message.contains("there is no") }, "\(file): \(reading.errors.prefix(2))")
      #expect(DraftCheck(reading.draft).problems == [], "\(file)")
      #expect(reading.unreadable == [], "\(file)")
    }
  }

  @Test(
    "a folder in JSON says the same as one in YAML",
    .enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"),
    arguments: ["iclr2020/sitedata", "acl2020"])
  func converted(name: String) throws {
    let files = try TrimmedFolder.files(of: name)
    var other = files
    for (file, bytes) in files where file.hasSuffix(".yml") {
      var problems = Problems()
      guard let node = YAMLText.parse(String(decoding: bytes, as: UTF8.self), file: file, problems: &problems) else {
        continue
      }
      other[file] = nil
      let data = try JSONSerialization.data(
        withJSONObject: Self.object(node), options: [.fragmentsAllowed, .sortedKeys])
      // JSONSerialization sorts or shuffles keys, which maps of sessions do not mind.
      other[file.replacing(".yml", with: ".json")] = Array(data)
    }
    other["sponsors.tsv"] = nil
    let (one, two) = (Importer.read(ConferenceFolder(files: files)), Importer.read(ConferenceFolder(files: other)))
    #expect(two.errors.map(\.message).sorted() == one.errors.map(\.message).sorted())
    #expect(Counts(two.draft) == Counts(one.draft))
    #expect(Set(two.draft.sessions) == Set(one.draft.sessions))
    #expect(Set(two.draft.events) == Set(one.draft.events))
  }

  private static func object(_ node: Node) -> Any {
    switch node.value {
    case .null: NSNull()
    case .text(let text): text
    case .list(let items): items.map { object($0) }
    case .map(let entries):
      Dictionary(
        entries.map { ($0.key, object($0.value)) }, uniquingKeysWith: { first, last in first is NSNull ? last : first })
    }
  }
}
