import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct QuestionNudgeTests {
  private static let address = "https://c.example"
  private static let first = QuestionSubject(.paper, "p1")
  private static let second = QuestionSubject(.paper, "p2")

  /// With an organizer; nobody has asked anything.
  private func run(_ body: (ScratchQuestions, Account) async throws -> Void) async throws {
    try await ScratchQuestions.run { scratch in
      try await body(scratch, try await scratch.scratch.add("chair@example.org", role: .organizer))
    }
  }

  private func mails(_ scratch: ScratchQuestions) async throws -> [OutboxEntry] {
    try await Outbox(scratch.scratch.database, clock: scratch.scratch.clock).page(for: nil)
  }

  @Test("papers that lack answers are listed, those with open questions first and those without any last, in parts")
  func lacking() async throws {
    try await run { scratch, _ in
      func lacking(_ count: Int) async throws -> [String] {
        try await scratch.questions.papers(answeredFewerThan: count, for: nil).map {
          "\($0.subject.id) \($0.answered)/\($0.all)"
        }
      }
      let none = try await lacking(1)
      #expect(none == ["p1 0/0", "p2 0/0"])
      let id = try await scratch.ask(about: Self.second)
      let asked = try await lacking(1)
      #expect(asked == ["p2 0/1", "p1 0/0"])
      try await scratch.questions.move(id, .live, by: QuestionHost(scratch.moderator, scratch.program))
      let answered = try await lacking(1)
      #expect(answered == ["p1 0/0"])
      let two = try await lacking(2)
      #expect(two == ["p2 1/1", "p1 0/0"])
      let rest = try await scratch.questions.papers(answeredFewerThan: 2, for: nil, offset: 1, limit: 1)
      #expect(rest.map(\.subject) == [Self.first])
    }
  }

  @Test("organizers write to the authors of one paper, or of papers that lack answers, and to nobody else")
  func one() async throws {
    try await run { scratch, organizer in
      let moderating = QuestionHost(scratch.moderator, scratch.program)
      let done = try await scratch.ask("Answered?", about: Self.first)
      try await scratch.questions.move(done, .live, by: moderating)
      _ = try await scratch.ask("Why tones?", about: Self.first)
      _ = try await scratch.ask("Why drums?", about: Self.second)
      let count = try await scratch.questions.nudge(.one("p1"), by: organizer.id, address: Self.address)
      #expect(count == 1)
      let mail = try #require(try await mails(scratch).first)
      #expect(mail.recipient == "author@example.org" && mail.state == .waitingForReview)
      #expect(mail.text.contains("Why tones?") && !mail.text.contains("Answered?"))
      let lacking = try await scratch.questions.nudge(
        .answered(fewerThan: 1), by: organizer.id, address: Self.address)
      #expect(lacking == 1)
      #expect(
        try await mails(scratch).filter { $0.text.contains("Why drums?") }.map(\.recipient) == ["other@example.org"])
      await #expect(throws: ConferenceError.notFound("paper")) {
        try await scratch.questions.nudge(.one("none"), by: organizer.id, address: Self.address)
      }
      let participant = try #require(scratch.ada.account?.id)
      await #expect(throws: ConferenceError.self) {
        try await scratch.questions.nudge(.one("p1"), by: participant, address: Self.address)
      }
    }
  }

  @Test("authors who asked nothing about others' papers are asked to, in one mail each, unless they decline such mails")
  func asking() async throws {
    try await run { scratch, organizer in
      func nudge() async throws -> Int {
        try await scratch.questions.nudgeToAsk(by: organizer.id, address: Self.address)
      }
      let author = Access(try await scratch.scratch.add("author@example.org", name: "Author"), conduct: nil)
      // About one's own paper or a talk is not about others' papers.
      _ = try await scratch.ask(about: Self.first, by: author)
      _ = try await scratch.ask(by: author)
      let all = try await nudge()
      #expect(all == 2)
      let written = try await mails(scratch)
      #expect(Set(written.map(\.recipient)) == ["author@example.org", "other@example.org"])
      #expect(written.allSatisfy { $0.state == .waitingForReview && $0.text.contains("https://c.example/papers") })
      _ = try await scratch.ask(about: Self.second, by: author)
      let silent = try await nudge()
      #expect(silent == 1)
      let link = try await mails(scratch).first { $0.recipient == "other@example.org" }?.unsubscribe
      let token = Secret(String(try #require(link).split(separator: "/").last ?? ""))
      try await scratch.digests.want(false, token)
      await #expect(throws: ConferenceError.self) { try await nudge() }
      let waiting = try await mails(scratch).filter { $0.recipient == "other@example.org" && $0.state != .dropped }
      #expect(waiting.isEmpty)
    }
  }

  @Test("who asked is not asked to, also where a paper has an address of before, or one that a granted claim lacks")
  func known() async throws {
    try await run { scratch, organizer in
      let (database, now) = (scratch.scratch.database, scratch.scratch.time.now)
      let author = try await scratch.scratch.add("present@example.org", name: "Author")
      try await database.execute(
        """
        INSERT INTO former_addresses (account, email, left_at) VALUES (\(author.id), 'author@example.org', 1)
        """)
      let other = try await scratch.scratch.add("home@example.org", name: "OTHER")
      try await database.execute(
        """
        INSERT INTO paper_claims (account, paper, state, claimed_at)
        VALUES (\(other.id), 'p2', 'granted', \(now.milliseconds))
        """)
      func nudged() async throws -> Set<String> {
        let before = try await mails(scratch).count
        _ = try await scratch.questions.nudgeToAsk(by: organizer.id, address: Self.address)
        scratch.scratch.time.pass(seconds: 1)
        return Set(try await mails(scratch).dropLast(before).map(\.recipient))
      }
      let both = try await nudged()
      #expect(both == ["present@example.org", "home@example.org"])
      _ = try await scratch.ask(about: Self.second, by: Access(author, conduct: nil))
      let one = try await nudged()
      #expect(one == ["home@example.org"])
      _ = try await scratch.ask(about: Self.first, by: Access(other, conduct: nil))
      await #expect(throws: ConferenceError.self) { try await nudged() }
    }
  }

  @Test("mails beyond what may be reviewed together are further batches, and all of them are one deed")
  func parts() async throws {
    try await run { scratch, organizer in
      let count = try await scratch.questions.nudgeToAsk(by: organizer.id, address: Self.address, part: 1, batch: 1)
      #expect(count == 2)
      let batches = try await Outbox(scratch.scratch.database, clock: scratch.scratch.clock).batches(for: nil)
      #expect(batches.map { $0.id.hasSuffix(" 2") } == [false, true])
      let deeds = try await scratch.scratch.people.deeds(for: nil).map(\.deed)
      #expect(deeds.filter { $0.action == "authors nudged to ask" }.map(\.detail) == [["mails": "2"]])
    }
  }
}
