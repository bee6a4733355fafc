import Testing

@testable import Conference

@Suite(.bothDatabases) struct PersonDetailsTests {
  private static func details(_ email: String, registration: String? = nil) throws -> PersonDetails {
    try PersonDetails(
      name: " Selam  Tesfaye ", email: email, affiliation: "AAU", country: "", registration: registration)
  }

  @Test("somebody is put on the list once, as a participant")
  func register() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.people.register(try Self.details("Selam@Example.org", registration: "7"), by: nil)
      #expect(account.name == "Selam Tesfaye" && account.email?.text == "selam@example.org" && account.country == nil)
      #expect(try await scratch.people.account(account.id) == account)
      #expect(account.role == .participant && account.standing == .active)
      await #expect(throws: ConferenceError.conflict("selam@example.org has an account already")) {
        _ = try await scratch.people.register(try Self.details("selam@example.org"), by: nil)
      }
      await #expect(throws: ConferenceError.conflict("the registration is somebody else's already")) {
        _ = try await scratch.people.register(try Self.details("other@example.org", registration: "7"), by: nil)
      }
    }
  }

  @Test("another address signs out, another name does not; the same again changes nothing")
  func correct() async throws {
    try await ScratchPeople.run { scratch in
      let account = try await scratch.add("selam@example.org", name: "Selam")
      let ticket = try await scratch.ask("selam@example.org")
      let entered = try await scratch.signIns().enter(
        code: ticket.code, email: try #require(account.email), client: "192.0.2.1", named: "Test")
      let secret = try #require(entered.secret)
      let people = scratch.people
      _ = try await people.correct(account.id, to: try Self.details("selam@example.org"), by: nil)
      #expect(try await scratch.devices.signedIn(secret)?.account.name == "Selam Tesfaye")
      let deeds = try await people.deeds(about: account.id, for: nil).count
      _ = try await people.correct(account.id, to: try Self.details("selam@example.org"), by: nil)
      #expect(try await people.deeds(about: account.id, for: nil).count == deeds)
      _ = try await people.correct(account.id, to: try Self.details("st@example.org"), by: nil)
      #expect(try await scratch.devices.signedIn(secret) == nil)
    }
  }

  @Test("the address of somebody with a role moves only for who may give roles, and to nobody else's")
  func moving() async throws {
    try await ScratchPeople.run { scratch in
      let organizer = try await scratch.add("abeba@example.org", role: .organizer)
      try await scratch.add("selam@example.org")
      let people = scratch.people
      let (_, secret) = try await scratch.tokens.add("List", [.peopleWrite], lasting: 1, by: nil)
      let list = try #require(try await scratch.tokens.present(secret).holder)
      await #expect(throws: ConferenceError.forbidden("This token has not the scope roles:write")) {
        _ = try await people.correct(organizer.id, to: try Self.details("thief@example.org"), by: list)
      }
      await #expect(throws: ConferenceError.conflict("selam@example.org has an account already")) {
        _ = try await people.correct(organizer.id, to: try Self.details("selam@example.org"), by: nil)
      }
      #expect(try await people.account(organizer.id) == organizer)
      let moved = try await people.correct(organizer.id, to: try Self.details("ab@example.org"), by: nil)
      #expect(moved.email?.text == "ab@example.org" && moved.role == .organizer)
    }
  }

  @Test("the address of somebody who has come in moves only for who may make ways in, also once they are signed out")
  func takingOver() async throws {
    try await ScratchPeople.run { scratch in
      let selam = try await scratch.add("selam@example.org", name: "Selam")
      let nia = try await scratch.add("nia@wrong.example", name: "Nia")
      let ticket = try await scratch.ask("selam@example.org")
      _ = try await scratch.signIns().enter(
        code: ticket.code, email: try #require(selam.email), client: "192.0.2.1", named: "Test")
      let (people, tokens) = (scratch.people, scratch.tokens)
      let few = try await tokens.add("List", [.peopleRead, .peopleWrite], lasting: 1, by: nil).secret
      let more = try await tokens.add("All", [.peopleWrite, .signInWrite], lasting: 1, by: nil).secret
      let list = try #require(try await tokens.present(few).holder)
      let all = try #require(try await tokens.present(more).holder)
      func isRefused() async throws {
        await #expect(throws: ConferenceError.forbidden("This token has not the scope sign-in:write")) {
          _ = try await people.correct(selam.id, to: try Self.details("thief@example.org"), by: list)
        }
      }
      try await isRefused()
      try await people.signOut(selam.id, by: list)
      try await isRefused()
      _ = try await people.correct(selam.id, to: try Self.details("selam@example.org"), by: list)
      #expect(try await people.account(selam.id)?.name == "Selam Tesfaye", "all but the address")
      _ = try await people.correct(nia.id, to: try Self.details("nia@right.example"), by: list)
      _ = try await people.correct(selam.id, to: try Self.details("st@example.org"), by: all)
      let told = try await scratch.database.query("SELECT recipient FROM outbox WHERE purpose = 'notice'").map {
        try $0.value(0, as: String.self)
      }
      #expect(told == ["selam@example.org"], "at a wrong address there is nobody to be told")
    }
  }
}
