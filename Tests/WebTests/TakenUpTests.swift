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

  @Test("what was read before a change never takes the place of what was read after it")
  func order() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (site, organizer) = (story.site, try await Insider.organizer(story, client))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 { group.addTask { while !Task.isCancelled { try await site.refresh() } } }
        for number in 0..<40 {
          let name = "Conference \(number) of forty"
          let answer = try await organizer.post("/organize/appearance", [("name", name)])
          #expect(answer.status == .seeOther)
          for _ in 0..<20 {
            #expect(site.edition.program.conference?.name == name)
            await Task.yield()
          }
        }
        group.cancelAll()
      }
    }
  }
}
