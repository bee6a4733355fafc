import Testing

@testable import Conference

/// Tables of somebody who has not read what the columns are to be called.
@Suite struct ImportAbsentColumnTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "a column that all rows need and the table lacks is told once, with the columns that there are",
    arguments: [
      ("papers.csv", "Nr;Name of the paper;Who\n1;One;A\n2;Two;B\n", ["id", "title"]),
      ("papers.csv", "id;Name of the paper\n1;One\n2;Two\n", ["title"]),
      (
        "sessions.csv", "What;start;end\nTea;2026-04-28 9:00;2026-04-28 10:00\nTea;2026-04-28 9:00;2026-04-28 10:00\n",
        ["title"]
      ),
      ("workshops.csv", "Workshop\nMaps\nTones\n", ["title"]), ("sponsors.csv", "Firm\nAcme\nOther\n", ["name"]),
      ("committee.csv", "Who\nAda\nAlan\n", ["name"]),
    ])
  func columns(file: String, table: String, names: [String]) {
    let errors = read([file: table]).errors
    let header = table.prefix { $0 != "\n" }.split(separator: ";").map { "“\($0)”" }.joined(separator: ", ")
    #expect(errors.map(\.place.description) == names.map { _ in "\(file):2:1" })
    #expect(errors.map { $0.more?.map(\.line) } == names.map { _ in [3] })
    #expect(
      errors.map(\.advice).sorted()
        == names.sorted().map { name in
          "no column is called “\(name)”; if one of \(header) is it, call that so in the first line, or add one"
        })
    #expect(errors.allSatisfy { $0.message.hasSuffix("(2×)") }, "\(errors)")
  }

  @Test("rows that lack what others have are told each")
  func rows() {
    #expect(read(["papers.csv": "id,title\n1,\n2,\n3,One\n"]).errors.map(\.place.line) == [2, 3])
  }

  @Test("without the rows of a table that nobody understands the rest comes in")
  func skipping() {
    let reading = read(["papers.csv": "id,title\np1,One\n", "sponsors.csv": "Firm\nAcme\n"])
    #expect(!reading.isAcceptable(skippingBadRows: false) && reading.isAcceptable(skippingBadRows: true))
    #expect(reading.draft.sponsors == [] && reading.draft.papers.count == 1)
  }

  @Test("a list of registrations is no list of speakers, whatever it is called")
  func registrations() {
    let list = "First Name,Last Name,Email\nAda,Lovelace,ada@example.org\nAlan,Turing,alan@example.org\n"
    let errors = read(["papers.csv": "id,title\np1,One\n", "people.csv": list]).errors
    #expect(errors.map(\.place.description) == ["people.csv"])
    #expect(errors.first?.advice.contains("hatata people import people.csv") == true)
    let others = read(["papers.csv": "id,title\np1,One\n", "Registrations 2026.csv": list]).problems
    #expect(others.map(\.severity) == [.note])
    #expect(others.first?.advice.contains("hatata people import") == true)
  }

  @Test("a room of a building is told to be a link here", arguments: ["Room", "Location"])
  func rooms(column: String) {
    let reading = read([
      "sessions.csv": "title,start,end,\(column)\nTea,2026-04-28 9:00,2026-04-28 10:00,Hall A\n"
    ])
    #expect(reading.problems.map(\.severity) == [.note])
    #expect(reading.problems.first?.advice.contains("“join”") == true)
  }

  @Test("a long number that a spreadsheet shortened is no id")
  func shortened() {
    let errors = read(["papers.csv": "id,title\n1.23E+11,One\n"]).errors
    #expect(errors.count == 1 && errors.first?.message.contains("shortened") == true, "\(errors)")
  }

  @Test(
    "what is not decided yet is left out as what was rejected is",
    arguments: ["Undecided", "Pending", "Waitlist", "No decision", "Under review", "?"])
  func undecided(decision: String) {
    let reading = read(["papers.csv": "id,title,decision\n1,One,Accept\n2,Two,\(decision)\n"])
    #expect(reading.draft.papers.map(\.id) == ["1"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning papers.csv:3:7"])
    #expect(read(["papers.csv": "id,title,status\n1,One,Pending camera-ready\n"]).draft.papers.count == 1)
  }
}
