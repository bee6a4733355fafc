import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ModerationTests {
  typealias Desk = ConductCaseTests.Desk

  static func moderation(_ desk: Desk) -> Moderation {
    Moderation(desk.scratch.database, clock: desk.scratch.clock)
  }

  static func access(_ account: Account) -> Access { Access(account, conduct: nil) }

  @Test("who is muted in a channel writes there no more until it ends, is undone, or was only elsewhere")
  func mutes() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      try await moderation.mute(desk.bob.id, in: "general/corridor", minutes: 10, why: "Spam", by: mona)
      await #expect(throws: ConferenceError.self) { try await desk.say("Hello", by: desk.bob) }
      _ = try await desk.say("Hello", by: desk.bob, in: "general/feedback")
      _ = try await desk.say("Hello", by: desk.ada)
      desk.scratch.time.pass(seconds: 601)
      _ = try await desk.say("Back again", by: desk.bob)
      try await moderation.mute(desk.bob.id, in: nil, minutes: nil, why: "", by: mona)
      for channel in ["general/corridor", "general/feedback"] {
        await #expect(throws: ConferenceError.self) { try await desk.say("Hello", by: desk.bob, in: channel) }
      }
      let help = HelpDesk(desk.scratch.database, clock: desk.scratch.clock)
      let request = try await help.ask(try HelpQuestion("Why am I muted?"), by: desk.bob.id, client: "c")
      _ = try await desk.say("The desk hears me", by: desk.bob, in: "help/\(request)")
      let record = try await moderation.record(ModerationChoice(person: desk.bob.id), for: nil)
      #expect(record.map(\.action) == [.mute, .mute] && record.last?.why == "Spam" && record.last?.byName == "Mona")
      #expect(record.map { $0.stands(at: desk.scratch.time.now) } == [true, false])
      try await moderation.undo(record[0].id, by: mona)
      _ = try await desk.say("Thank you", by: desk.bob)
      await #expect(throws: ConferenceError.self) { try await moderation.undo(record[0].id, by: mona) }
      #expect(
        try await moderation.record(ModerationChoice(person: desk.bob.id), for: nil).first?.undoneByName == "Mona")
    }
  }

  @Test("moderators learn who is muted in a channel now, and nobody else does")
  func muted() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      try await moderation.mute(desk.bob.id, in: "general/corridor", minutes: 10, why: "", by: mona)
      try await moderation.mute(desk.bob.id, in: nil, minutes: 1, why: "", by: mona)
      try await moderation.mute(desk.ada.id, in: "general/feedback", minutes: nil, why: "", by: mona)
      let here = try await moderation.muted(in: "general/corridor", for: desk.mona.id)
      #expect(here.map { $0.person } == [desk.bob.id])
      #expect(here.map { $0.until } == [desk.scratch.time.now.adding(minutes: 10)])
      let there = try await moderation.muted(in: "general/feedback", for: desk.mona.id)
      #expect(Set(there.map { $0.person }) == [desk.ada.id, desk.bob.id])
      #expect(there.contains { $0.person == desk.ada.id && $0.until == nil })
      desk.scratch.time.pass(seconds: 601)
      let later = try await moderation.muted(in: "general/corridor", for: desk.mona.id)
      #expect(later.isEmpty)
      await #expect(throws: ConferenceError.self) {
        _ = try await moderation.muted(in: "general/corridor", for: desk.bob.id)
      }
    }
  }

  @Test("a closed channel is opened again once, by moderators only, and both are on record")
  func opened() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      try await moderation.close("general/corridor", why: "Enough", by: mona)
      await #expect(throws: ConferenceError.self) {
        try await moderation.open("general/corridor", by: Self.access(desk.bob))
      }
      try await moderation.open("general/corridor", by: mona)
      _ = try await desk.say("Open again", by: desk.bob)
      await #expect(throws: ConferenceError.conflict("the channel is open already")) {
        try await moderation.open("general/corridor", by: mona)
      }
      let record = try await moderation.record(for: nil)
      #expect(record.map(\.action) == [.close] && record.first?.undoneByName == "Mona")
    }
  }

  @Test("a muted person does not write by changing what they wrote before")
  func edited() async throws {
    try await ConductCaseTests.run { desk in
      let message = try await desk.say("Hello", by: desk.bob)
      try await Self.moderation(desk).mute(desk.bob.id, in: nil, minutes: 10, why: "", by: Self.access(desk.mona))
      let text = try MessageText("Something rude", client: nil)
      await #expect(throws: ConferenceError.self) {
        try await Chat(desk.scratch.database, clock: desk.scratch.clock).edit(
          message.id, to: text, by: desk.door(desk.bob))
      }
    }
  }

  @Test("nobody keeps order among those of the same or a higher role, but organizers do among all others")
  func ranks() async throws {
    try await ConductCaseTests.run { desk in
      let moderation = Self.moderation(desk)
      let chair = try await desk.scratch.add("chair@example.org", role: .chair)
      let second = try await desk.scratch.add("second@example.org", role: .organizer)
      let may: [(Account, Account, Bool)] = [
        (desk.mona, desk.bob, true), (desk.mona, chair, false), (desk.mona, desk.olga, false),
        (desk.mona, desk.mona, false),
        (desk.bob, desk.ada, false), (chair, desk.mona, true), (desk.olga, chair, true), (desk.olga, second, true),
        (desk.olga, desk.olga, false),
      ]
      for (by, person, isAllowed) in may {
        let done: Void? = try? await moderation.mute(person.id, in: nil, minutes: 1, why: "", by: Self.access(by))
        #expect((done != nil) == isAllowed, "\(by.role) mutes \(person.role)")
      }
      for by in [desk.bob, desk.ada] {
        let access = Self.access(by)
        await #expect(throws: ConferenceError.self) {
          try await moderation.close("general/corridor", why: "", by: access)
        }
        await #expect(throws: ConferenceError.self) {
          try await moderation.hide(.message("x"), why: "", by: access)
        }
      }
    }
  }

  @Test(
    "a slow channel takes one message of each person at a time, a closed one only those of moderators; both are undone")
  func channels() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      try await moderation.slow("general/corridor", seconds: 30, why: "Heated", by: mona)
      _ = try await desk.say("One", by: desk.bob)
      await #expect(throws: ConferenceError.self) { try await desk.say("Two", by: desk.bob) }
      _ = try await desk.say("One of mine", by: desk.ada)
      _ = try await desk.say("Calm down", by: desk.mona)
      _ = try await desk.say("And again", by: desk.mona)
      desk.scratch.time.pass(seconds: 31)
      _ = try await desk.say("Two", by: desk.bob)
      try await moderation.close("general/corridor", why: "Enough", by: mona)
      desk.scratch.time.pass(seconds: 31)
      await #expect(throws: ConferenceError.self) { try await desk.say("Three", by: desk.bob) }
      _ = try await desk.say("It is closed", by: desk.mona)
      let record = try await moderation.record(ModerationChoice(channel: "general/corridor"), for: nil)
      #expect(Set(record.map(\.action)) == [.close, .slow])
      for entry in record { try await moderation.undo(entry.id, by: mona) }
      #expect(try await moderation.rules(of: "general/corridor") == ChannelRules(channel: "general/corridor"))
      _ = try await desk.say("Three", by: desk.bob)
      _ = try await desk.say("Four", by: desk.bob)
    }
  }

  @Test("a message is hidden from everybody and restored, and who wrote it, who did it and why is on record")
  func hiding() async throws {
    try await ConductCaseTests.run { desk in
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let message = try await desk.say("Something rude", by: desk.bob)
      try await moderation.hide(.message(message.id), why: "Rude", by: mona)
      #expect(try await chat.message(message.id).isHidden)
      await #expect(throws: ConferenceError.self) { try await moderation.hide(.message(message.id), why: "", by: mona) }
      let entry = try #require(try await moderation.record(for: nil).first)
      #expect(entry.person == desk.bob.id && entry.why == "Rude" && entry.channel == "general/corridor")
      try await moderation.restore(.message(message.id), by: mona)
      #expect(try await chat.message(message.id).isHidden == false)
      let events = try await desk.scratch.database.events(after: 0, limit: 100, topics: ["chat/general/corridor"])
      #expect(events.filter { $0.subject == message.id }.count == 3)
    }
  }

  @Test("a question is hidden and restored like a message; who asked without a name is not named to who reports it")
  func questions() async throws {
    try await ConductCaseTests.run { desk in
      try await desk.scratch.database.execute(
        """
        INSERT INTO questions (id, subject, author, is_anonymous, client, body, state, root, asked_at, changed_at)
        VALUES ('q', 'papers/p', \(desk.bob.id), 1, 'client', 'Something rude', 'open', 'q', 1, 1)
        """)
      let reported = try await desk.cases.find(.question, "q", channel: nil, by: desk.door(desk.ada))
      #expect(reported.copy == "Something rude" && reported.person == desk.bob.id && reported.personName == nil)
      let (moderation, mona) = (Self.moderation(desk), Self.access(desk.mona))
      try await moderation.hide(.question("q"), why: "Rude", by: mona)
      await #expect(throws: ConferenceError.self) {
        try await desk.cases.find(.question, "q", channel: nil, by: desk.door(desk.ada))
      }
      let again = try #require(try await moderation.record(for: nil).first)
      #expect(again.subject == "questions/q" && again.person == desk.bob.id && again.undone == nil)
      try await moderation.undo(again.id, by: mona)
      _ = try await desk.cases.find(.question, "q", channel: nil, by: desk.door(desk.ada))
    }
  }

  @Test("people who blocked each other do not write to each other, whoever of them did it")
  func blocks() async throws {
    try await ConductCaseTests.run { desk in
      let blocks = Blocks(desk.scratch.database, clock: desk.scratch.clock)
      let (first, second) = (min(desk.ada.id, desk.bob.id), max(desk.ada.id, desk.bob.id))
      try await desk.scratch.database.execute(
        "INSERT INTO direct_channels (id, first, second, added_at) VALUES ('two', \(first), \(second), 1)")
      _ = try await desk.say("Hello", by: desk.bob, in: "direct/two")
      try await blocks.block(desk.bob.id, by: desk.ada.id)
      try await blocks.block(desk.bob.id, by: desk.ada.id)
      #expect(try await blocks.ids(blockedBy: desk.ada.id) == [desk.bob.id])
      #expect(try await blocks.ids(blockedBy: desk.bob.id).isEmpty)
      func told() async throws -> [String] {
        let events = try await desk.scratch.database.events(after: 0, limit: 1_000)
        return events.filter { $0.kind == Blocks.changed }.map(\.topic)
      }
      #expect(try await told() == ["me/\(desk.ada.id)"])
      for account in [desk.ada, desk.bob] {
        await #expect(throws: ConferenceError.self) { try await desk.say("Hello", by: account, in: "direct/two") }
      }
      _ = try await desk.say("In public", by: desk.bob)
      try await blocks.unblock(desk.bob.id, by: desk.ada.id)
      #expect(try await told() == ["me/\(desk.ada.id)", "me/\(desk.ada.id)"])
      _ = try await desk.say("Hello", by: desk.bob, in: "direct/two")
      await #expect(throws: ConferenceError.self) { try await blocks.block(desk.ada.id, by: desk.ada.id) }
    }
  }
}
