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
}
