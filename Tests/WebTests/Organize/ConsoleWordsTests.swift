import Conference
import Testing

@testable import Web

@Suite struct ConsoleWordsTests {
  @Test("who is signed in nowhere is said to be so, and an event is added with the right article")
  func words() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let list = PeopleList(file: "people.csv", bytes: Array("email,name\nada@example.org,Ada\n".utf8))
      _ = try await PeopleImport(story.site.database, clock: story.site.clock).run(list, by: nil)
      let address = try #require(EmailAddress("ada@example.org"))
      let found = try await story.site.people.account(address)
      let ada = try #require(found)
      #expect(try await organizer.text("/organize/people/\(ada.id)").contains("Not signed in anywhere."))
      let mine = try await organizer.text("/organize/people/\(organizer.account.id)")
      #expect(mine.contains("Signed in with 1 browser."))
      let program = try await organizer.text("/organize/program")
      #expect(program.contains("Add<span class=\"sr\"> an event</span>"))
      #expect(program.contains("Add<span class=\"sr\"> a session</span>"))
    }
  }
}
