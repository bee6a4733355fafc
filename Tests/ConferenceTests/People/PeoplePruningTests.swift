import Testing

@testable import Conference

@Suite(.bothDatabases) struct PeoplePruningTests {
  private static func list(_ text: String, _ file: String = "people.csv") -> PeopleList {
    PeopleList(file: file, bytes: Array(text.utf8))
  }

  private static func prune(
    _ list: PeopleList, _ scratch: ScratchPeople, _ change: (inout PeopleImport.Options) -> Void = { _ in }
  ) async throws -> PeopleImport.Outcome {
    var options = PeopleImport.Options()
    options.prunes = true
    change(&options)
    return try await PeopleImport(scratch.database, clock: scratch.clock, options: options).run(list, by: nil)
  }

  /// A list of so many people.
  private static func people(_ count: Int) -> String {
    "email,name\n" + (0..<count).map { "p\($0)@example.org,Person \($0)\n" }.joined()
  }

  @Test(
    "a list that names nobody is refused, and shuts nobody out",
    arguments: [
      ("", "people.csv"), ("\n\n", "people.csv"), ("email,name\n", "people.csv"), ("", "people.yaml"),
      ("[]", "people.json"), ("{\"people\": []}", "people.json"), ("Email\tName\n", "people.tsv"),
      ("<html><body>503 Service Unavailable</body></html>", "people.csv"), ("503 Service Unavailable", "people.yaml"),
      ("name,affiliation\nAda,AAU\n", "people.csv"), ("email,name\nnot an address,Ada\n", "people.csv"),
    ])
  func empty(text: String, file: String) async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      for isDry in [true, false] {
        let outcome = try await Self.prune(Self.list(text, file), scratch) {
          ($0.isDry, $0.skipsBadRows) = (isDry, true)
        }
        #expect(outcome.isRefused && outcome.removed == 0)
        #expect(outcome.problems.contains { $0.severity == .error })
      }
      #expect(try await scratch.people.account(ada.id)?.standing == .active)
    }
  }

  @Test("more than a tenth is shut out only where the version is given that was looked at")
  func many() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await Self.prune(Self.list(Self.people(100)), scratch)
      let tenth = try await Self.prune(Self.list(Self.people(90)), scratch)
      #expect(tenth.removed == 10 && !tenth.shutsOutMany)
      let half = Self.list(Self.people(45))
      let dry = try await Self.prune(half, scratch) { $0.isDry = true }
      #expect(dry.removed == 45 && dry.shutsOutMany)
      await #expect(throws: PeopleImport.unseen(45)) { _ = try await Self.prune(half, scratch) }
      let active = PeopleChoice(standing: .active)
      #expect(try await scratch.people.search(active, for: nil).total == 90)
      let done = try await Self.prune(half, scratch) { $0.seen = dry.version }
      #expect(done.removed == 45)
      #expect(try await scratch.people.search(active, for: nil).total == 45)
    }
  }

  @Test("whose address or number stands in a row that is left out does not count as lacking")
  func leftOut() async throws {
    try await ScratchPeople.run { scratch in
      let names = ["ada", "bo", "cy", "di", "eve", "gone"]
      let rows = names.enumerated().map { "\($1)@example.org,\($1),\($0)\n" }.joined()
      _ = try await Self.prune(Self.list("email,name,registration\n" + rows), scratch)
      let eve = try #require(try await scratch.account("eve@example.org"))
      let details = try PersonDetails(
        name: "Eve", email: "eve@new.example", affiliation: nil, country: nil, registration: "4")
      _ = try await scratch.people.correct(eve.id, to: details, by: nil)
      let text = """
        email,name,registration
        ada@example.org,ada,0
        Bo@Example.org,,
        ,cy,2
        di@example.org,di,3,one field too many
        "Eve <eve@example.org>",eve,

        """
      let outcome = try await Self.prune(Self.list(text), scratch) { $0.skipsBadRows = true }
      #expect(outcome.people.removed.map(\.name) == ["gone"])
      #expect(outcome.removed == 1 && outcome.kept == 4)
    }
  }

  @Test("who is shut out is signed out, and has no calendar any more; the others have both")
  func ways() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await Self.prune(Self.list(Self.people(3)), scratch)
      let calendars = PrivateCalendars(scratch.database, clock: scratch.clock)
      var ids: [String] = []
      for number in 0..<3 {
        let id = try #require(try await scratch.account("p\(number)@example.org")?.id)
        _ = try await calendars.renew(for: id)
        _ = try await scratch.database.write {
          try Devices.add(for: id, browser: "Firefox", at: ScratchPeople.start, $0)
        }
        ids.append(id)
      }
      #expect(try await Self.prune(Self.list(Self.people(1)), scratch).removed == 2)
      for (number, id) in ids.enumerated() {
        let isIn = number == 0
        #expect(try await scratch.people.account(id)?.standing == (isIn ? .active : .removed))
        #expect(try await scratch.devices.all(of: id).count == (isIn ? 1 : 0))
        #expect(try await (calendars.made(for: id) != nil) == isIn)
        let deeds: Int? = try await scratch.database.first(
          "SELECT COUNT(*) FROM deeds WHERE subject = \(id) AND action = 'removed, as a list lacks them'")?.value(0)
        #expect(deeds == (isIn ? 0 : 1))
      }
    }
  }

  @Test("who is banned stays so, whether a list lacks or names them")
  func banned() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await Self.prune(Self.list(Self.people(3)), scratch)
      let last = try #require(try await scratch.account("p2@example.org"))
      try await scratch.people.setStanding(.banned, of: last.id, by: nil)
      let lacking = try await Self.prune(Self.list(Self.people(2)), scratch)
      #expect(lacking.removed == 0)
      _ = try await Self.prune(Self.list(Self.people(3)), scratch)
      #expect(try await scratch.people.account(last.id)?.standing == .banned)
    }
  }
}
