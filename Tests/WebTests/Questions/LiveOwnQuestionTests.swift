import Conference
import Database
import Testing

@testable import Web

/// What one asked, on one's own open pages, and on nobody else's.
@Suite(.serialized) struct LiveOwnQuestionTests {
  private static let path = "/questions/keynotes/1"
  private static let subject = QuestionSubject(.event(.keynote), "1")
  private static let asked = OwnQuestions.id(subject)

  /// Two who ask and read, and a host, where questions are reviewed and may be asked without a name.
  private struct Hall {
    let story: StorySite
    let client: TestClient
    let ada, ben: SignedInVisitor
    let moderator: Access
    var questions: Questions { story.site.questions }
    var host: QuestionHost { QuestionHost(moderator, story.site.edition.program) }
  }

  private func run(_ body: @Sendable (Hall) async throws -> Void) async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await QuestionRules(isReviewed: true, allowsAnonymous: true).choose(
        by: nil, story.site.database, at: story.site.clock.now())
      let ada = try await story.insider("ada@example.org", name: "Ada Nwosu")
      let ben = try await story.insider("ben@example.org", name: "Ben Mensah")
      let moderator = try await story.insider("mod@example.org", name: "Mona", role: .moderator)
      await story.takeUp()
      let access = Access(moderator.account, conduct: story.site.edition.conduct)
      try await body(Hall(story: story, client: client, ada: ada, ben: ben, moderator: access))
    }
  }

  private func ask(_ text: String, in hall: Hall) async throws -> String {
    _ = try await hall.ada.send(Self.path, ["text": text, "anonymous": "1"], hall.client)
    await hall.story.takeUp()
    return try #require(try await hall.questions.asked(about: Self.subject, by: hall.ada.account.id).first).id
  }

  @Test("what one asks in one tab stands in the other, while it waits, too, and others are told nothing of it")
  func waiting() async throws {
    try await run { hall in
      var other = LivePage(try await hall.ada.text(Self.path, hall.client))
      #expect(other.element(Self.asked)?.contains(" hidden>") == true && Markup(other.text).problems == [])
      let live = "/live?topics=\(Self.subject.topic),choices,me&after=\(try other.cursor)"
      let id = try await ask("A secret?", in: hall)
      try await other.catchUp("\(Self.subject.topic),me", hall.ada, hall.story, hall.client)
      let element = try #require(other.element(Self.asked))
      #expect(element.contains("A secret?") && element.contains("Waits until a host has looked at it"))
      #expect(element.contains(" data-own-questions=\"\(id)\"") && !element.contains(" hidden>"))
      other.agrees(with: try await hall.ada.text(Self.path, hall.client), in: Self.asked)
      #expect(Markup(other.text).problems == [])
      // Not even that there is one.
      let told = try await hall.ben.text(live, hall.client)
      #expect(told.contains("event: cursor") && !told.contains("data: {"))
      let foreign = "/live?topics=me/\(hall.ada.account.id)&after=0"
      #expect(try await hall.ben.get(foreign, hall.client).status == .forbidden)
    }
  }

  @Test("whatever becomes of it is told to who asked, and who that is to nobody")
  func fates() async throws {
    try await run { hall in
      let (questions, host, moderation) = (hall.questions, hall.host, hall.story.site.moderation)
      let target = try await questions.ask(QuestionText("Why drums?"), about: Self.subject, by: hall.moderator)
      try await questions.move(target, .open, by: host)
      await hall.story.takeUp()
      let before = LivePage(try await hall.ada.text(Self.path, hall.client))
      let others = LivePage(try await hall.ben.text(Self.path, hall.client))
      let id = try await ask("Why tones?", in: hall)
      let steps: [(what: String, act: () async throws -> Void)] = [
        ("Open", { try await questions.move(id, .open, by: host) }),
        ("Being answered now", { try await questions.move(id, .pin, by: host) }),
        ("Answered live", { try await questions.move(id, .live, by: host) }),
        ("Answered in writing", { try await questions.answer(id, "So.", by: host) }),
        ("Merged with another question: open", { try await questions.merge(id, into: target, by: host) }),
        ("Merged with another question: dismissed", { try await questions.move(target, .dismiss, by: host) }),
        ("Answered in writing", { try await questions.unmerge(id, by: host) }),
        ("Hidden by a moderator", { try await moderation.hide(.question(id), why: "", by: hall.moderator) }),
        ("Answered in writing", { try await moderation.restore(.question(id), by: hall.moderator) }),
        ("Dismissed", { try await questions.move(id, .dismiss, by: host) }),
      ]
      for (what, act) in steps {
        try await act()
        await hall.story.takeUp()
        var page = before
        try await page.catchUp("\(Self.subject.topic),me", hall.ada, hall.story, hall.client)
        page.agrees(with: try await hall.ada.text(Self.path, hall.client), in: Self.asked)
        #expect(page.element(Self.asked)?.contains(">\(what)</span>") == true, "\(what)")
        let live = "/live?topics=\(Self.subject.topic),me&after=\(try others.cursor)"
        let told = try await hall.ben.text(live, hall.client)
        for secret in [Self.asked, "Nwosu", hall.ada.account.id] {
          #expect(!told.contains(secret), "\(what): \(secret)")
        }
      }
    }
  }

  @Test("the answer to a question that others do not see any more stays on its asker's page, and is told to no other")
  func unseen() async throws {
    try await run { hall in
      let id = try await ask("Why tones?", in: hall)
      try await hall.questions.answer(id, "A quiet answer", by: hall.host)
      await hall.story.takeUp()
      let pages = (
        ada: LivePage(try await hall.ada.text("/question/\(id)", hall.client)),
        ben: LivePage(try await hall.ben.text("/question/\(id)", hall.client))
      )
      let (fate, element) = (QuestionFate.id(id), "question-unseen-\(id)")
      for (move, isUnseen) in [(Questions.Move.dismiss, true), (.open, false)] {
        try await hall.questions.move(id, move, by: hall.host)
        await hall.story.takeUp()
        var (own, other) = pages
        try await own.catchUp("\(Self.subject.topic),me", hall.ada, hall.story, hall.client)
        own.agrees(with: try await hall.ada.text("/question/\(id)", hall.client), in: fate, element)
        #expect(own.element(element)?.contains("A quiet answer") == isUnseen)
        try await other.catchUp("\(Self.subject.topic),me", hall.ben, hall.story, hall.client)
        #expect(other.element(element)?.contains("A quiet answer") == false)
        #expect(other.element(fate)?.contains("A quiet answer") == !isUnseen)
      }
    }
  }
}
