import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct AddressChangeTests {
  /// All that the owner of an address may come in by.
  private struct WaysIn {
    let account: Account
    let device: Secret
    let mailed: Ticket
    let browser = Secret.random()
    let byHand: Ticket
    let calendar: Secret
    let token: Secret

    init(_ scratch: ScratchPeople, _ email: String) async throws {
      let person = try #require(try await scratch.account(email))
      // Only organizers have tokens.
      try await scratch.people.setRole(.organizer, of: person.id, by: nil)
      account = try #require(try await scratch.account(email))
      let first = try await scratch.signIns().issue(for: account, by: nil)
      let entered = try await scratch.signIns().enter(link: first.link, browser: nil, named: "Firefox")
      device = try #require(entered.secret)
      let (id, provider, now) = (account.id, try AddressChangeTests.provider, scratch.time.now)
      try await scratch.database.write { try OpenIDIdentity.tie(provider, "7", to: id, at: now, $0) }
      calendar = try await PrivateCalendars(scratch.database, clock: scratch.clock).renew(for: id)
      token = try await scratch.tokens.add("Nightly list", [.peopleRead], lasting: 90, by: id).secret
      byHand = try await scratch.signIns().issue(for: account, by: nil)
      mailed = try await scratch.ask(email, browser: browser)
    }

    /// How many of them still lead somewhere.
    func open(_ scratch: ScratchPeople, _ email: String) async throws -> [String] {
      var open: [String] = []
      let address = try #require(EmailAddress(email))
      if try await scratch.devices.signedIn(device) != nil { open.append("browser") }
      for (name, ticket) in [("mail", mailed), ("hand", byHand)] {
        let byCode = try await scratch.signIns().enter(code: ticket.code, email: address, client: "c", named: "x")
        if byCode.secret != nil { open.append("code by \(name)") }
        let byLink = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
        if byLink.secret != nil { open.append("link by \(name)") }
      }
      let calendars = PrivateCalendars(scratch.database, clock: scratch.clock)
      if (try? await calendars.owner(calendar)) != nil { open.append("calendar") }
      if try await scratch.tokens.present(token).holder != nil { open.append("token") }
      if try await vouched(scratch, email) { open.append("provider") }
      return open
    }

    private func vouched(_ scratch: ScratchPeople, _ email: String) async throws -> Bool {
      let json = """
        {"iss":"https://id.example","sub":"7","aud":"hatata","exp":2,"iat":1,"email":"\(email)","email_verified":true}
        """
      let claims = try JSONDecoder().decode(OpenIDClaims.self, from: Data(json.utf8))
      let admission = OpenIDAdmission(
        provider: try AddressChangeTests.provider, claims: claims, now: scratch.time.now)
      let outcome = try await scratch.database.write {
        try admission.admit(.init(back: "/", account: nil), named: "Firefox", $0)
      }
      if case .signedIn = outcome { return true } else { return false }
    }
  }

  private static var provider: OpenIDProvider {
    get throws {
      try OpenIDProvider(
        id: "story", name: "Story ID", issuer: "https://id.example", client: "hatata", secret: "word")
    }
  }

  private static func read(_ text: String, _ scratch: ScratchPeople) async throws {
    let list = PeopleList(file: "people.csv", bytes: Array(text.utf8))
    _ = try await PeopleImport(scratch.database, clock: scratch.clock).run(list, by: nil)
  }

  private static let list = "email,name,registration\nada@old.example,Ada,R1\n"

  /// What moves the address.
  enum Mover: String, CaseIterable, Sendable {
    case list, hand
  }

  @Test("when an address becomes another's, nothing that its owner had leads in any more", arguments: Mover.allCases)
  func moved(mover: Mover) async throws {
    try await ScratchPeople.run { scratch in
      try await Self.read(Self.list, scratch)
      let ways = try await WaysIn(scratch, "ada@old.example")
      switch mover {
      case .list: try await Self.read("email,name,registration\nada@new.example,Ada,R1\n", scratch)
      case .hand:
        let details = try PersonDetails(
          name: "Ada", email: "ada@new.example", affiliation: nil, country: nil, registration: "R1")
        _ = try await scratch.people.correct(ways.account.id, to: details, by: nil)
      }
      let open = try await ways.open(scratch, "ada@old.example")
      print("tried 8, let in \(open.count)")
      #expect(open == [])
      #expect(try await scratch.tokens.present(ways.token).refusal == "This token was revoked.")
      #expect(try await scratch.people.deeds(DeedChoice(text: "token revoked"), for: nil).count == 1)
      let deeds = try await scratch.people.deeds(about: ways.account.id, for: nil)
      let deed = deeds.first { $0.deed.action == "address changed" }
      #expect(deed?.deed.detail == ["before": "ada@old.example"])
      let told = try await scratch.database.query("SELECT recipient FROM outbox WHERE purpose = 'notice'").map {
        try $0.value(0, as: String.self)
      }
      #expect(told == ["ada@old.example"], "whoever moves it, the owner of the old one learns of it")
    }
  }

  @Test("the new address comes in, and what has nothing to do with the address leaves all as it was")
  func stays() async throws {
    try await ScratchPeople.run { scratch in
      try await Self.read(Self.list, scratch)
      let ways = try await WaysIn(scratch, "ada@old.example")
      try await Self.read("email,name,registration\nada@old.example,Ada Nwosu,R1\n", scratch)
      #expect(try await scratch.devices.signedIn(ways.device)?.account.name == "Ada Nwosu")
      #expect(try await scratch.people.openIDIdentities(of: ways.account.id).count == 1)
      #expect(try await scratch.tokens.present(ways.token).holder != nil)
      try await Self.read("email,name,registration\nada@new.example,Ada Nwosu,R1\n", scratch)
      let browser = Secret.random()
      let ticket = try await scratch.ask("ada@new.example", browser: browser)
      let entered = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
      #expect(entered.secret != nil)
    }
  }

  @Test("a mail to an address that is another person's by now lets nobody into the account it was asked for")
  func swapped() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      let ben = try await scratch.add("ben@example.org", name: "Ben")
      let browser = Secret.random()
      let ticket = try await scratch.ask("ada@example.org", browser: browser)
      // As it would be if the row had been left open.
      for (id, email) in [(ada.id, "elsewhere@example.org"), (ben.id, "ada@example.org")] {
        try await scratch.database.execute("UPDATE accounts SET email = \(email) WHERE id = \(id)")
      }
      let entered = try await scratch.signIns().enter(link: ticket.link, browser: browser, named: "x")
      #expect(entered.secret == nil)
    }
  }

  @Test("who is made an organizer from the command line is signed out, and not when they were one already")
  func organizer() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      let email = try #require(EmailAddress("ada@example.org"))
      for (isFirst, count) in [(true, 0), (false, 1)] {
        let ticket = try await scratch.signIns().issue(for: ada, by: nil)
        _ = try await scratch.signIns().enter(link: ticket.link, browser: nil, named: "x")
        _ = try await scratch.people.addOrganizer(email, name: "Ada")
        #expect(try await scratch.devices.all(of: ada.id).count == count, "first: \(isFirst)")
      }
    }
  }

  @Test("who is banned is made no organizer before the ban is over")
  func bannedOrganizer() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      let email = try #require(EmailAddress("ada@example.org"))
      try await scratch.people.setStanding(.banned, of: ada.id, by: nil)
      await #expect(throws: ConferenceError.self) { _ = try await scratch.people.addOrganizer(email, name: "Ada") }
      #expect(try await scratch.people.account(ada.id)?.standing == .banned)
      try await scratch.people.setStanding(.active, of: ada.id, by: nil)
      #expect(try await scratch.people.addOrganizer(email, name: "Ada").role == .organizer)
    }
  }
}
