import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct QuestionDigestTests {
  private static let address = "https://c.example"

  /// With an author of the first paper who has an account.
  private func run(_ body: (ScratchQuestions, Access) async throws -> Void) async throws {
    try await ScratchQuestions.run { scratch in
      let author = try await scratch.scratch.add("author@example.org", name: "Author")
      try await body(scratch, Access(author, conduct: nil))
    }
  }

  private func mails(_ scratch: ScratchQuestions) async throws -> [OutboxEntry] {
    try await Outbox(scratch.scratch.database, clock: scratch.scratch.clock).page(for: nil)
  }

  @Test("an author gets the open questions in one mail, an hour after the first, and no second one before the next day")
  func daily() async throws {
    try await run { scratch, author in
      _ = try await scratch.ask("Why tones?", about: ScratchQuestions.paper)
      let early = try await scratch.digests.post(address: Self.address)
      #expect(early == 0)
      scratch.scratch.time.pass(seconds: 3_600)
      _ = try await scratch.ask("And why drums?", about: ScratchQuestions.paper)
      let first = try await scratch.digests.post(address: Self.address)
      #expect(first == 1)
      let mail = try #require(try await mails(scratch).first)
      #expect(mail.recipient == "author@example.org" && mail.state == .waiting)
      #expect(mail.text.contains("Why tones?") && mail.text.contains("And why drums?"))
      #expect(mail.text.contains("https://c.example/questions/papers/p1"))
      #expect(mail.unsubscribe?.hasPrefix("https://c.example/question-mail/") == true)
      // Nothing new: nothing more, also on another day.
      for _ in 0..<3 {
        scratch.scratch.time.pass(seconds: 40_000)
        let none = try await scratch.digests.post(address: Self.address)
        #expect(none == 0)
      }
      _ = try await scratch.ask("One more?", about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 3_600)
      let next = try await scratch.digests.post(address: Self.address)
      #expect(next == 1)
    }
  }

  @Test("no mail for what is answered, one's own, or about what has no author with an account")
  func none() async throws {
    try await run { scratch, author in
      let answered = try await scratch.ask(about: ScratchQuestions.paper)
      try await scratch.questions.answer(answered, "So.", by: QuestionHost(author, scratch.program))
      _ = try await scratch.ask(about: ScratchQuestions.paper, by: author)
      _ = try await scratch.ask(about: QuestionSubject(.paper, "p2"))
      _ = try await scratch.ask()
      scratch.scratch.time.pass(seconds: 7_200)
      let count = try await scratch.digests.post(address: Self.address)
      #expect(count == 0)
    }
  }

  @Test("what a host let through days after it was asked, and after a mail, comes by the next one")
  func reviewed() async throws {
    try await run { scratch, author in
      try await QuestionRules(isReviewed: true).choose(
        by: nil, scratch.scratch.database, at: scratch.scratch.time.now)
      let host = QuestionHost(author, scratch.program)
      let late = try await scratch.ask("Why tones?", about: ScratchQuestions.paper)
      let early = try await scratch.ask("Why drums?", about: ScratchQuestions.paper)
      try await scratch.questions.move(early, .open, by: host)
      scratch.scratch.time.pass(seconds: 3_600)
      let first = try await scratch.digests.post(address: Self.address)
      #expect(first == 1)
      scratch.scratch.time.pass(seconds: 3 * 86_400)
      let none = try await scratch.digests.post(address: Self.address)
      #expect(none == 0)
      try await scratch.questions.move(late, .open, by: host)
      scratch.scratch.time.pass(seconds: 3_600)
      let second = try await scratch.digests.post(address: Self.address)
      #expect(second == 1)
      #expect(try await mails(scratch).contains { $0.text.contains("Why tones?") })
    }
  }

  @Test("who declines gets none, by the account or by the link of a mail, until they want them again")
  func declined() async throws {
    try await run { scratch, author in
      let id = try #require(author.account?.id)
      #expect(try await scratch.digests.areWanted(by: id))
      try await scratch.digests.want(false, by: id)
      _ = try await scratch.ask(about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 3_600)
      let none = try await scratch.digests.post(address: Self.address)
      #expect(none == 0)
      try await scratch.digests.want(true, by: id)
      let one = try await scratch.digests.post(address: Self.address)
      #expect(one == 1)
      let link = try await mails(scratch).first?.unsubscribe
      let token = Secret(String(try #require(link).split(separator: "/").last ?? ""))
      try await scratch.digests.want(false, token)
      #expect(try await !scratch.digests.areWanted(by: id))
      #expect(try await scratch.digests.areWanted(Secret.random()) == nil)
    }
  }

  @Test("nodes that look at the same time send one mail")
  func nodes() async throws {
    try await run { scratch, _ in
      _ = try await scratch.ask(about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 3_600)
      let digests = scratch.digests
      let count = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<6 { group.addTask { try await digests.post(address: Self.address) } }
        return try await group.reduce(0, +)
      }
      #expect(count == 1)
    }
  }

  @Test("organizers see how many are answered, and write to authors who have open ones, after a review")
  func nudge() async throws {
    try await run { scratch, author in
      let organizer = try await scratch.scratch.add("chair@example.org", role: .organizer)
      let id = try await scratch.ask(about: ScratchQuestions.paper)
      _ = try await scratch.ask("Again?", about: ScratchQuestions.paper)
      _ = try await scratch.ask(about: QuestionSubject(.paper, "p2"))
      try await scratch.questions.answer(id, "So.", by: QuestionHost(author, scratch.program))
      let counts = try await scratch.questions.counts(for: nil)
      #expect(counts.map(\.subject.text) == ["papers/p1", "papers/p2"])
      #expect(counts.map(\.open) == [1, 1] && counts.map(\.answered) == [1, 0])
      let totals = try await scratch.questions.totals(for: nil)
      #expect(totals.open == 2 && totals.answered == 1 && totals.unanswered == 2)
      let count = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      #expect(count == 2)
      let mails = try await mails(scratch)
      #expect(Set(mails.map(\.recipient)) == ["author@example.org", "other@example.org"])
      #expect(mails.allSatisfy { $0.state == .waitingForReview })
      try await scratch.digests.want(false, by: try #require(author.account?.id))
      let second = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      #expect(second == 1)
    }
  }

  @Test("however many questions wait, the author of what was asked last is written to, each day and by organizers")
  func many() async throws {
    try await run { scratch, _ in
      let organizer = try await scratch.scratch.add("chair@example.org", role: .organizer)
      try await scratch.scratch.database.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
        SELECT 'q' || n, 'papers/p2', accounts.id, 0, 'q' || n, 'Why?', 'open', 'q' || n, 1, 1
        FROM numbers JOIN accounts ON accounts.email = 'ada@example.org'
        """)
      try await scratch.scratch.database.execute(
        "INSERT INTO question_numbers (question) SELECT id FROM questions ORDER BY id")
      _ = try await scratch.ask("Why tones?", about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 3_600)
      let count = try await scratch.digests.post(address: Self.address)
      #expect(count == 1)
      #expect(try await mails(scratch).map(\.recipient) == ["author@example.org"])
      let nudged = try await scratch.questions.nudge(by: organizer.id, address: Self.address)
      #expect(nudged == 2)
    }
  }

  @Test("what was asked before days in which nobody looked goes into a mail at the first look, and into no second one")
  func outage() async throws {
    try await run { scratch, _ in
      _ = try await scratch.ask("Why tones?", about: ScratchQuestions.paper)
      scratch.scratch.time.pass(seconds: 4 * 86_400)
      for expected in [1, 0] {
        let count = try await scratch.digests.post(address: Self.address, isFirst: true)
        #expect(count == expected)
        scratch.scratch.time.pass(seconds: 86_400)
      }
      #expect(try await mails(scratch).first?.text.contains("Why tones?") == true)
    }
  }
}
