import Testing

@testable import Conference

/// Submissions that a reviewing system exports beside the papers.
@Suite struct ImportDecisionTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test("what was rejected or withdrawn is left out with one warning, and so is what other files say of it")
  func declined() {
    let reading = read([
      "papers.csv": """
      id,title,decision,similar
      p1,One,Accept (Poster),p2|p4
      p2,Two,Reject,
      p3,Three,Withdrawn by authors,
      p4,Four,Accept,
      p5,Five,Desk rejected,
      """,
      "authors.csv": "paper,name\np1,Ada Lovelace\np2,Alan Turing\n",
      "sessions.csv": "id,title,start,end,papers\ns,S,2026-04-28 9:00,2026-04-28 10:00,p1|p3\n",
    ])
    #expect(reading.draft.papers.map(\.id) == ["p1", "p4"])
    #expect(reading.draft.papers.map(\.kind) == ["Poster", nil])
    #expect(reading.draft.papers.first?.similar == ["p4"])
    #expect(reading.draft.sessions.first?.slots.map(\.paper) == ["p1"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning papers.csv:3:8"])
    #expect(reading.problems.first?.more?.map(\.line) == [4, 6])
  }

  @Test("what was accepted is in, wherever it was submitted before")
  func acceptedElsewhere() {
    let reading = read(["papers.csv": "id,title,decision,venue\np1,One,Accept (Oral),Submitted to a journal\n"])
    #expect(reading.draft.papers.map(\.kind) == ["Oral"])
  }

  @Test(
    "venues and statuses say it, too",
    arguments: [
      ("venue", "Submitted to ICLR 2024"), ("venue", "ICLR 2024 Conference Withdrawn Submission"),
      ("venue", "ICLR 2025 Conference Desk Rejected Submission"), ("status", "Rejected"), ("Status", "WITHDRAWN"),
    ])
  func otherFields(field: String, text: String) {
    let reading = read(["papers.json": "[{\"id\": \"a\", \"title\": \"A\", \"\(field)\": \"\(text)\"}]"])
    #expect(reading.draft.papers == [])
    #expect(reading.problems.contains { $0.severity == .warning && $0.place.description.hasPrefix("papers.json:1") })
  }

  @Test("other texts are of papers", arguments: ["Withdrawing Room", "ICLR 2024 poster", "Accept", "Submission Hall"])
  func others(text: String) {
    #expect(!PaperKindWords.isDeclined(text))
  }
}
