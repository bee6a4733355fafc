import Testing

@testable import Conference

/// Names of people in the shapes that files give them.
@Suite struct ImportNameShapeTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "names may be in parts, and two people may stand in one item",
    arguments: [
      "[{\"first\": \"Ada\", \"last\": \"Lovelace\"}, {\"given_name\": \"Alan\", \"middle\": \"M.\", \"family_name\": \"Turing\"}]",
      "[{\"full_name\": \"Ada Lovelace\"}, \"Alan M. Turing\"]", "[\"Ada Lovelace and Alan M. Turing\"]",
      "\"Ada Lovelace and Alan M. Turing\"", "[\"Ada Lovelace\", \"Alan M. Turing\"]",
    ])
  func names(authors: String) {
    let reading = read(["papers.json": "[{\"id\": 1, \"title\": \"One\", \"authors\": \(authors)}]"])
    #expect(reading.problems == [])
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Ada Lovelace", "Alan M. Turing"])
  }

  @Test("an author without a name costs the author, with a warning at the place")
  func nameless() {
    let reading = read([
      "papers.json": "[{\"id\": 1, \"title\": \"One\", \"authors\": [\n{\"orcid\": 5}, {\"name\": \"Ada Lovelace\"}]}]"
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Ada Lovelace"])
    #expect(
      reading.problems.filter { $0.severity == .warning }.map(\.place) == [
        Place(file: "papers.json", line: 2, column: 1)
      ])
  }

  @Test("a table of authors may have their names in parts")
  func table() {
    let reading = read([
      "papers.csv": "id,title\np1,One\n", "authors.csv": "paper,first_name,last_name\np1,Ada,Lovelace\np1,,Plato\n",
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Ada Lovelace", "Plato"])
  }
}
