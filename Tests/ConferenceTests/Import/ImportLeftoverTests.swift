import Testing

@testable import Conference

/// Whatever an import does not use it names, with what was probably meant.
@Suite struct ImportLeftoverTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let papers = "id,title\np1,One\n"

  @Test("files that an import does not know are named, spreadsheets with what to do, and nothing fails")
  func files() {
    let reading = read([
      "papers.csv": Self.papers, "papers.xlsx": "", "Sessions.ods": "", "notes.txt": "", "authors.docx": "",
      "tables/slots.csv": "session,paper\n", "weather.json": "[]", "README": "",
    ])
    #expect(reading.errors == [])
    #expect(
      reading.problems.map { "\($0.severity) \($0.place)" } == [
        "warning Sessions.ods", "note authors.docx", "note notes.txt", "note papers.xlsx", "warning tables/slots.csv",
        "note weather.json",
      ])
    #expect(reading.problems.first?.advice.contains("CSV UTF-8") == true)
  }

  @Test("pictures, pages, licenses and what is like them are passed without a word")
  func silence() {
    let names = [
      "README.md", "LICENSE", "Makefile", "logo.png", "favicon.ico", "main.css", "site.js", "index.html", "poster.pdf",
      "static/fonts/a.woff2", "media/unused.csv", "static/data.json", "~$papers.xlsx", "CNAME", "code-of-conduct.md",
    ]
    var files = Dictionary(uniqueKeysWithValues: names.map { ($0, "x") })
    files["papers.csv"] = Self.papers
    #expect(read(files).problems.map(\.description) == [])
  }

  @Test(
    "a table under nearly the right name is told what it was probably meant to be",
    arguments: [
      ("sesions.csv", "sessions"), ("My conference - Sponsors.csv", "sponsors"), ("authors (1).csv", "authors"),
      ("Keynote.csv", "keynotes"), ("committe.yml", "committee"),
    ])
  func misspelledTable(file: String, table: String) {
    let reading = read(["papers.csv": Self.papers, file: "a,b\n"])
    #expect(reading.problems.map(\.place.description) == [file])
    #expect(reading.problems.first?.advice == "did you mean “\(table).csv”?")
  }

  @Test(
    "a misspelled column is told what it was probably meant to be, also where rows are refused for want of it",
    arguments: [
      ("authers", "authors", 0), ("titel", "title", 1), ("abstrakt", "abstract", 0), ("key-word", "keyword", 0),
    ]
  )
  func misspelledColumn(column: String, meant: String, errors: Int) {
    let reading = read(["papers.csv": errors == 0 ? "id,title,\(column)\np1,One,x\n" : "id,\(column)\np1,x\n"])
    #expect(reading.errors.count == errors)
    let warnings = reading.problems.filter { $0.severity == .warning && $0.place.file == "papers.csv" }
    if column == "key-word" { return #expect(warnings == []) }
    #expect(warnings.map(\.advice) == ["did you mean “\(meant)”?"])
  }

  @Test("a column that is another name of one beside it is not called unknown")
  func otherName() {
    let reading = read(["papers.csv": "id,title,authors,author\np1,One,Ada Lovelace,Alan Turing\n"])
    #expect(reading.problems.map(\.place.description) == ["papers.csv:1:25"] || reading.problems.count == 1)
    #expect(reading.problems.first?.message.contains("means the same") == true)
  }

  @Test("who names a session or a paper by its title is told its id")
  func titles() {
    let reading = read([
      "papers.csv": "id,title,session\np1,One,The posters\n", "slots.csv": "session,paper\nThe posters,one\n",
      "sessions.csv": "id,title,start,end\ns1,The Posters,2026-04-28 9:30,2026-04-28 10:30\n",
    ])
    #expect(
      reading.problems.map(\.advice) == [
        "write its id “s1” instead of its title", "write its id “s1” instead of its title",
        "write its id “p1” instead of its title",
      ])
  }

  @Test(
    "the conference may be a table, with a column for each field or a row for each",
    arguments: ["name,start\nTones,\"April 27, 2026\"\n", "field,value\nname,Tones\nstart,2026-04-27\n"])
  func conferenceTable(text: String) {
    let reading = read(["papers.csv": Self.papers, "conference.csv": text])
    #expect(reading.problems == [])
    #expect(reading.draft.conference.name == "Tones" && reading.draft.conference.start?.iso == "2026-04-27")
  }

  @Test("blank entries of a schedule of orals are passed, and a theme without a day is warned of")
  func blankOrals() {
    let reading = read([
      "papers.csv": Self.papers,
      "oral_schedule.yml": """
      - day: 2026-04-28
        section:
          - {theme: Songs, ids: [p1, '', ' ']}
          - {theme: '', ids: ['', '']}
      - day: ''
        section:
          - {theme: '', ids: ['']}
          - {theme: Speech, ids: [p1]}
      """,
    ])
    #expect(reading.draft.themes.map(\.papers) == [["p1"]])
    #expect(reading.problems.map(\.place.description) == ["oral_schedule.yml:8:7"])
  }

  @Test("what is left out for the same reason in many rows is said once with all places")
  func places() {
    let rows = (1...5).map { "p\($0),One,x.png,good\n" }.joined()
    let reading = read(["papers.csv": "id,title,thumbnail,mood\n" + rows])
    #expect(reading.problems.map { "\($0.place)" } == ["papers.csv:2:8", "papers.csv:2:14"])
    #expect(reading.problems.last?.more?.map(\.line) == [3, 4, 5, 6])
  }

  @Test("a picture on another host is said to be there, not to be missing in the folder")
  func foreignPicture() {
    let reading = read(["papers.csv": "id,title,thumbnail\np1,One,https://example.org/a.png\n"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["note papers.csv:2:8"])
    #expect(reading.problems.first?.message.contains("other hosts") == true)
  }

  @Test("all errors are counted, also beyond those that are listed")
  func manyErrors() {
    let reading = read(["papers.csv": "id,title\n" + (0..<3_000).map { "p\($0),\n" }.joined()])
    #expect(reading.errors.count == 1_000 && reading.errorCount == 3_000 && reading.omitted == 2_000)
  }
}
