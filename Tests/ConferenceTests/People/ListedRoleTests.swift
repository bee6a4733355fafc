import Testing

@testable import Conference

@Suite(.bothDatabases) struct ListedRoleTests {
  private func read(_ text: String, _ scratch: ScratchPeople, isDry: Bool = false) async throws -> PeopleImport.Outcome
  {
    var options = PeopleImport.Options()
    options.isDry = isDry
    let list = PeopleList(file: "people.csv", bytes: Array(text.utf8))
    return try await PeopleImport(scratch.database, clock: scratch.clock, options: options).run(list, by: nil)
  }

  @Test(
    "the words of other systems are roles",
    arguments: [
      ("Participants", Role.participant), ("speaker", .participant), ("Presenter", .participant),
      ("Sponsor", .participant), ("reviewers", .participant), ("attendee", .participant), ("Area Chair", .participant),
      ("staff", .volunteer), ("Student volunteers", .volunteer), ("Moderators", .moderator),
      ("Program Chair", .chair), ("Programme chairs", .chair), ("chair", .chair), ("Organisers", .organizer),
    ])
  func roles(word: String, role: Role) { #expect(Role(written: word) == role) }

  @Test(
    "words that may mean less make nobody a program chair or an organizer",
    arguments: ["PC", "PCs", "pc", "PC member", "Chair", "Chairs", "CHAIR", "Admin", "admins", "Local organizer"])
  func lesser(word: String) { #expect(Role(written: word) == nil) }

  @Test("who gets a role above what they had is named, also beyond the first hundred of the list")
  func raised() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("nia@example.org", name: "Nia", role: .moderator)
      let rows = (0..<150).map { "p\($0)@example.org,Person \($0),\n" }.joined()
      let text = "email,name,role\n\(rows)nia@example.org,Nia,volunteer\nzoe@example.org,Zoe,organizer\n"
      let outcome = try await read(text, scratch, isDry: true)
      #expect(outcome.raised == 1)
      #expect(outcome.people.raised.map(\.name) == ["Zoe"])
      #expect(outcome.people.raised.map(\.role) == [.organizer])
    }
  }

  @Test("what a list calls an organizer, a chair or a moderator of our own lowers nobody: each such row is named, once")
  func givenByHand() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("olga@example.org", name: "Olga", role: .organizer)
      try await scratch.add("carl@example.org", name: "Carl", role: .chair)
      try await scratch.add("mona@example.org", name: "Mona", role: .moderator)
      let text = """
        email,name,role
        new@example.org,New,Student
        olga@example.org,Olga,Attendee
        carl@example.org,Carl,Author
        mona@example.org,Mona,Staff
        """
      let outcome = try await read(text, scratch)
      #expect((outcome.added, outcome.changed, outcome.lowered) == (1, 0, 0))
      #expect(outcome.problems.map(\.severity) == [.warning, .warning, .warning])
      #expect(outcome.problems.map(\.place.line) == [3, 4, 5])
      #expect(
        outcome.problems.first?.message
          == "“Olga” stays organizer, though the row says participant: no list gave that role")
      for (email, role) in [("olga", Role.organizer), ("carl", .chair), ("mona", .moderator)] {
        #expect(try await scratch.account("\(email)@example.org")?.role == role)
      }
      #expect(try await read(text, scratch).problems.isEmpty)
    }
  }

  @Test("a list lowers the role that a list gave, until somebody gave another one by hand; who loses it is named")
  func lowered() async throws {
    try await ScratchPeople.run { scratch in
      let first = "email,name,role\nada@example.org,Ada,chair\nben@example.org,Ben,volunteer\n"
      _ = try await read(first, scratch)
      let ben = try #require(try await scratch.account("ben@example.org"))
      try await scratch.people.setRole(.moderator, of: ben.id, by: nil)
      let next = "email,name,role\nada@example.org,Ada,attendee\nben@example.org,Ben,attendee\n"
      let outcome = try await read(next, scratch)
      #expect((outcome.changed, outcome.raised, outcome.lowered) == (1, 0, 1))
      #expect(outcome.people.lowered.map(\.name) == ["Ada"])
      #expect(
        outcome.people.lowered.first?.changes
          == [PeopleDifference.Change(field: "role", before: "chair", after: "participant")])
      #expect(outcome.problems.map(\.place.line) == [3])
      #expect(try await scratch.account("ada@example.org")?.role == .participant)
      #expect(try await scratch.account("ben@example.org")?.role == .moderator)
    }
  }

  @Test("a role that is none is warned of, and refuses nobody: who is new is a participant, others keep theirs")
  func unknownRole() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("nia@example.org", name: "Nia", role: .moderator)
      let outcome = try await read("email,name,role\nnia@example.org,Nia,emperor\na@x.org,Ada,emperor\n", scratch)
      #expect(!outcome.isRefused && outcome.added == 1)
      #expect(outcome.problems.map(\.severity) == [.warning, .warning])
      #expect(outcome.problems.map(\.place.line) == [2, 3])
      #expect(try await scratch.account("nia@example.org")?.role == .moderator)
      #expect(try await scratch.account("a@x.org")?.role == .participant)
    }
  }
}
