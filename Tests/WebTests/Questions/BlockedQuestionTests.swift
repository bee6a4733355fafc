import Conference
import Testing

@testable import Web

@Suite(.serialized) struct BlockedQuestionTests {
  private static let path = "/questions/keynotes/1"

  @Test("a row says who asked, so that it can be hidden from who blocked them, unless they asked without their name")
  func rows() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let bob = try await story.insider("bob@example.org", name: "Bob")
      try await QuestionRules(allowsAnonymous: true).choose(by: nil, story.site.database, at: story.site.clock.now())
      _ = try await bob.send(Self.path, ["text": "Why do drums talk at night?"], client)
      #expect(try await bob.text(Self.path, client).contains(" data-author=\"\(bob.account.id)\""))
      _ = try await bob.send(Self.path, ["text": "Why do drums talk at dawn?", "anonymous": "1"], client)
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let page = try await ada.text(Self.path, client)
      #expect(page.contains("at dawn?") && page.ranges(of: " data-author=\"").count == 1)
      #expect(Markup(page).problems.isEmpty)
    }
  }

  @Test("to who types a question, similar ones of whom they blocked are not shown, but those without names are")
  func similar() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (ada, bob) = (
        try await story.insider("ada@example.org", name: "Ada"), try await story.insider("bob@example.org", name: "Bob")
      )
      try await QuestionRules(allowsAnonymous: true).choose(by: nil, story.site.database, at: story.site.clock.now())
      _ = try await bob.send(Self.path, ["text": "Why do drums talk at night?"], client)
      _ = try await bob.send(Self.path, ["text": "Why do drums talk at dawn?", "anonymous": "1"], client)
      let path = Self.path + "/similar?text=drums+that+talk"
      let before = try await ada.text(path, client)
      #expect(before.contains("at night?") && before.contains("at dawn?"))
      _ = try await ada.send("/people/\(bob.account.id)/block", [:], client)
      let after = try await ada.text(path, client)
      #expect(!after.contains("at night?") && after.contains("at dawn?"))
    }
  }
}
