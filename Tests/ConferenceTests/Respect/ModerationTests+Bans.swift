import Database
import Testing

@testable import Conference

/// What moderators hid of each other, and what a ban hides.
extension ModerationTests {
  @Test("who wrote something that another moderator hid does not bring it back; another one does")
  func ownHidden() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let other = Self.access(try await desk.scratch.add("second@example.org", role: .moderator))
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let message = try await desk.say("Something rude", by: desk.mona)
      try await moderation.hide(.message(message.id), why: "Rude", by: other)
      let entry = try #require(try await moderation.record(for: nil).first)
      let refusal = ConferenceError.forbidden("You wrote this yourself; another moderator can bring it back")
      await #expect(throws: refusal) { try await moderation.undo(entry.id, by: mona) }
      await #expect(throws: refusal) { try await moderation.restore(.message(message.id), by: mona) }
      #expect(try await chat.message(message.id).isHidden)
      let offered = try await moderation.mayRestore(.message(message.id), of: desk.mona.id, by: mona)
      let offeredToOther = try await moderation.mayRestore(.message(message.id), of: desk.mona.id, by: other)
      #expect(!offered && offeredToOther)
      try await moderation.undo(entry.id, by: other)
      #expect(try await chat.message(message.id).isHidden == false)
      try await moderation.hide(.message(message.id), why: "My mistake", by: mona)
      let offeredAgain = try await moderation.mayRestore(.message(message.id), of: desk.mona.id, by: mona)
      #expect(offeredAgain)
      try await moderation.restore(.message(message.id), by: mona)
      #expect(try await chat.message(message.id).isHidden == false)
    }
  }

  @Test("what a ban hid is not brought back by who wrote it, once they are let in again")
  func ownHiddenByBan() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let message = try await desk.say("Something rude", by: desk.mona)
      try await moderation.ban(desk.mona.id, hidesWords: true, why: "", by: Self.access(desk.olga))
      try await desk.scratch.people.setStanding(.active, of: desk.mona.id, by: desk.olga.id)
      await #expect(throws: ConferenceError.forbidden("You wrote this yourself; another moderator can bring it back")) {
        try await moderation.restore(.message(message.id), by: mona)
      }
      try await moderation.restore(.message(message.id), by: Self.access(desk.olga))
    }
  }

  @Test("a ban ends sessions, hides what was written if it is wanted, and undoing it brings back that and no more")
  func ban() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let now = desk.scratch.time.now
      let device = try await desk.scratch.database.write {
        try Devices.add(for: desk.bob.id, browser: "A test", at: now, $0)
      }
      let first = try await desk.say("First", by: desk.bob)
      let second = try await desk.say("Second", by: desk.bob)
      let other = try await desk.say("Of another", by: desk.ada)
      try await moderation.hide(.message(first.id), why: "", by: mona)
      desk.scratch.time.pass(seconds: 1)
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "Threats", by: mona)
      #expect(try await desk.scratch.devices.signedIn(device) == nil)
      #expect(try await desk.scratch.people.account(desk.bob.id)?.standing == .banned)
      #expect(try await chat.message(second.id).isHidden)
      #expect(try await chat.message(other.id).isHidden == false)
      let events = try await desk.scratch.database.events(after: 0, limit: 100, topics: ["accounts"])
      #expect(events.contains { $0.subject == desk.bob.id })
      let entry = try #require(try await moderation.record(for: nil).first)
      #expect(entry.action == .ban && entry.why == "Threats")
      try await moderation.undo(entry.id, by: mona)
      #expect(try await desk.scratch.people.account(desk.bob.id)?.standing == .active)
      #expect(try await chat.message(second.id).isHidden == false)
      #expect(try await chat.message(first.id).isHidden, "what was hidden before stays hidden")
    }
  }

  @Test("undoing a ban that organizers have lifted brings back what it hid, and does not lift a ban that came later")
  func laterBan() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let message = try await desk.say("Before", by: desk.bob)
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: mona)
      let entry = try #require(try await moderation.record(for: nil).first)
      for standing in [Standing.active, .banned] {
        desk.scratch.time.pass(seconds: 1)
        try await desk.scratch.people.setStanding(standing, of: desk.bob.id, by: desk.olga.id)
      }
      try await moderation.undo(entry.id, by: mona)
      #expect(try await desk.scratch.people.account(desk.bob.id)?.standing == .banned)
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      #expect(try await chat.message(message.id).isHidden == false)
    }
  }

  @Test("undoing a ban brings back the standing from before, so that nobody comes in whom organizers did not let in")
  func standingBefore() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona, people) = (Self.moderation(desk), Self.access(desk.mona), desk.scratch.people)
      for standing in [Standing.waiting, .active] {
        desk.scratch.time.pass(seconds: 1)
        try await people.setStanding(standing, of: desk.bob.id, by: desk.olga.id)
        desk.scratch.time.pass(seconds: 1)
        try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: mona)
        #expect(try await people.account(desk.bob.id)?.standing == .banned)
        let entry = try #require(try await moderation.record(for: nil).first)
        try await moderation.undo(entry.id, by: mona)
        #expect(try await people.account(desk.bob.id)?.standing == standing)
      }
      try await people.setStanding(.removed, of: desk.bob.id, by: desk.olga.id)
      let refusal = ConferenceError.conflict("Bob may not come in as it is; only organizers let them in again")
      await #expect(throws: refusal) {
        try await moderation.ban(desk.bob.id, hidesWords: false, why: "", by: mona)
      }
      #expect(try await people.account(desk.bob.id)?.standing == .removed)
    }
  }

  @Test("undoing a ban brings back nothing that another moderator hid after it was shown again")
  func hiddenAfterBan() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let moses = Self.access(try await desk.scratch.add("moses@example.org", role: .moderator))
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let (first, second) = (try await desk.say("First", by: desk.bob), try await desk.say("Second", by: desk.bob))
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: mona)
      let ban = try #require(try await moderation.record(for: nil).first)
      for message in [first, second] { try await moderation.restore(.message(message.id), by: mona) }
      desk.scratch.time.pass(seconds: 1)
      for message in [first, second] { try await moderation.hide(.message(message.id), why: "", by: moses) }
      // What was shown again is a matter of the ban no more, also where what hid it since is undone first.
      try await moderation.restore(.message(second.id), by: moses)
      try await moderation.undo(ban.id, by: mona)
      #expect(try await chat.message(first.id).isHidden)
      #expect(try await chat.message(second.id).isHidden == false)
      try await moderation.restore(.message(first.id), by: moses)
      #expect(try await chat.message(first.id).isHidden == false)
    }
  }

  @Test("undoing what hid a message leaves it to a ban that hides it, too; to show it again does not")
  func hiddenBeforeBan() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let (first, second) = (try await desk.say("First", by: desk.bob), try await desk.say("Second", by: desk.bob))
      for message in [first, second] { try await moderation.hide(.message(message.id), why: "", by: mona) }
      let hidings = try await moderation.record(for: nil).filter { $0.action == .hide }
      desk.scratch.time.pass(seconds: 1)
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: mona)
      let hiding = try #require(hidings.first { $0.subject == WrittenThing.message(first.id).text })
      try await moderation.undo(hiding.id, by: mona)
      #expect(try await chat.message(first.id).isHidden)
      try await moderation.restore(.message(second.id), by: mona)
      #expect(try await chat.message(second.id).isHidden == false)
      let ban = try #require(try await moderation.record(for: nil).first { $0.action == .ban })
      try await moderation.undo(ban.id, by: mona)
      #expect(try await chat.message(first.id).isHidden == false)
    }
  }

  @Test("what two bans hide comes back when both are undone, in either order", arguments: [true, false])
  func twoBans(isFirstUndoneFirst: Bool) async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let message = try await desk.say("Before", by: desk.bob)
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: mona)
      desk.scratch.time.pass(seconds: 1)
      try await desk.scratch.people.setStanding(.active, of: desk.bob.id, by: desk.olga.id)
      desk.scratch.time.pass(seconds: 1)
      try await moderation.ban(desk.bob.id, hidesWords: true, why: "", by: mona)
      let bans = try await moderation.record(for: nil).filter { $0.action == .ban }.map(\.id)
      try #require(bans.count == 2)
      try await moderation.undo(isFirstUndoneFirst ? bans[1] : bans[0], by: mona)
      #expect(try await chat.message(message.id).isHidden)
      try await moderation.undo(isFirstUndoneFirst ? bans[0] : bans[1], by: mona)
      #expect(try await chat.message(message.id).isHidden == false)
      #expect(try await desk.scratch.people.account(desk.bob.id)?.standing == .active)
    }
  }
}
