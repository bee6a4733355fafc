import Database
import ScratchDatabase
import Testing

@testable import Conference

@Suite struct SearchIndexTests {
  /// A story, the same with everything in it changed somewhere, and the story again.
  private func drafts() throws -> [Draft] {
    let story = Story(seed: 5, papers: 40, today: try #require(Day(iso: "2026-04-28"))).draft()
    var other = story
    other.papers.remove(at: 3)
    other.papers[0].title += " and Pre-Training"
    other.papers[5].authors.append(Person(name: "Søren Ærø"))
    other.papers[7].abstract = ""
    other.papers[9].keywords = ["weaving", "weaving"]
    other.papers[11].pdf = "https://example.org/not-indexed.pdf"
    other.papers.swapAt(12, 13)
    other.papers.append(.about("new", "A new paper", by: ["Ada Obi"], "Of looms."))
    other.events[0].title = "Another title"
    other.events.removeLast()
    other.sponsors[0].description = nil
    other.answers[0].text += " And more."
    other.answers.removeLast()
    return [story, other, story]
  }

  @Test("an index that follows changes is, word for word, the one that is filled anew")
  func following() async throws {
    let (place, other) = (try ScratchPlace(.sqlite), try ScratchPlace(.sqlite))
    let (followed, fresh) = (try place.open(), try other.open())
    let drafts = try drafts()
    var numbers: [EntryName: Int] = [:]
    for row in try drafts.flatMap({ try $0.rows() }) {
      let name = EntryName(kind: row.kind, id: row.id)
      numbers[name] = numbers[name] ?? numbers.count + 1
    }
    let known = numbers
    let first = drafts[0]
    try await followed.write { try SearchIndex.rebuild(first, numbers: known, $0) }
    for (old, new) in zip(drafts, drafts.dropFirst()) {
      try await followed.write { connection in
        try SearchIndex.update(
          from: SearchIndex.Contents(old, numbers: known), to: SearchIndex.Contents(new, numbers: known), connection)
      }
      try await fresh.write { try SearchIndex.rebuild(new, numbers: known, $0) }
      let (one, two) = (try await contents(followed), try await contents(fresh))
      #expect(one.count > 300)
      #expect(one == two)
    }
  }

  /// All words with how often they stand where, and the lengths of all rows.
  private func contents(_ index: Database) async throws -> [String] {
    let rows =
      try await index.query("SELECT term, doc, cnt FROM paper_words ORDER BY term")
      + index.query("SELECT term, doc, cnt FROM page_words ORDER BY term")
      + index.query("SELECT hex(sz), id, 0 FROM paper_search_docsize ORDER BY id")
      + index.query("SELECT hex(sz), id, 0 FROM page_search_docsize ORDER BY id")
    return try rows.map { row in
      let text: String = try row.value(0)
      let (one, two): (Int, Int) = (try row.value(1), try row.value(2))
      return "\(text) \(one) \(two)"
    }
  }
}

@Suite(.bothDatabases) struct SearchFollowingTests {
  @Test("after a change what is new is found, and what is gone is not, also a second time")
  func changes() async throws {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.papers = [.about("rivers", "Rivers of granite"), .about("stones", "Stones that sleep")]
    var later = draft
    later.papers[0].title = "Rivers of basalt"
    later.papers.append(.about("looms", "Looms in granite halls"))
    var last = later
    last.papers.remove(at: 1)
    let stages = [draft, later, last]
    let expected: [[String: [String]]] = [
      ["granite": ["rivers"], "basalt": [], "sleep": ["stones"]],
      ["granite": ["looms"], "basalt": ["rivers"], "sleep": ["stones"]],
      ["granite": ["looms"], "basalt": ["rivers"], "sleep": []],
    ]
    try await SearchFollowing.with { following in
      for (number, stage) in stages.enumerated() {
        let search = try await following.search(stage, at: Int64(number))
        for (word, ids) in expected[number] {
          let found = try await search.ids(word)
          #expect(found == ids, "\(word) \(number)")
        }
      }
    }
  }
}
