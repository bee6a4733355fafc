import HTTPTypes
import Testing

@testable import Conference
@testable import Web

@Suite(.serialized) struct MessageRowTests {
  private let corridor = "/chat/general/corridor"

  @Test("a row leads to where one reacts, and says in the same words for everybody what scripts may offer there")
  func react() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let selam = try await Insider.participant(story, client)
      _ = try await selam.post(corridor + "/messages", [("text", "Hello")])
      let page = try await selam.text(corridor)
      let id = try #require(page.firstMatch(of: /id="m-([A-Za-z0-9]+)"/)).1
      #expect(page.contains("href=\"/messages/\(id)#react\" data-focus=\"react\" data-reacting>React<"))
      #expect(page.contains(" data-signs=\"👍 thumbs up|❤️ heart|🎉 celebration|💡 idea|❓ question|👀 looking\""))
      let thread = try await selam.text("/messages/\(id)")
      #expect(Markup(thread).problems.isEmpty && thread.contains(" data-signs=\"👍 thumbs up|"))
    }
  }
}
