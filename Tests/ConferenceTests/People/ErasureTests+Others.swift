import Database
import Testing

@testable import Conference

extension ErasureTests {
  @Test("who is banned or was removed is erased by an organizer, which is on record, and by nobody below")
  func byOrganizer() async throws {
    try await run { data, database, scratch in
      let organizer = try await scratch.add("chair@example.org", name: "Abeba", role: .organizer)
      let moderator = try await scratch.add("moderator@example.org", name: "Mo", role: .moderator)
      for standing in [Standing.banned, .removed] {
        let account = try await scratch.add("\(Self.canary)@example.org", name: Self.canary)
        try await scratch.people.setStanding(standing, of: account.id, by: nil)
        await #expect(throws: ConferenceError.self) {
          try await scratch.people.erase(account.id, by: moderator.id, in: data)
        }
        #expect(try await scratch.people.account(account.id)?.standing == standing)
        try await scratch.people.erase(account.id, by: organizer.id, in: data)
        #expect(try await finds(data, database) == [])
        let deeds = try await scratch.people.deeds(about: account.id, for: nil).map(\.deed)
        #expect(deeds.first { $0.action == "erased" }?.by == organizer.id)
      }
    }
  }

  @Test("a token that keeps people erases participants; somebody with a role only one that gives roles")
  func byToken() async throws {
    try await run { data, _, scratch in
      let (_, secret) = try await scratch.tokens.add("One", [.peopleWrite], lasting: 1, by: nil)
      let holder = try #require(try await scratch.tokens.present(secret).holder)
      let (ada, ben) = (
        try await scratch.add("ada@example.org"), try await scratch.add("ben@example.org", role: .chair)
      )
      try await scratch.people.erase(ada.id, by: holder, in: data)
      await #expect(throws: ConferenceError.self) { try await scratch.people.erase(ben.id, by: holder, in: data) }
      #expect(try await scratch.people.account(ada.id)?.standing == .erased)
      #expect(try await scratch.people.account(ben.id)?.standing == .active)
    }
  }

  @Test(
    "one's address goes out of what one wrote to others, and of reports of that; the other words stay, and others' too")
  func ownAddress() async throws {
    try await run { data, database, scratch in
      let (ada, ben) = (
        try await scratch.add("ada@example.org", name: "Ada"), try await scratch.add("ben@example.org", name: "Ben")
      )
      let doorOfBen = ChannelDoor(Access(ben, conduct: nil), .empty)
      let chat = Chat(database, clock: scratch.clock)
      let mine = try await chat.post(
        try MessageText("Mail <Ada@Example.org>, not joada@example.org", client: nil), in: ChatTests.corridor,
        by: ChannelDoor(Access(ada, conduct: nil), .empty))
      let other = try await chat.post(
        try MessageText("Ask ada@example.org", client: nil), in: ChatTests.corridor, by: doorOfBen)
      let cases = ConductCases(database, clock: scratch.clock, in: data)
      let reported = try await cases.find(.message, mine.id, channel: nil, by: doorOfBen)
      let id = try await cases.report(reported, words: "", by: ben.id, letters: ConductCaseTests.Desk.letters)
      try await database.execute(
        """
        INSERT INTO questions
          (id, subject, author, is_anonymous, client, body, state, root, answer, answered_by, asked_at, changed_at)
        VALUES ('q', 'papers/p', \(ada.id), 0, 'q', 'Why not ada@example.org?', 'open', 'q', 'To ada@example.org.', \(ada.id), 1, 1)
        """)
      try await scratch.people.erase(ada.id, in: data)
      func text(_ sql: SQL) async throws -> String? { try await database.first(sql)?.value(0) }
      let left = "Mail <…>, not joada@example.org"
      #expect(try await text("SELECT body FROM messages WHERE id = \(mine.id)") == left)
      #expect(try await text("SELECT words FROM messages WHERE id = \(mine.id)") == Folding.folded(left))
      #expect(try await text("SELECT copy FROM conduct_cases WHERE id = \(id)") == left)
      #expect(try await text("SELECT body FROM questions") == "Why not …?")
      #expect(try await text("SELECT answer FROM questions") == "To ….")
      #expect(try await text("SELECT body FROM messages WHERE id = \(other.id)") == "Ask ada@example.org")
    }
  }
}
