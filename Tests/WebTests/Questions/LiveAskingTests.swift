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

  private static let everywhere = "asking-silence"
  private static let here = "asking-silence-keynotes-1"

  /// Whether an open page, once it is as one that is rendered now, says that its reader may not ask here, and anywhere.
  private func silence(
    _ page: inout LivePage, _ reader: SignedInVisitor, _ story: StorySite, _ client: TestClient
  ) async throws -> [Bool] {
    try await page.catchUp("me", reader, story, client)
    page.agrees(with: try await reader.text(Self.path, client), in: Self.here, Self.everywhere)
    let (here, everywhere) = (try #require(page.element(Self.here)), try #require(page.element(Self.everywhere)))
    return [!here.contains(" hidden>"), !everywhere.contains(" hidden>")]
  }

  @Test("who is muted, here or everywhere, reads so in place of the form, on open pages, too, and others do not")
  func muted() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      let ben = try await story.insider("ben@example.org", name: "Ben")
      let mona = try await story.insider("mona@example.org", name: "Mona", role: .moderator)
      let (moderation, access) = (story.site.moderation, Access(mona.account, conduct: story.site.edition.conduct))
      var page = LivePage(try await ada.text(Self.path, client))
      var other = LivePage(try await ben.text(Self.path, client))
      var told = [try await silence(&page, ada, story, client)]
      let mutes: [(channel: String?, minutes: Int?)] = [("general/corridor", 60), ("keynotes/1", 60), (nil, nil)]
      for mute in mutes {
        try await moderation.mute(ada.account.id, in: mute.channel, minutes: mute.minutes, why: "", by: access)
        told.append(try await silence(&page, ada, story, client))
      }
      let words = try #require(page.element(Self.here))
      #expect(words.contains("A moderator has muted you here until <time datetime=\"2026-04-28T13:30"))
      #expect(words.contains("You can read and vote, and ask again after that.") && words.contains(" data-to=\""))
      #expect(Markup(page.text).problems == [])
      let others = try await silence(&other, ben, story, client)
      #expect(others == [false, false])
      // Sent from a page that was open before, it stands in the form still.
      let refused = try await ada.send(Self.path, ["text": "Typed in vain?"], client)
      let text = String(buffer: refused.body)
      #expect(refused.status == .forbidden && text.contains("class=\"ask is-refused\""))
      #expect(text.contains(">Typed in vain?</textarea>"))
      for entry in try await moderation.record(for: nil).filter({ $0.undone == nil }) {
        try await moderation.undo(entry.id, by: access)
      }
      told.append(try await silence(&page, ada, story, client))
      #expect(told == [[false, false], [false, false], [true, false], [true, true], [false, false]])
    }
  }
}
