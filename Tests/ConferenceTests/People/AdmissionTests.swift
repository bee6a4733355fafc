import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct AdmissionTests {
  private static let letter: @Sendable (Account) -> Letter = {
    Letter(purpose: .notice, subject: "Let in", text: "Dear \($0.name)")
  }

  @Test("who waits is let in once, with one mail, on record with who did it")
  func admitted() async throws {
    try await ScratchPeople.run { scratch in
      let chair = try await scratch.add("chair@example.org", name: "Abeba Chair", role: .organizer)
      let ada = try await scratch.add("ada@example.org")
      try await scratch.people.setStanding(.waiting, of: ada.id, by: nil)
      try await scratch.people.admit(ada.id, by: chair.id, letter: Self.letter)
      #expect(try await scratch.people.account(ada.id)?.standing == .active)
      await #expect(throws: ConferenceError.self) {
        try await scratch.people.admit(ada.id, by: chair.id, letter: Self.letter)
      }
      let mails = try await Outbox(scratch.database, clock: scratch.clock).page(to: "ada@example.org", for: nil)
      #expect(mails.map(\.subject) == ["Let in"])
      let mine = try await scratch.people.deeds(DeedChoice(by: chair.id), for: nil)
      #expect(mine.map(\.deed.action) == ["let in"])
      #expect(mine.first?.name == "Abeba Chair" && mine.first?.subjectName == "Selam Tesfaye")
    }
  }

  @Test("who waits stays signed in when they are let in, by either way")
  func staysSignedIn() async throws {
    try await ScratchPeople.run { scratch in
      for (name, admits) in [("ada", true), ("ben", false)] {
        let account = try await scratch.add("\(name)@example.org")
        try await scratch.people.setStanding(.waiting, of: account.id, by: nil)
        let ticket = try await scratch.people.signIns.issue(for: account, by: nil)
        let secret = try #require(
          try await scratch.people.signIns.enter(link: ticket.link, browser: nil, named: "Firefox").secret)
        if admits {
          try await scratch.people.admit(account.id, by: nil, letter: Self.letter)
        } else {
          try await scratch.people.setStanding(.active, of: account.id, by: nil)
        }
        #expect(try await scratch.devices.signedIn(secret)?.account.standing == .active)
      }
    }
  }

  @Test("the record is found by who did something, whom it was done to, and what it was")
  func record() async throws {
    try await ScratchPeople.run { scratch in
      let chair = try await scratch.add("chair@example.org", name: "Abeba Chair", role: .organizer)
      let ada = try await scratch.add("ada@example.org", name: "Ada Nwosu")
      try await scratch.people.setStanding(.banned, of: ada.id, by: chair.id)
      try await scratch.people.setRole(.moderator, of: ada.id, by: nil)
      let actions = { (text: String) in
        Set(try await scratch.people.deeds(DeedChoice(text: text), for: nil).map(\.deed.action))
      }
      let (banned, changed) = ("standing changed to banned", "role changed to moderator")
      #expect(try await actions("abeba") == [banned])
      #expect(try await actions("ada") == [banned, changed])
      #expect(try await actions("ada BANNED") == [banned])
      #expect(try await actions("100%").isEmpty)
      #expect(try await scratch.people.deeds(for: nil, offset: 1, limit: 1).count == 1)
    }
  }

  @Test("somebody is signed out everywhere, on record; nobody else is")
  func signedOut() async throws {
    try await ScratchPeople.run { scratch in
      let (ada, bob) = (try await scratch.add("ada@example.org"), try await scratch.add("bob@example.org"))
      for account in [ada, bob] {
        let ticket = try await scratch.people.signIns.issue(for: account, by: nil)
        _ = try await scratch.people.signIns.enter(link: ticket.link, browser: nil, named: "Firefox")
      }
      try await scratch.people.signOut(ada.id, by: nil)
      #expect(try await scratch.devices.all(of: ada.id).isEmpty)
      #expect(try await scratch.devices.all(of: bob.id).count == 1)
      #expect(try await scratch.people.deeds(about: ada.id, for: nil).map(\.deed.action).contains("signed out"))
      await #expect(throws: ConferenceError.self) { try await scratch.people.signOut("nobody", by: nil) }
    }
  }

  @Test("several are let in at once, each on record and by a mail of their own; who does not wait is passed over")
  func several() async throws {
    try await ScratchPeople.run { scratch in
      let chair = try await scratch.add("chair@example.org", name: "Abeba Chair", role: .organizer)
      var ids: [String] = []
      for name in ["ada", "ben", "cleo"] {
        let account = try await scratch.add("\(name)@example.org")
        ids.append(account.id)
        if name != "cleo" { try await scratch.people.setStanding(.waiting, of: account.id, by: nil) }
      }
      #expect(try await scratch.people.admit(ids + ["nobody"], by: chair.id, letter: Self.letter) == 2)
      for id in ids.prefix(2) {
        let deeds = try await scratch.people.deeds(about: id, for: nil)
        #expect(deeds.contains { $0.deed.action == "let in" && $0.name == "Abeba Chair" })
      }
      let mails: Int? = try await scratch.database.first("SELECT COUNT(*) FROM outbox")?.value(0)
      #expect(mails == 2)
    }
  }
}
