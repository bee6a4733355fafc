import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct BlockPageTests {
  private let corridor = "/chat/general/corridor"

  @Test(
    "open pages of who blocks somebody, or does so no more, are told so and how much is new to them; nobody else's are")
  func told() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      for one in [ada, bob] { _ = try await one.send(corridor + "/messages", ["text": "Hello"], client) }
      for (path, unread) in [("block", ""), ("block/removal", "1")] {
        let cursor = try LivePage(try await ada.text(corridor, client)).cursor
        _ = try await ada.send("/people/\(bob.account.id)/\(path)", [:], client)
        await story.takeUp()
        let mine = try await ada.text("/live?topics=me&after=\(cursor)", client)
        #expect(mine.contains("\"put\":\"blocks\""))
        #expect(mine.contains("\"text\":\"unread-count\",\"value\":\"\(unread)\""))
        #expect(!(try await bob.text("/live?topics=me&after=\(cursor)", client)).contains("blocks"))
      }
    }
  }

  @Test("pages of messages say whose they were rendered without")
  func without() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let bob = try await story.insider("bob@example.org", name: "Bob")
      let said = try await ada.send(corridor + "/messages", ["text": "Hello"], client)
      let id = try #require(said.headers[.location]?.split(separator: "#m-").last)
      _ = try await bob.send(corridor + "/messages", ["text": "Something"], client)
      _ = try await bob.send(corridor + "/messages", ["text": "A reply", "thread": "\(id)"], client)
      let mark = " data-without=\"\(bob.account.id)\">"
      for path in [corridor, "/messages/\(id)"] {
        #expect(!(try await ada.text(path, client)).contains("data-without"))
        _ = try await ada.send("/people/\(bob.account.id)/block", [:], client)
        let page = try await ada.text(path, client)
        #expect(Markup(page).problems.isEmpty && page.contains(mark))
        _ = try await ada.send("/people/\(bob.account.id)/block/removal", [:], client)
      }
    }
  }
}
