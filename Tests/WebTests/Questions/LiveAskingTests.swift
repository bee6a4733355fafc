import Conference
import Testing

@testable import Web

/// What open pages take up of how one asks.
@Suite(.serialized) struct LiveAskingTests {
  private static let path = "/questions/keynotes/1"

  @Test("pages that are open take up how questions are asked, and have the ways to order them before there are any")
  func rules() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org")
      var page = LivePage(try await ada.text(Self.path, client))
      #expect(page.text.contains("question-orders") && page.text.contains("Without my name"))
      #expect(page.element(AskForm.rulesId)?.contains("data-nameless") == false)
      #expect(Markup(page.text).problems == [])
      let all = [QuestionRules(allowsAnonymous: true), QuestionRules(isReviewed: true), QuestionRules()]
      for rules in all {
        try await rules.choose(by: nil, story.site.database, at: story.site.clock.now())
        try await page.catchUp(LiveChoices.name, ada, story, client)
        page.agrees(with: try await ada.text(Self.path, client), in: AskForm.rulesId)
        #expect(page.element(AskForm.rulesId)?.contains("data-nameless") == rules.allowsAnonymous)
        #expect(page.element(AskForm.rulesId)?.contains("A host looks at it") == rules.isReviewed)
      }
    }
  }

  @Test("what organizers choose otherwise tells open pages nothing, and nobody who is not signed in may follow it")
  func others() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org")
      let cursor = try LivePage(try await ada.text(Self.path, client)).cursor
      var chat = ChatRules.standard
      chat.pictures = false
      try await chat.choose(by: nil, story.site.database, at: story.site.clock.now())
      await story.takeUp()
      let told = try await ada.text("/live?topics=\(LiveChoices.name)&after=\(cursor)", client)
      #expect(!told.contains("data: {"))
      #expect(try await client.get("/live?topics=\(LiveChoices.name)&after=0").status == .unauthorized)
    }
  }
}
