import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ListedPersonTests {
  private static func list(
    name: String = "Nia Okoro", email: String = "nia@example.org", affiliation: String = "AAU",
    role: String = "volunteer"
  ) -> String {
    "email,name,affiliation,country,role,registration\n\(email),\(name),\(affiliation),Nigeria,\(role),R2\n"
  }

  @discardableResult
  private static func read(_ text: String, _ scratch: ScratchPeople) async throws -> PeopleImport.Outcome {
    let list = PeopleList(file: "people.csv", bytes: Array(text.utf8))
    return try await PeopleImport(scratch.database, clock: scratch.clock).run(list, by: nil)
  }

  @Test("what a person and an organizer changed stays through the same list, and gives way to what a list says anew")
  func edits() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.read(Self.list(), scratch)
      let id = try #require(try await scratch.account("nia@example.org")).id
      var form = ProfileForm()
      (form.name, form.affiliation, form.country) = ("Nia A. Okoro", "Unilag", "Nigeria")
      try await scratch.people.write(form, of: id)
      try await scratch.people.setRole(.moderator, of: id, by: nil)
      let same = try await Self.read(Self.list(), scratch)
      #expect((same.added, same.changed, same.unchanged) == (0, 0, 1))
      let kept = try #require(try await scratch.people.account(id))
      #expect(kept.name == "Nia A. Okoro" && kept.affiliation == "Unilag" && kept.role == .moderator)
      let other = try await Self.read(Self.list(affiliation: "University of Lagos"), scratch)
      #expect(other.changed == 1)
      let changed = try #require(try await scratch.people.account(id))
      #expect(changed.name == "Nia A. Okoro" && changed.affiliation == "University of Lagos")
      #expect(changed.role == .moderator)
    }
  }

  @Test("an address that an organizer corrected is not moved back, and nobody is there twice, number or not")
  func address() async throws {
    try await ScratchPeople.run { scratch in
      let lists = [Self.list(), "email,name\nben@example.org,Ben\n"]
      for (email, list) in zip(["nia@example.org", "ben@example.org"], lists) {
        try await Self.read(list, scratch)
        let account = try #require(try await scratch.account(email))
        let details = try PersonDetails(
          name: account.name, email: "new-\(email)", affiliation: account.affiliation, country: account.country,
          registration: account.registration)
        _ = try await scratch.people.correct(account.id, to: details, by: nil)
        let outcome = try await Self.read(list, scratch)
        #expect((outcome.added, outcome.changed, outcome.unchanged) == (0, 0, 1))
        #expect(try await scratch.account("new-\(email)")?.id == account.id)
        #expect(try await scratch.account(email) == nil)
      }
    }
  }

  @Test("an address that another person has by now makes them an account of their own, whatever the order of the rows")
  func reused() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.read("email,name,registration\ndesk@example.org,Ada,1\n", scratch)
      let ada = try #require(try await scratch.account("desk@example.org"))
      let details = try PersonDetails(
        name: "Ada", email: "ada@example.org", affiliation: nil, country: nil, registration: "1")
      _ = try await scratch.people.correct(ada.id, to: details, by: nil)
      let outcome = try await Self.read(
        "email,name,registration\ndesk@example.org,Eve,2\nada@example.org,Ada,1\n", scratch)
      #expect(outcome.added == 1)
      #expect(try await scratch.account("ada@example.org")?.id == ada.id)
      #expect(try await scratch.account("desk@example.org")?.name == "Eve")
    }
  }

  @Test("what a list says of people is remembered for each of a thousand")
  func many() async throws {
    try await ScratchPeople.run { scratch in
      let rows = (0..<1_000).map { "p\($0)@example.org,Person \($0)" }.joined(separator: "\n")
      try await Self.read("email,name\n\(rows)\n", scratch)
      let count: Int? = try await scratch.database.first(
        "SELECT COUNT(*) FROM listed_people WHERE name LIKE 'Person %'")?
        .value(0)
      #expect(count == 1_000)
      let again = try await Self.read("email,name\n\(rows)\n", scratch)
      #expect(again.unchanged == 1_000)
    }
  }
}
