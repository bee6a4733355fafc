import Testing

@testable import Conference

/// What stands on the record of moderators besides what they do in their own forms.
extension ModerationTests {
  @Test("whom organizers ban at their own place is on the record of moderators with who and why, and undone there")
  func organizersBan() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, people) = (Self.moderation(desk), desk.scratch.people)
      let bob = ModerationChoice(person: desk.bob.id)
      try await people.setStanding(.banned, of: desk.bob.id, why: "Threats", by: desk.olga.id)
      let first = try await moderation.record(bob, for: nil)
      #expect(first.map(\.action) == [.ban] && first.map(\.byName) == ["Olga"] && first.map(\.why) == ["Threats"])
      try await moderation.undo(try #require(first.first).id, by: Self.access(desk.mona))
      #expect(try await people.account(desk.bob.id)?.standing == .active)
      desk.scratch.time.pass(seconds: 1)
      try await people.setStanding(.banned, of: desk.bob.id, by: desk.olga.id)
      try await people.setStanding(.banned, of: desk.bob.id, by: desk.olga.id)
      desk.scratch.time.pass(seconds: 1)
      try await people.setStanding(.active, of: desk.bob.id, by: desk.olga.id)
      let second = try await moderation.record(bob, for: nil)
      #expect(second.map(\.undoneByName) == ["Olga", "Mona"], "nothing is left to be undone once they are let in")
      try await people.setStanding(.banned, of: desk.bob.id, by: nil)
      #expect(try await moderation.record(bob, for: nil).count == 2, "the command line is nobody")
    }
  }

  @Test("what a moderator shows again of somebody who is banned is on record, and hidden anew rather than undone")
  func shownAgain() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let message = try await desk.say("Harmless", by: desk.bob)
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: Self.access(desk.olga))
      desk.scratch.time.pass(seconds: 1)
      try await moderation.restore(.message(message.id), by: mona)
      let entry = try #require(try await moderation.record(for: nil).first)
      #expect(entry.action == .show && entry.byName == "Mona" && entry.person == desk.bob.id)
      #expect(entry.subject == "messages/\(message.id)" && entry.channel == "general/corridor")
      await #expect(throws: ConferenceError.self) { try await moderation.undo(entry.id, by: mona) }
      try await moderation.hide(.message(message.id), why: "", by: mona)
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      #expect(try await chat.message(message.id).isHidden)
    }
  }
}
