import Testing

@testable import Conference

/// Authors in one cell, as spreadsheets and reviewing systems have them.
@Suite struct ImportAuthorListTests {
  private func read(_ cells: [String]) -> Reading {
    let rows = cells.enumerated().map { "p\($0),Title \($0),\"\($1)\"\n" }
    let table = "id,title,authors\n" + rows.joined()
    return Importer.read(
      ConferenceFolder(files: ["conference.yml": Array("name: X\n".utf8), "papers.csv": Array(table.utf8)]))
  }

  @Test(
    "surnames before commas, initials, suffixes and lines are told apart",
    arguments: [
      ("van der Berg, Jan and de la Cruz, María", ["Jan van der Berg", "María de la Cruz"]),
      ("García Márquez, Gabriel and Doe, Jane", ["Gabriel García Márquez", "Jane Doe"]),
      ("Smith, John, Jr. and Doe, Jane", ["John Smith Jr.", "Jane Doe"]),
      ("Doe, J., Smith, J. A., and Li, W.", ["J. Doe", "J. A. Smith", "W. Li"]),
      ("Doe, J.-P., Smith, J. A.", ["J.-P. Doe", "J. A. Smith"]),
      ("Ada Lovelace, PhD and Alan Turing, Ph.D.", ["Ada Lovelace, PhD", "Alan Turing, Ph.D."]),
      ("Ada Lovelace and Alan Turing\nGrace Hopper", ["Ada Lovelace", "Alan Turing", "Grace Hopper"]),
      ("Ada Lovelace,\nAlan Turing and\nGrace Hopper", ["Ada Lovelace", "Alan Turing", "Grace Hopper"]),
      ("Lovelace, Ada\nTuring, Alan", ["Ada Lovelace", "Alan Turing"]),
      ("Lovelace, Ada; Turing, Alan", ["Ada Lovelace", "Alan Turing"]),
      ("Ada Lovelace (University of London)*; Alan Turing (KCL)", ["Ada Lovelace", "Alan Turing"]),
      ("Ada Lovelace; Alan Turing", ["Ada Lovelace", "Alan Turing"]),
      ("Doe, Jane|Smith, John", ["Doe, Jane", "Smith, John"]),
      ("Jane Doe, MIT; John Smith, KCL", ["Jane Doe, MIT", "John Smith, KCL"]),
    ])
  func lists(cell: String, names: [String]) {
    let reading = read([cell])
    #expect(reading.errors == [])
    #expect(reading.draft.papers.first?.authors.map(\.name) == names)
    #expect(reading.problems.filter { $0.severity == .warning } == [])
  }

  @Test("what the rows of a table show together holds for those with one author, and is said once")
  func together() {
    let reading = read([
      "", "Lovelace, Ada* (University of London)", "Turing, Alan; de Luca, Ada (KCL)", "Hopper, Grace",
    ])
    #expect(reading.draft.papers[2].authors.map(\.name) == ["Alan Turing", "Ada de Luca"])
    #expect(reading.draft.papers[3].authors.map(\.name) == ["Grace Hopper"])
    #expect(reading.draft.papers[1].authors == [Person(name: "Ada Lovelace", affiliation: "University of London")])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["note papers.csv:3:12"])
    #expect(reading.problems.first?.message.contains("“Lovelace, Ada” is taken for Ada Lovelace") == true)
    #expect(reading.problems.first?.more?.count == 2)
    // Where nothing shows it, names are what is written.
    #expect(read(["Lovelace, Ada"]).draft.papers.first?.authors == [Person(name: "Lovelace, Ada")])
  }

  @Test(
    "where commas do not tell who the authors are, that is said, once for each file",
    arguments: [
      "Doe, Jane, Smith, John", "Jane Doe, MIT, USA", "Jane Doe, Example University",
      "Plato, Alan Turing and Ada Lovelace", "Ada Lovelace, PhD, Alan Turing",
    ])
  func doubts(cell: String) {
    let reading = read([cell, "Ada Lovelace, Alan Turing", cell])
    #expect(reading.errors == [])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning papers.csv:2:12"])
    #expect(reading.problems.first?.message.contains("“\(cell)” is taken for") == true)
    #expect(reading.problems.first?.more?.map(\.line) == [4])
  }

  @Test("that is said of lines with places of work behind commas, too")
  func doubtfulLines() {
    let reading = read(["Ada Lovelace, University of London\nAlan Turing, Example Institute"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning papers.csv:2:12"])
    let message = reading.problems.first?.message ?? ""
    #expect(message.contains("“Ada Lovelace, University of London Alan Turing"), "\(message)")
    #expect(message.contains("is taken for 4 authors"), "\(message)")
  }
}
