import Conference
import Database
import Testing

@testable import Web

@Suite struct LiveQuestionPageTests {
  private static let path = "/questions/keynotes/1"
  private static let subject = QuestionSubject(.event(.keynote), "1")

  @Test(
    "a question's own page that was rendered long ago, plus what its stream told, says what the page rendered now says")
  func page() async throws {
    try await StorySite.run(papers: 5) { client, site in
      try await QuestionRules(isReviewed: true).choose(by: nil, site.site.database, at: site.site.clock.now())
      let ada = try await site.insider("ada@example.org")
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let conduct = site.site.edition.conduct
      let (asking, hosting) = (Access(ada.account, conduct: conduct), Access(moderator.account, conduct: conduct))
      let (questions, host) = (site.site.questions, QuestionHost(hosting, site.site.edition.program))
      let id = try await questions.ask(QuestionText("Why tones?"), about: Self.subject, by: asking)
      let other = try await questions.ask(QuestionText("Why drums?"), about: Self.subject, by: hosting)
      try await questions.move(other, .open, by: host)
      await site.takeUp()
      let old = LivePage(try await ada.text("/question/\(id)", client))
      let (cursor, element) = (try old.cursor, QuestionFate.id(id))
      let steps: [(what: String, act: () async throws -> Void)] = [
        ("Open", { try await questions.move(id, .open, by: host) }),
        ("votes: <span id=\"votes-\(id)\">2", { try await questions.vote(true, for: id, by: hosting) }),
        ("Being answered now", { try await questions.move(id, .pin, by: host) }),
        ("<strong>So.</strong>", { try await questions.answer(id, "**So.**", by: host) }),
        ("Merged with another question", { try await questions.merge(id, into: other, by: host) }),
        ("Answered in writing", { try await questions.unmerge(id, by: host) }),
        ("Hidden by a moderator", { try await site.site.moderation.hide(.question(id), why: "", by: hosting) }),
        ("Answered in writing", { try await site.site.moderation.restore(.question(id), by: hosting) }),
        ("Dismissed", { try await questions.move(id, .dismiss, by: host) }),
      ]
      for (what, act) in steps {
        try await act()
        await site.takeUp()
        var page = old
        try page.apply(stream: try await ada.text("/live?topics=\(Self.subject.topic)&after=\(cursor)", client))
        let now = LivePage(try await ada.text("/question/\(id)", client))
        #expect(page.element(element) == now.element(element), "\(what)")
        #expect(page.element(element)?.contains(what) == true, "\(what)")
      }
    }
  }

  @Test("how many questions there are is told to open pages whenever one comes or goes")
  func count() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let access = Access(moderator.account, conduct: site.site.edition.conduct)
      let (questions, host) = (site.site.questions, QuestionHost(access, site.site.edition.program))
      let beside = try await moderator.text("/keynotes/1", client)
      #expect(beside.contains("id=\"\(QuestionsBeside.countID)\" data-part-count"))
      let before = try LivePage(try await moderator.text("/questions/keynotes/1", client)).cursor
      let first = try await questions.ask(QuestionText("Why tones?"), about: Self.subject, by: access)
      let other = try await questions.ask(QuestionText("Why drums?"), about: Self.subject, by: access)
      let steps: [() async throws -> Void] = [
        { try await questions.merge(first, into: other, by: host) }, { try await questions.unmerge(first, by: host) },
        { try await questions.move(first, .dismiss, by: host) },
        { try await site.site.moderation.hide(.question(other), why: "", by: access) },
      ]
      for (step, count) in zip(steps, [1, 2, 1, 0]) {
        try await step()
        await site.takeUp()
        var page = LivePage("<span id=\"\(QuestionsBeside.countID)\">?</span>")
        try page.apply(
          stream: try await moderator.text("/live?topics=\(Self.subject.topic)&after=\(before)", client))
        #expect(page.text.contains(">\(count)<"))
        #expect(try await moderator.text("/questions/keynotes/1", client).contains("data-count=\"\(count)\""))
      }
    }
  }

  @Test("of a question that others do not see, its page's updates hold neither its answer nor its text")
  func secrecy() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let access = Access(moderator.account, conduct: site.site.edition.conduct)
      let host = QuestionHost(access, site.site.edition.program)
      let id = try await site.site.questions.ask(QuestionText("A secret?"), about: Self.subject, by: access)
      try await site.site.questions.answer(id, "A secret answer", by: host)
      try await site.site.questions.move(id, .dismiss, by: host)
      let question = try #require(try await site.site.questions.question(id, for: nil))
      #expect(!QuestionFate.html(question).string.contains("secret"))
      #expect(try await moderator.text("/question/\(id)", client).contains("A secret answer"))
    }
  }

  @Test("who asked what was merged reads how the other one stands, on open pages too; it leads to what others see only")
  func merged() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let conduct = site.site.edition.conduct
      let (asking, hosting) = (Access(ada.account, conduct: conduct), Access(moderator.account, conduct: conduct))
      let (questions, host) = (site.site.questions, QuestionHost(hosting, site.site.edition.program))
      let id = try await questions.ask(QuestionText("Why tones?"), about: Self.subject, by: asking)
      let other = try await questions.ask(QuestionText("Why drums?"), about: Self.subject, by: hosting)
      try await questions.merge(id, into: other, by: host)
      await site.takeUp()
      let pages = [
        (path: "/question/\(id)", reader: ada, topic: Self.subject.topic, element: QuestionFate.id(id)),
        (path: Self.path, reader: ada, topic: LiveMe.name, element: "fate-\(id)"),
        (path: "\(Self.path)/host", reader: moderator, topic: Self.subject.hostTopic, element: QueueRow.id(id)),
      ]
      var old: [LivePage] = []
      for page in pages { old.append(LivePage(try await page.reader.text(page.path, client))) }
      let steps: [(what: String, isLed: Bool, act: () async throws -> Void)] = [
        ("being answered now", true, { try await questions.move(other, .pin, by: host) }),
        ("dismissed", false, { try await questions.move(other, .dismiss, by: host) }),
        ("answered in writing", true, { try await questions.answer(other, "So.", by: host) }),
        (
          "hidden by a moderator", false,
          { try await site.site.moderation.hide(.question(other), why: "", by: hosting) }
        ),
      ]
      for (what, isLed, act) in steps {
        try await act()
        await site.takeUp()
        for (page, before) in zip(pages, old) {
          var told = before
          let live = "/live?topics=\(page.topic)&after=\(try before.cursor)"
          try told.apply(stream: try await page.reader.text(live, client))
          let now = LivePage(try await page.reader.text(page.path, client))
          #expect(told.element(page.element) == now.element(page.element), "\(page.path): \(what)")
          #expect(now.element(page.element)?.contains("Merged with another question: \(what)") == true, "\(page.path)")
        }
        let own = try await ada.text("/question/\(id)", client)
        #expect(own.contains("href=\"/question/\(other)\"") == isLed, "\(what)")
      }
    }
  }

  @Test("an answer to what was opened again is called an earlier one until it is sent again")
  func earlier() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let access = Access(moderator.account, conduct: site.site.edition.conduct)
      let host = QuestionHost(access, site.site.edition.program)
      let id = try await site.site.questions.ask(QuestionText("Why tones?"), about: Self.subject, by: access)
      try await site.site.questions.answer(id, "So.", by: host)
      #expect(try await !moderator.text("/question/\(id)", client).contains("Earlier answer"))
      try await site.site.questions.move(id, .open, by: host)
      #expect(try await moderator.text("/question/\(id)", client).contains("Earlier answer"))
      let answer = try await moderator.send("/question/\(id)/answer", ["answer": "So."], client)
      #expect(answer.headers[.location] == "/question/\(id)?done=answered")
      #expect(try await site.site.questions.question(id, for: nil)?.state == .written)
    }
  }
}
