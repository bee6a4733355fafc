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
      let invite = { try await invitations.invite(to: "Looms", at: "https://c.example/sign-in", by: chair.id) }
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
}
