import Testing

@testable import Conference

/// Papers as OpenReview's interfaces give them.
@Suite struct ImportOpenReviewTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test("notes of the second interface, whose fields are maps with a value, are read beside those of the first")
  func notes() {
    let reading = read([
      "papers.json": """
      {"notes": [
        {"id": "p1", "forum": "p1", "content": {
          "title": {"value": "One"}, "authors": {"value": ["Ada Lovelace", "Alan Turing"]},
          "keywords": {"value": ["a", "b"]}, "abstract": {"value": "Text"}, "pdf": {"value": "/pdf/1.pdf"},
          "venue": {"value": "ICLR 2024 poster"}}},
        {"id": "p2", "forum": "p2", "content": {"title": "Two", "authors": ["Ada Lovelace"], "venue": "ICLR 2024"}}
      ], "count": 2}
      """
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.papers.map(\.title) == ["One", "Two"])
    #expect(reading.draft.papers.map(\.kind) == ["Poster", nil])
    let first = reading.draft.papers.first
    #expect(first?.authors.map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(first?.keywords == ["a", "b"] && first?.abstract == "Text")
    #expect(first?.pdf == "https://openreview.net/pdf/1.pdf")
  }

  @Test(
    "the kind of a paper is found in decisions and venues, and kinds of a conference's own stay as they are",
    arguments: [
      ("decision", "Accept (Poster)", "Poster"), ("decision", "Accept (Oral)", "Oral"),
      ("decision", "Accept: spotlight", "Spotlight"), ("decision", "Accepted as posters", "Poster"),
      ("decision", "Accept", nil), ("decision", "ACCEPTED", nil), ("status", "Accept (Oral)", "Oral"),
      ("venue", "NeurIPS 2023 spotlight", "Spotlight"), ("kind", "Long", "Long"),
      ("kind", "Oral and poster", "Oral and poster"), ("venue", "Hall A", nil),
    ] as [(String, String, String?)])
  func kinds(column: String, text: String, kind: String?) {
    let reading = read(["papers.csv": "id,title,\(column)\np1,One,\(text)\n"])
    #expect(reading.draft.papers.map(\.kind) == [kind])
  }

  @Test("a hall in a column “venue” is named as not understood")
  func hall() {
    let reading = read(["papers.csv": "id,title,venue\np1,One,Hall A\n"])
    #expect(reading.problems.map(\.place.description) == ["papers.csv:2:8"])
  }
}
