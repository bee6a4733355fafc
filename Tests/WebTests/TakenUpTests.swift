import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct TakenUpTests {
  @Test("what is stored and cannot be shown at once is not said to have failed, and is shown as soon as it can be")
  func later() async throws {
    let book = LogBook(level: .warning)
    try await StorySite.run(papers: 5, logger: book.logger) { client, story in
      let (site, organizer) = (story.site, try await Insider.organizer(story, client))
      try await site.refresh()
      try await site.database.execute("ALTER TABLE program_state RENAME TO program_state_away")
      let answer = try await organizer.post("/organize/announcements", [("title", "Zebra"), ("text", "It is late")])
      #expect(answer.status == .seeOther)
      #expect(book.all.contains { $0.hasPrefix("What was stored could not be taken up at once") })
      #expect(!(try await client.text("/").contains("Zebra")))
      try await site.database.execute("ALTER TABLE program_state_away RENAME TO program_state")
      for _ in 0..<500 where !(try await client.text("/").contains("Zebra")) {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(try await client.text("/").contains("Zebra"))
    }
  }
}
