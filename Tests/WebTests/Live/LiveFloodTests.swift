import Conference
import Database
import Testing

@testable import Web

@Suite struct LiveFloodTests {
  @Test("what all pages are made from is taken up before the hundreds of changes are told that happened before it")
  func behindOthers() async throws {
    try await StorySite.run(papers: 5) { _, story in
      let (site, watch) = (story.site, LiveWatch(site: story.site))
      let id = site.edition.program.papers[0].id
      await watch.takeUp()
      // None of them can be told, so that nobody comes to what is behind them.
      try await site.database.execute("ALTER TABLE questions RENAME TO questions_away")
      try await site.database.write { connection in
        for number in 0..<700 {
          connection.record(topic: "questions/papers/\(id)", kind: "question", subject: "\(number)", at: 0)
        }
      }
      let editor = ProgramEditor(site.database, clock: site.clock)
      try await editor.edit(by: nil) { try $0.remove(EntryName(kind: .paper, id: id)) }
      let taking = Task { await watch.takeUp() }
      for _ in 0..<1_000 where site.edition.program.papers.contains(where: { $0.id == id }) {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(!site.edition.program.papers.contains { $0.id == id })
      taking.cancel()
      await taking.value
      try await site.database.execute("ALTER TABLE questions_away RENAME TO questions")
    }
  }
}
