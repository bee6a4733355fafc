import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct PeopleImportTests {
  private static let list = """
    E-mail,First name,Last name,Institution,Country,Role,Registration number,T-shirt
    Selam@Example.org,Selam,Tesfaye,Addis Ababa University,Ethiopia,,R1,M
    nia@example.org,Nia,Okoro,,Nigeria,volunteer,R2,S
    """

  private func run(_ text: String, _ scratch: ScratchPeople, _ change: (inout PeopleImport.Options) -> Void = { _ in })
    async throws -> PeopleImport.Outcome
  {
    var options = PeopleImport.Options()
    change(&options)
    let list = PeopleList(file: "people.csv", bytes: Array(text.utf8))
    return try await PeopleImport(scratch.database, clock: scratch.clock, options: options).run(list, by: nil)
  }

  @Test("a list makes accounts, and the same list again changes nothing")
  func twice() async throws {
    try await ScratchPeople.run { scratch in
      let dry = try await run(Self.list, scratch) { $0.isDry = true }
      #expect(dry.added == 2)
      #expect(try await scratch.people.search(PeopleChoice(), for: nil).total == 0)
      let first = try await run(Self.list, scratch)
      #expect(first.added == 2 && !first.isRefused)
      #expect(first.problems.map(\.message).contains { $0.contains("T-shirt") })
      let second = try await run(Self.list, scratch)
      #expect((second.added, second.changed, second.unchanged) == (0, 0, 2))
      let selam = try await scratch.account("selam@example.org")
      #expect(selam?.name == "Selam Tesfaye" && selam?.affiliation == "Addis Ababa University")
      let nia = try await scratch.account("nia@example.org")
      #expect(nia?.role == .volunteer)
    }
  }

  @Test("somebody whose address changed is known by the registration number, and keeps role and account")
  func newAddress() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await run(Self.list, scratch)
      let old = try #require(try await scratch.account("nia@example.org"))
      let outcome = try await run("email,name,registration\nnia@new.example,Nia Okoro,R2\n", scratch)
      #expect(outcome.changed == 1 && outcome.added == 0)
      let new = try #require(try await scratch.account("nia@new.example"))
      #expect(new.id == old.id && new.role == .volunteer)
    }
  }

  @Test("a list that changes a thousand people changes each, and leaves what is theirs")
  func thousand() async throws {
    try await ScratchPeople.run { scratch in
      func list(_ place: String) -> String {
        "email,name,affiliation\n" + (0..<1_001).map { "p\($0)@example.org,Person \($0),\(place) \($0)\n" }.joined()
      }
      _ = try await run(list("Hall"), scratch)
      let last = try #require(try await scratch.account("p1000@example.org"))
      try await scratch.database.execute(
        "UPDATE accounts SET conduct = 'text', conduct_at = 1 WHERE id = \(last.id)")
      try await scratch.people.write(Self.profile(of: last), of: last.id)
      scratch.time.pass(seconds: 60)
      let outcome = try await run(list("Library"), scratch)
      #expect((outcome.added, outcome.changed, outcome.unchanged) == (0, 1_001, 0))
      for number in [0, 399, 400, 1_000] {
        #expect(try await scratch.account("p\(number)@example.org")?.affiliation == "Library \(number)")
      }
      let (account, profile) = try #require(try await scratch.people.profile(of: last.id))
      #expect(account.added == last.added && account.conduct == "text" && profile?.pronouns == "she")
      let shared: Int? = try await scratch.database.first(
        "SELECT COUNT(*) FROM accounts WHERE changed_at = \(scratch.time.now.milliseconds)")?.value(0)
      #expect(shared == 1_001)
    }
  }

  private static func profile(of account: Account) -> ProfileForm {
    var form = ProfileForm()
    (form.name, form.affiliation, form.pronouns) = (account.name, account.affiliation, "she")
    return form
  }

  @Test("two people who swapped addresses get each other's")
  func swap() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await run("email,name,registration\na@x.org,Ada,1\nb@x.org,Bo,2\n", scratch)
      let outcome = try await run("email,name,registration\nb@x.org,Ada,1\na@x.org,Bo,2\n", scratch)
      #expect(outcome.added == 0 && !outcome.isRefused)
      #expect(try await scratch.people.search(PeopleChoice(), for: nil).total == 2)
    }
  }

  @Test("every bad row is named at once, and nobody is taken in")
  func bad() async throws {
    try await ScratchPeople.run { scratch in
      let text = """
        email,name,role,registration
        ,Nobody,,
        not an address,Ada,,
        a@x.org,,,
        b@x.org,Bo,emperor,
        c@x.org,Cy,,7
        C@x.org,Cy again,,8
        d@x.org,Di,,7
        "e@x.org\nBcc: f@x.org",Eve,,
        """
      let outcome = try await run(text, scratch)
      #expect(outcome.isRefused)
      let lines = outcome.problems.filter { $0.severity == .error }.map(\.place.line)
      #expect(lines == [2, 3, 4, 7, 8, 9])
      #expect(try await scratch.people.search(PeopleChoice(), for: nil).total == 0)
      let skipped = try await run(text, scratch) { $0.skipsBadRows = true }
      #expect(!skipped.isRefused && skipped.added == 2)
    }
  }

  @Test("nobody is removed unless it is asked for, and never an organizer; who is back on the list comes in again")
  func pruning() async throws {
    try await ScratchPeople.run { scratch in
      try await scratch.add("chair@example.org", role: .organizer)
      _ = try await run(Self.list, scratch)
      let short = "email,name\nselam@example.org,Selam Tesfaye\n"
      let kept = try await run(short, scratch)
      #expect(kept.removed == 0 && kept.kept == 2)
      _ = try await run(Self.list.replacing("volunteer", with: "participant"), scratch)
      let pruned = try await run(short, scratch) { $0.prunes = true }
      #expect(pruned.removed == 1)
      let nia = try #require(EmailAddress("nia@example.org"))
      #expect(try await scratch.people.account(nia)?.mayComeIn == false)
      _ = try await run(Self.list, scratch)
      #expect(try await scratch.people.account(nia)?.mayComeIn == true)
    }
  }

  @Test("people are found by parts of names, addresses and affiliations, whatever signs are typed")
  func search() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await run(Self.list, scratch)
      for (words, count) in [
        ("tesf", 1), ("SELAM addis", 1), ("example.org", 2), ("%", 0), ("_", 0), ("!", 0), ("", 2), ("' OR 1=1", 0),
      ] {
        #expect(try await scratch.people.search(PeopleChoice(text: words), for: nil).total == count, "\(words)")
      }
      let helpers = try await scratch.people.search(PeopleChoice(role: .volunteer), for: nil).accounts
      #expect(helpers.map(\.name) == ["Nia Okoro"])
    }
  }

  @Test("the only organizer can neither be shut out nor lose the role")
  func last() async throws {
    try await ScratchPeople.run { scratch in
      let email = try #require(EmailAddress("chair@example.org"))
      let account = try await scratch.people.addOrganizer(email, name: "Abeba")
      await #expect(throws: ConferenceError.self) { try await scratch.people.setRole(.chair, of: account.id, by: nil) }
      await #expect(throws: ConferenceError.self) {
        try await scratch.people.setStanding(.banned, of: account.id, by: nil)
      }
      _ = try await run("email,name,role\nchair@example.org,Abeba,organizer\n", scratch)
      let demotion = "email,name,role\nchair@example.org,Abeba,participant\n"
      let refusal = ConferenceError.conflict(
        "the list leaves no organizer, as it gives another role to Abeba (line 2); let one of them keep the role")
      await #expect(throws: refusal) { _ = try await run(demotion, scratch) }
      #expect(try await scratch.people.account(account.id)?.role == .organizer)
      let handover = demotion + "new@example.org,New,organizer\n"
      #expect(try await run(handover, scratch).changed == 1)
    }
  }

  @Test(
    "the record says of each person by whose list they were let in, shut out or given a role; a new role signs them out"
  )
  func record() async throws {
    try await ScratchPeople.run { scratch in
      let chair = try await scratch.add("chair@example.org", name: "Abeba Chair", role: .organizer)
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      let ben = try await scratch.add("ben@example.org", name: "Ben")
      try await scratch.people.setStanding(.waiting, of: ada.id, by: nil)
      let ticket = try await scratch.people.signIns.issue(for: ben, by: nil)
      _ = try await scratch.people.signIns.enter(link: ticket.link, browser: nil, named: "Firefox")
      let csv = "email,name,role\nada@example.org,Ada,\nben@example.org,Ben,moderator\nnew@example.org,New,\n"
      scratch.time.pass(seconds: 60)
      _ = try await PeopleImport(scratch.database, clock: scratch.clock).run(
        PeopleList(file: "people.csv", bytes: Array(csv.utf8)), by: chair.id)
      let newest = { (id: String) in try await scratch.people.deeds(about: id, for: nil).first }
      let (ofAda, ofBen) = (try await newest(ada.id), try await newest(ben.id))
      #expect(ofAda?.deed.action == "let in by a list" && ofAda?.name == "Abeba Chair")
      #expect(
        ofBen?.deed.action == "role changed to moderator by a list" && ofBen?.deed.detail == ["before": "participant"])
      #expect(try await scratch.devices.all(of: ben.id).isEmpty)
      let new = try #require(try await scratch.account("new@example.org"))
      let arrival = try await scratch.people.arrival(of: new, for: nil)
      #expect(arrival?.deed.action == "people imported" && arrival?.name == "Abeba Chair")
    }
  }

  @Test("what is imported is what was looked at; otherwise it is refused, and nobody is touched")
  func seen() async throws {
    try await ScratchPeople.run { scratch in
      _ = try await run(Self.list, scratch)
      let text = "email,name\nselam@example.org,Selam T.\nada@example.org,Ada\n"
      let dry = try await run(text, scratch) { ($0.isDry, $0.prunes) = (true, true) }
      #expect(dry.people.added.map(\.email) == ["ada@example.org"])
      #expect(
        dry.people.changed.map(\.changes) == [
          [PeopleDifference.Change(field: "name", before: "Selam Tesfaye", after: "Selam T.")]
        ])
      await #expect(throws: PeopleImport.changedSince) {
        _ = try await run(text, scratch) { $0.seen = "another" }
      }
      try await scratch.add("ada@example.org", name: "Ada Nwosu")
      await #expect(throws: PeopleImport.changedSince) { _ = try await run(text, scratch) { $0.seen = dry.version } }
      #expect(try await scratch.account("selam@example.org")?.name == "Selam Tesfaye")
      let again = try await run(text, scratch) { $0.isDry = true }
      let outcome = try await run(text, scratch) { $0.seen = again.version }
      #expect(outcome.changed == 2 && outcome.version == again.version)
    }
  }

  @Test(
    "the number of a registration is known by its many names",
    arguments: [
      "Registration", "Reg. number", "Reg number", "Registration no", "Registration No.", "Registration #",
      "Registration ID", "registration_number", "Ticket number", "Ticket no.", "Ticket ID", "Ticket #",
    ])
  func numbers(header: String) {
    let list = PeopleList(file: "people.csv", bytes: Array("email,name,\(header)\na@x.org,Ada,R-7\n".utf8))
    #expect(list.entries.map(\.registration) == ["R-7"])
    #expect(list.problems.isEmpty)
  }

  @Test(
    "what was bought is no number: it neither refuses a list nor makes two people one", arguments: ["Ticket", "Order"])
  func whatWasBought(header: String) async throws {
    try await ScratchPeople.run { scratch in
      let text = "email,name,\(header)\na@x.org,Ada,3-day pass\nb@x.org,Ben,3-day pass\n"
      let outcome = try await run(text, scratch)
      #expect(!outcome.isRefused && outcome.added == 2)
      #expect(outcome.problems.map(\.severity) == [.note])
      let next = try await run("email,name,\(header)\nc@x.org,Cem,3-day pass\n", scratch)
      #expect(next.added == 1)
      #expect(try await scratch.account("a@x.org")?.name == "Ada")
    }
  }

  @Test(
    "a column called registration that says a kind is passed by, which is said once; another one of numbers is taken",
    arguments: [
      ["Full", "Student", "Full", "Full", "Student"], ["Full", "Full", "Full", "Full", ""],
      ["3-day", "3-day", "1-day", "1-day", "1-day"],
    ])
  func kinds(cells: [String]) async throws {
    try await ScratchPeople.run { scratch in
      let rows = cells.enumerated().map { "p\($0)@x.org,Person \($0),\($1),R\($0)\n" }.joined()
      let outcome = try await run("email,name,Registration,Ticket number\n" + rows, scratch)
      #expect(!outcome.isRefused && outcome.added == 5)
      #expect(outcome.problems.map(\.severity) == [.warning])
      #expect(outcome.problems.first?.message.contains("is no number") == true)
      #expect(try await scratch.account("p1@x.org")?.registration == "R1")
      // Another person of the same kind is another person.
      let others = "new@x.org,New,\(cells[0])\nnewer@x.org,Newer,\(cells[0])\n"
      let next = try await run("email,name,Registration\n" + others, scratch)
      #expect(next.added == 2 && next.problems.count == 1)
    }
  }

  @Test("a number that stands twice by mistake is an error still")
  func numberTwice() {
    let rows = [7, 8, 9, 7].enumerated().map { "p\($0)@x.org,Person \($0),R\($1)\n" }.joined()
    let list = PeopleList(file: "people.csv", bytes: Array(("email,name,registration\n" + rows).utf8))
    #expect(list.problems.errors.map(\.place.line) == [5])
    #expect(list.entries.map(\.registration) == ["R7", "R8", "R9"])
  }

  @Test("a list whose first line names no column of addresses is told so once, with what that line has")
  func headless() {
    let list = PeopleList(file: "people.csv", bytes: Array("Ada,a@x.org\nBen,b@x.org\nCem,c@x.org\n".utf8))
    #expect(list.problems.sorted.map { "\($0.severity) \($0.place)" } == ["error people.csv:1:1"])
    #expect(list.problems.errors.first?.message == "no column is called “email”, but “Ada”, “a@x.org”")
    #expect(list.entries.isEmpty)
  }

  @Test("names in two columns are one name")
  func columns() {
    let text = "Given name,Surname,E-mail\nAda,Nwosu,a@x.org\nBen,Okoro,b@x.org\n"
    let list = PeopleList(file: "people.csv", bytes: Array(text.utf8))
    #expect(list.entries.map(\.name) == ["Ada Nwosu", "Ben Okoro"])
    #expect(list.problems.isEmpty)
  }
}
