import Testing

@testable import Conference

@Suite(.bothDatabases) struct DeedDetailTests {
  private static func detail(_ scratch: ScratchPeople, _ subject: String, _ action: String) async throws -> [String:
    String]
  {
    let deeds = try await scratch.people.deeds(about: subject, for: nil)
    return try #require(deeds.first { $0.deed.action == action }).deed.detail
  }

  @Test("the record says of corrected details what they were and what they are, and forgets it with the person")
  func details() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org", name: "Selam")
      let details = try PersonDetails(
        name: "Selam Tesfaye", email: "st@example.org", affiliation: "AAU", country: nil, registration: nil)
      _ = try await scratch.people.correct(account.id, to: details, by: nil)
      let detail = try await Self.detail(scratch, account.id, "details corrected")
      #expect(
        detail == [
          "name": "Selam → Selam Tesfaye", "address": "selam@example.org → st@example.org",
          "affiliation": "(nothing) → AAU",
        ])
    }
  }

  @Test("a token that may not look people up is told by the record what was done, and not their details")
  func tokens() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org", name: "Selam", role: .moderator)
      let details = try PersonDetails(
        name: "Selam", email: "st@example.org", affiliation: nil, country: nil, registration: nil)
      _ = try await scratch.people.correct(account.id, to: details, by: nil)
      try await ConductDesk(members: [account.id]).choose(by: nil, scratch.database, at: scratch.time.now)
      for scopes: Set<TokenScope> in [[.recordRead], [.recordRead, .peopleRead]] {
        let (_, secret) = try await scratch.tokens.add("One", scopes, lasting: 1, by: nil)
        let holder = try #require(try await scratch.tokens.present(secret).holder)
        let deeds = try await scratch.people.deeds(for: holder).map(\.deed)
        let told = deeds.contains { deed in deed.detail.values.contains { $0.contains("st@example.org") } }
        #expect(told == scopes.contains(.peopleRead))
        #expect(Set(deeds.map(\.action)).isSuperset(of: ["details corrected", "conduct-desk changed"]))
        #expect(deeds.contains { $0.action == "token made" && $0.detail["name"] == "One" })
      }
    }
  }

  @Test(
    "a token that may not look people up finds them in the record by their names, and not by what else is known of them"
  )
  func search() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org", name: "Sèlam Tesfaye")
      let details = try PersonDetails(
        name: account.name, email: "st@example.net", affiliation: "Addis", country: "Ethiopia", registration: "R-17")
      _ = try await scratch.people.correct(account.id, to: details, by: nil)
      try await scratch.add("example.net@example.org", name: "Ben Mensah")
      for scopes: Set<TokenScope> in [[.recordRead], [.recordRead, .peopleRead]] {
        let (_, secret) = try await scratch.tokens.add("One", scopes, lasting: 1, by: nil)
        let holder = try #require(try await scratch.tokens.present(secret).holder)
        for text in ["st@example.net", "example", "Addis", "Ethiopia", "R-17", "selam example.net", "corrected Addis"] {
          let found = try await scratch.people.deeds(DeedChoice(text: text), for: holder)
          #expect(found.isEmpty == !scopes.contains(.peopleRead), "\(text)")
        }
        for text in ["selam", "SÈLAM tesf", "details", "corrected Tesfaye"] {
          let found = try await scratch.people.deeds(DeedChoice(text: text), for: holder)
          #expect(found.contains { $0.deed.action == "details corrected" }, "\(text)")
        }
        #expect(try await scratch.people.deeds(DeedChoice(text: "Mensah corrected"), for: holder).isEmpty)
      }
    }
  }

  @Test("the record says what was open to whom before and after")
  func policies() async throws {
    try await ScratchPeople.run { scratch in
      var policies = Policies()
      policies.papers = .participants
      try await policies.choose(by: nil, scratch.database, at: scratch.time.now)
      let detail = try await Self.detail(scratch, Policies.name, "policies changed")
      #expect(detail == ["papers": "everyone → participants"])
      try await ChatRules().choose(by: nil, scratch.database, at: scratch.time.now)
      let rules = try await Self.detail(scratch, ChatRules.name, "chat changed")
      #expect(rules == [:])
    }
  }

  @Test("the record says that there is another registration code, and not which")
  func code() async throws {
    try await ScratchPeople.run { scratch in
      for (code, word) in [("zebra", "set"), ("quagga", "another one")] {
        scratch.time.pass(seconds: 1)
        try await Registration(mode: .code, code: code).choose(by: nil, scratch.database, at: scratch.time.now)
        let detail = try await Self.detail(scratch, Registration.name, "registration changed")
        #expect(detail["code"] == word)
        #expect(detail["mode"] == (word == "set" ? "closed → code" : nil))
      }
    }
  }

  @Test("the record says what an announcement said before it was changed")
  func announcement() async throws {
    try await ScratchPeople.run { scratch in
      let (announcements, now) = (Announcements(scratch.database, clock: scratch.clock), scratch.time.now)
      let id = try await announcements.add(
        try AnnouncementText(title: "Late", text: "By ten", readers: .participants, from: now), by: nil)
      let change = try AnnouncementText(title: "Later", text: "By ten", readers: .everyone, from: now)
      try await announcements.change(id, to: change, by: nil)
      #expect(
        try await Self.detail(scratch, id, "announcement changed") == [
          "title": "Late → Later", "readers": "participants → everyone",
        ])
      let first = try await Self.detail(scratch, id, "announced")
      #expect(first["title"] == "Late" && first["text"] == "By ten" && first["session"] == nil)
    }
  }
}
