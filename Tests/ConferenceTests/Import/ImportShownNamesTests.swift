import Testing

@testable import Conference

/// Names and titles as portals show them, which ours would have to say otherwise.
@Suite struct ImportShownNamesTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "authors of a portal lose the signs behind their names and keep their places of work",
    arguments: [
      ("Ada Lovelace*|Alan Turing†", ["Ada Lovelace", "Alan Turing"], [nil, nil]),
      (
        "Ada Lovelace* (University of London); Alan Turing (KCL)*", ["Ada Lovelace", "Alan Turing"],
        ["University of London", "KCL"]
      ),
      (
        "Lovelace, Ada; Di Luca, Alan*; Hopper, Grace", ["Ada Lovelace", "Alan Di Luca", "Grace Hopper"],
        [nil, nil, nil]
      ),
      ("Lovelace, Ada*", ["Ada Lovelace"], [nil]),
      ("Ada Lovelace (1), Alan Turing (1)", ["Ada Lovelace", "Alan Turing"], [nil, nil]),
      ("Augusta (Ada) Lovelace|Alan Turing (Prof)", ["Augusta (Ada) Lovelace", "Alan Turing (Prof)"], [nil, nil]),
      ("Ada Lovelace (she/her)|Alan Turing, PhD", ["Ada Lovelace (she/her)", "Alan Turing, PhD"], [nil, nil]),
    ] as [(String, [String], [String?])])
  func authors(cell: String, names: [String], affiliations: [String?]) {
    let reading = read(["config.yml": "name: X\n", "papers.csv": "UID,title,authors\np1,One,\"\(cell)\"\n"])
    #expect(reading.draft.papers.first?.authors.map(\.name) == names)
    #expect(reading.draft.papers.first?.authors.map(\.affiliation) == affiliations)
  }

  @Test("in our own folders a name is what is written")
  func own() {
    let reading = read(["conference.yml": "name: X\n", "papers.csv": "id,title,authors\np1,One,Ada* (K C L)|\n"])
    #expect(reading.draft.papers.first?.authors == [Person(name: "Ada* (K C L)")])
  }

  @Test("a column of authors with their places of work counts more than one of names alone")
  func richer() {
    let reading = read(["papers.csv": "uid,title,authors_and_affil,authors\n1,One,Ada Lovelace (London),Lovelace A\n"])
    #expect(reading.draft.papers.first?.authors == [Person(name: "Ada Lovelace", affiliation: "London")])
    #expect(reading.problems == [])
  }

  @Test("what has no title but people is called by them, and a session of a portal by whatever names it")
  func titles() {
    let reading = read([
      "config.yml": "name: X\n", "panels.csv": "UID,title,speaker,institution\nP1,,Ada Lovelace,London\n",
      "tutorials.csv": "UID,title,authors\nT1,,Ada Lovelace|Alan Turing\n",
      "sessions.json": "[{\"UID\": \"s1\", \"session\": \"Posters\", \"start_time\": \"2026-04-28T08:00:00Z\"}]",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.events.map(\.title).sorted() == ["Ada Lovelace", "Ada Lovelace, Alan Turing"])
    #expect(reading.draft.sessions.map(\.title) == ["Posters"])
  }

  @Test("a session of a portal that has no end is taken for an hour, which is said once for each file")
  func endless() {
    let events = "uid,title,start_date,start_time\n1,A,2026-04-28,8:00\n2,B,2026-04-28,9:30\n"
    let reading = read(["config.yml": "name: X\n", "events.csv": events])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2026-04-28T09:00:00Z", "2026-04-28T10:30:00Z"])
    let warnings = reading.problems.filter { $0.severity == .warning && $0.message.contains("an hour") }
    #expect(warnings.map(\.place.line) == [2])
    #expect(warnings.first?.message.contains("2×") == true)
    #expect(read(["conference.yml": "name: X\n", "events.csv": events]).errors.map(\.place.line) == [2, 3])
  }
}
