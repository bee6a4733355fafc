import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct InvitationTests {
  @Test("who never signed in is invited once, after a review, by a mail that lets nobody in")
  func once() async throws {
    try await ScratchPeople.run { scratch in
      let chair = try await scratch.add("chair@example.org", name: "Abeba Chair", role: .organizer)
      try await scratch.people.acceptConduct("v", by: chair.id)
      try await scratch.add("ada@example.org", name: "Ada Nwosu")
      let bob = try await scratch.add("bob@example.org")
      try await scratch.people.setStanding(.banned, of: bob.id, by: nil)
      let invitations = Invitations(scratch.database, clock: scratch.clock)
      let invite = { try await invitations.invite(to: "Looms", address: "https://c.example", by: chair.id) }
      #expect(try await invite() == 1)
      #expect(try await invite() == 0)
      let mails = try await Outbox(scratch.database, clock: scratch.clock).page(to: "ada@example.org", for: nil)
      #expect(mails.map(\.state) == [.waitingForReview] && mails.map(\.subject) == ["You are registered for Looms"])
      let text: String? = try await scratch.database.first("SELECT body_text FROM outbox")?.value(0)
      #expect(text?.contains("https://c.example/sign-in\n") == true)
      let tickets: Int? = try await scratch.database.first("SELECT COUNT(*) FROM sign_ins")?.value(0)
      #expect(tickets == 0)
      #expect(try await scratch.people.deeds(DeedChoice(by: chair.id), for: nil).map(\.deed.action).contains("invited"))
    }
  }

  private func invite(_ scratch: ScratchPeople) async throws -> Int {
    try await Invitations(scratch.database, clock: scratch.clock).invite(
      to: "Looms", address: "https://c.example", by: nil)
  }

  /// What stands in the links of who was invited.
  private func token(of email: String, _ scratch: ScratchPeople) async throws -> Secret {
    let mail = try await Outbox(scratch.database, clock: scratch.clock).page(to: email, for: nil).first
    let link = try #require(mail?.unsubscribe)
    #expect(link.hasPrefix("https://c.example/invitation-mail/"))
    return Secret(String(try #require(link.split(separator: "/").last)))
  }

  @Test("who declines by the link in an invitation gets nothing that may be declined, until they want it again")
  func declined() async throws {
    try await ScratchPeople.run { scratch in
      let (database, clock) = (scratch.database, scratch.clock)
      let ada = try await scratch.add("ada@example.org")
      let (wishes, outbox) = (InvitationWishes(database, clock: clock), Outbox(database, clock: clock))
      let (announcements, reminders) = (Announcements(database, clock: clock), Reminders(database, clock: clock))
      #expect(try await invite(scratch) == 1)
      let secret = try await token(of: "ada@example.org", scratch)
      try await reminders.want(true, by: ada.id)
      #expect(try await wishes.areWanted(secret) == true)
      #expect(try await announcements.mails(forSession: nil, for: nil) == 1)
      for _ in 0..<2 { try await wishes.want(false, secret) }
      #expect(try await wishes.areWanted(secret) == false)
      #expect(try await wishes.declined(by: ada.id, for: nil) == scratch.time.now)
      #expect(try await outbox.counts(for: nil) == [.dropped: 1])
      // As after the weeks for which mails are kept.
      try await database.execute("DELETE FROM outbox")
      #expect(try await invite(scratch) == 0)
      #expect(try await announcements.mails(forSession: nil, for: nil) == 0)
      #expect(try await !reminders.areWanted(by: ada.id))
      #expect(try await !QuestionDigests(database, clock: clock).areWanted(by: ada.id))
      _ = try await scratch.ask("ada@example.org")
      #expect(try await outbox.counts(for: nil) == [.waiting: 1], "what somebody asks for comes")
      try await wishes.want(true, secret)
      #expect(try await wishes.declined(by: ada.id, for: nil) == nil)
      #expect(try await invite(scratch) == 1)
      #expect(try await wishes.areWanted(.random()) == nil)
      await #expect(throws: ConferenceError.notFound("such link")) { try await wishes.want(false, .random()) }
    }
  }

  @Test("who declines announcements alone is still invited")
  func apart() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      try await scratch.database.execute(
        "INSERT INTO mail_wishes (account, token, declined_at) VALUES (\(ada.id), 'token', 1)")
      #expect(try await invite(scratch) == 1)
    }
  }

  @Test(
    "what was declined at a wrong address is not said of the right one, unless by who has come in",
    arguments: [true, false])
  func moved(hasCome: Bool) async throws {
    try await ScratchPeople.run { scratch in
      let wishes = InvitationWishes(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("ada@wrong.example", name: "Ada Nwosu")
      #expect(try await invite(scratch) == 1)
      let secret = try await token(of: "ada@wrong.example", scratch)
      if hasCome { try await scratch.people.acceptConduct("v", by: ada.id) }
      try await wishes.want(false, secret)
      let details = try PersonDetails(
        name: "Ada Nwosu", email: "ada@right.example", affiliation: nil, country: nil, registration: nil)
      _ = try await scratch.people.correct(ada.id, to: details, by: nil)
      #expect(try await (wishes.declined(by: ada.id, for: nil) != nil) == hasCome)
      #expect(try await wishes.areWanted(secret) == (hasCome ? false : nil))
      #expect(try await invite(scratch) == (hasCome ? 0 : 1))
    }
  }
}
