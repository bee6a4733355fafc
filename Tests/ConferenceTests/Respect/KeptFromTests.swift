import Database
import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct KeptFromTests {
  private typealias Desk = ConductCaseTests.Desk

  /// Something that happened, about some people.
  private func incident(about people: [Account]) -> Reported {
    var reported = Reported.incident
    reported.about = Set(people.map(\.id))
    return reported
  }

  @Test("what happened is kept from those whom its reporter says that it is about, also as organizers, in every way")
  func kept() async throws {
    try await ConductCaseTests.run { desk in
      let reported = incident(about: [desk.olga])
      #expect(try await desk.cases.receivers(of: reported, by: desk.ada.id).names == ["Mona"])
      let id = try await desk.report(reported, by: desk.ada)
      #expect(try await desk.outbox.page(for: nil).map(\.recipient) == ["mona@example.org"])
      #expect(try await desk.cases.list(for: desk.olga.id).isEmpty)
      #expect(try await desk.cases.follow(id, by: desk.olga.id) == false)
      let gone = ConferenceError.notFound("case")
      await #expect(throws: gone) { try await desk.cases.file(id, by: desk.olga.id) }
      await #expect(throws: gone) { try await desk.cases.picture(id, by: desk.olga.id) }
      await #expect(throws: gone) { try await desk.cases.take(id, by: desk.olga.id) }
      let file = try await desk.cases.file(id, by: desk.mona.id)
      #expect(file.keptFrom == ["Olga"] && file.handlers.map(\.name) == ["Mona"])
      let mine = try await desk.cases.report(id, of: desk.ada.id)
      #expect(mine.keptFrom == ["Olga"] && mine.handlers.map(\.name) == ["Mona"])
      try await desk.cases.answer(id, "More", by: desk.ada.id, letter: Desk.letter)
      #expect(try await desk.outbox.page(for: nil).allSatisfy { $0.recipient != "olga@example.org" })
    }
  }

  @Test("what reporters download has whom they said that it is about, and that of nobody else has")
  func download() async throws {
    try await ConductCaseTests.run { desk in
      _ = try await desk.report(incident(about: [desk.olga]), by: desk.ada)
      func about(_ account: Account) async throws -> [String?] {
        let json = try JSONSerialization.jsonObject(with: Data(try await desk.scratch.people.data(of: account.id)))
        let tables = try #require(json as? [String: Any])
        return try #require(tables["conduct_cases"] as? [[String: Any]]).map { $0["about"] as? String }
      }
      #expect(try await about(desk.ada) == [desk.olga.id])
      #expect(try await about(desk.olga) == [])
    }
  }

  @Test("where it is about all of the desk the other organizers look at it, and where it is about these, too, nobody")
  func fallback() async throws {
    try await ConductCaseTests.run { desk in
      try await ConductDesk(members: [desk.mona.id]).choose(
        by: desk.olga.id, desk.scratch.database, at: desk.scratch.time.now)
      #expect(try await desk.cases.possibleReaders(for: desk.ada.id).map(\.name) == ["Mona", "Olga"])
      #expect(try await desk.cases.possibleReaders(for: desk.mona.id).map(\.name) == ["Olga"])
      let first = try await desk.report(incident(about: [desk.mona]), by: desk.ada)
      #expect(try await desk.cases.list(for: desk.olga.id).map(\.id) == [first])
      _ = try await desk.report(incident(about: [desk.mona, desk.olga]), by: desk.ada)
      #expect(try await desk.cases.list(for: desk.olga.id).map(\.id) == [first])
      #expect(try await desk.cases.list(for: desk.mona.id).isEmpty)
      var nobody = Reported.incident
      nobody.about = ["nobody"]
      let stranger = nobody
      await #expect(throws: ConferenceError.self) { try await desk.report(stranger, by: desk.ada) }
    }
  }

  @Test("a report about whoever reads the address outside goes to the desk instead, whether by name or by a tick")
  func outside() async throws {
    try await ConductCaseTests.run { desk in
      try await ConductDesk(outside: "Bob@Example.org").choose(
        by: desk.olga.id, desk.scratch.database, at: desk.scratch.time.now)
      let message = try await desk.say("Something rude", by: desk.bob)
      var ticked = Reported.incident
      ticked.isAboutOutside = true
      for reported in [
        try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.ada)),
        try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada)), ticked,
      ] {
        #expect(try await desk.cases.receivers(of: reported, by: desk.ada.id).outside == nil)
        let id = try await desk.report(reported, by: desk.ada)
        #expect(try await desk.cases.report(id, of: desk.ada.id).opened.outside == nil)
        _ = try await desk.cases.file(id, by: desk.mona.id)
      }
      #expect(
        Set(try await desk.outbox.page(for: nil).map(\.recipient)) == ["mona@example.org", "olga@example.org"])
      let other = try await desk.cases.find(.person, desk.mona.id, channel: nil, by: desk.door(desk.ada))
      #expect(try await desk.cases.receivers(of: other, by: desk.ada.id).outside == "bob@example.org")
    }
  }

  @Test(
    "an address that somebody had before counts as theirs, also where their account has another one now")
  func formerAddress() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await database.execute(
        """
        INSERT INTO former_addresses (account, email, left_at) VALUES (\(desk.bob.id), 'old@example.net', 1)
        """)
      try await ConductDesk(outside: "old@example.net").choose(by: desk.olga.id, database, at: now)
      let bob = try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.ada))
      #expect(try await desk.cases.receivers(of: bob, by: desk.ada.id).outside == nil)
    }
  }
}
