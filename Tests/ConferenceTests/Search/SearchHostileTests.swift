import Testing

@testable import Conference

@Suite(.bothDatabases) struct SearchHostileTests {
  private static let texts = [
    "", " ", "\"", "\"\"", "'", "*", "**", "\"*", "a\" OR \"b", "NEAR", "NEAR(rivers stones, 5)", "rivers NEAR stones",
    "rivers AND", "AND OR NOT", "NOT rivers",
    "title : rivers", "{title people} : rivers", "- rivers", "^rivers", "rivers + stones", "(((((", ")", "rivers)",
    "\0", "rivers\0stones", "\u{0}\u{1}\u{7F}", "💥", "👩‍👩‍👧‍👦 rivers",
    "1️⃣", "²³", "٣", "\u{301}", "a\u{301}\u{301}\u{301}", "e" + String(repeating: "\u{301}", count: 10_000),
    "\u{202E}rivers", "\u{FEFF}", "\u{E000}", "ﬁsh ﬀ", "İ", "ẞ", "ǅ", "–—‐‑-",
    "-a-", "a-", "'a'", "o'", "--rivers--", "a'b-c’d", String(repeating: "-", count: 5_000),
    "; DROP TABLE paper_search; --", "' OR 1=1 --", "\\", "%", "_", "\r\n\t", "the", "the of",
    "of the in a", "a b c d e f", String(repeating: "a ", count: 5_000), String(repeating: "a", count: 10_000),
    String(repeating: "rivers ", count: 2_000),
    String(repeating: "\"", count: 10_000), String(repeating: "*(", count: 5_000),
    String(repeating: "💥", count: 10_000), String(repeating: "ab-", count: 4_000),
  ]

  @Test("no text is too strange to be looked for")
  func strange() async throws {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.papers = [
      Paper.about("r", "Rivers", by: ["O'Brien"], "a-b"), Paper.about("s", "Stones 💥 2²", "the of in a"),
      Paper.about("e", "\"", "*"),
    ]
    draft.events = [Event(kind: .keynote, name: "1", title: "Rivers \" and *")]
    try await SearchScratch.with(draft) { scratch in
      for text in Self.texts {
        let (papers, pages) = try await scratch.search.everything(text, in: scratch.program)
        #expect(papers.found.allSatisfy(scratch.program.papers.indices.contains), "\(text.prefix(40))")
        #expect(Set(papers.found).count == papers.found.count, "\(text.prefix(40))")
        #expect(pages.found.count <= 1, "\(text.prefix(40))")
      }
    }
  }

  @Test("5,000 random texts of signs that mean something to the index are looked for without an error")
  func random() async throws {
    let pieces = [
      "\"", "*", "(", ")", "{", "}", ":", "^", "+", "-", " ", "AND", "OR", "NOT", "NEAR", "title", "rivers", "a", "é",
      "\0", "'", ",", "ivers", "💥", "的", "-x", "1",
    ]
    var random = SplitMix64(seed: 7)
    try await SearchScratch.with([Paper.about("r", "Rivers", by: ["Ada O'Brien"], "On the title of rivers")]) {
      scratch in
      for _ in 0..<5_000 {
        let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
          pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
        let hits = try await scratch.hits(text)
        #expect(hits.found.count <= 1, "\(text)")
      }
    }
  }

  @Test("an operator of the index's language is a word like any other")
  func operators() async throws {
    try await SearchScratch.with([Paper.about("near", "Near rivers"), Paper.about("far", "Far rivers")]) { scratch in
      let ids = try await scratch.ids("NEAR")
      #expect(ids == ["near"])
      let not = try await scratch.ids("rivers NOT far")
      #expect(not == ["far"])
    }
  }
}
