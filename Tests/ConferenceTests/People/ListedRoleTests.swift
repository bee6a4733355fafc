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
