import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ChatRefusalTests {
  private func edit(_ message: Message, _ talk: ScratchChat, by door: ChannelDoor) async throws {
    try await talk.chat.edit(message.id, to: try MessageText("Changed", client: nil), by: door)
  }

  @Test("in a closed channel nothing is changed and nobody reacts, but one takes back what one wrote")
  func closed() async throws {
    try await ScratchChat.run { talk in
      let moderator = Access(try await talk.scratch.add("mona@example.org", role: .moderator), conduct: nil)
      let message = try await talk.say("Hello", by: talk.ben)
      try await talk.chat.react(message.id, "🎉", true, by: talk.ada)
      try await talk.moderation.close("general/corridor", why: "", by: moderator)
      let refusal = ConferenceError.forbidden("A moderator has closed this channel")
      await #expect(throws: refusal) { try await edit(message, talk, by: talk.ben) }
      await #expect(throws: refusal) { try await talk.chat.react(message.id, "👍", true, by: talk.ada) }
      try await talk.chat.react(message.id, "🎉", false, by: talk.ada)
      try await talk.chat.remove(message.id, by: talk.ben)
    }
  }

  @Test("who is muted does not react")
  func muted() async throws {
    try await ScratchChat.run { talk in
      let moderator = Access(try await talk.scratch.add("mona@example.org", role: .moderator), conduct: nil)
      let message = try await talk.say("Hello", by: talk.ada)
      try await talk.moderation.mute(try talk.id(talk.ben), in: nil, minutes: 10, why: "", by: moderator)
      await #expect(throws: ConferenceError.self) { try await talk.chat.react(message.id, "👍", true, by: talk.ben) }
      try await talk.chat.react(message.id, "👍", true, by: talk.ada)
    }
  }

  @Test("where only organizers write by now, nobody else changes what they wrote before")
  func writers() async throws {
    try await ScratchChat.run { talk in
      let (key, channels, organizer) = try await talk.channel("News")
      let message = try await talk.say("Hello", in: key, by: talk.ada)
      try await channels.change(key, title: "News", purpose: nil, writers: .organizers, by: organizer)
      await #expect(throws: ConferenceError.forbidden("Only organizers write in “News”")) {
        try await edit(message, talk, by: talk.ada)
      }
      try await talk.chat.react(message.id, "👍", true, by: talk.ben)
    }
  }

  @Test("only a picture is left without words")
  func words() async throws {
    try await ScratchChat.run { talk in
      let (words, picture) = (try await talk.say("Hello", by: talk.ada), try await talk.say("A plot", by: talk.ada))
      try await talk.scratch.database.execute("UPDATE messages SET picture = 'plot.jpg' WHERE id = \(picture.id)")
      let none = try MessageText("", client: nil, hasPicture: true)
      await #expect(throws: MessageText.empty) { try await talk.chat.edit(words.id, to: none, by: talk.ada) }
      try await talk.chat.edit(picture.id, to: none, by: talk.ada)
      let bodies = (try await talk.chat.message(words.id).body, try await talk.chat.message(picture.id).body)
      #expect(bodies.0 == "Hello" && bodies.1.isEmpty)
    }
  }

  @Test("one changes so much in ten minutes and no more")
  func edits() async throws {
    try await ScratchChat.run { talk in
      let message = try await talk.say("Hello", by: talk.ada)
      for _ in 0..<ChatRules.edits { try await edit(message, talk, by: talk.ada) }
      await #expect(throws: ConferenceError.self) { try await edit(message, talk, by: talk.ada) }
      talk.scratch.time.pass(seconds: 601)
      try await edit(message, talk, by: talk.ada)
    }
  }

  @Test("who wants to be written to directly no more is not, and both can read what was written")
  func consent() async throws {
    try await ScratchChat.run { talk in
      for door in [talk.ada, talk.ben] { try await talk.allow(true, door) }
      let directs = DirectChannels(talk.scratch.database, clock: talk.scratch.clock)
      let key = try await directs.open(with: try talk.id(talk.ben), by: talk.ada.access)
      let message = try await talk.say("Hello", in: key, by: talk.ada)
      try await talk.allow(false, talk.ben)
      let refusal = ConferenceError.forbidden(
        "Ben Mensah does not want to be written to directly any more. What was written can still be read")
      await #expect(throws: refusal) { try await talk.say("Hello?", in: key, by: talk.ada) }
      await #expect(throws: refusal) { try await edit(message, talk, by: talk.ada) }
      await #expect(throws: ConferenceError.self) { try await talk.say("Go away", in: key, by: talk.ben) }
      for door in [talk.ada, talk.ben] {
        #expect(try await talk.chat.page(key, by: door).messages.map { $0.body } == ["Hello"])
      }
      try await talk.allow(true, talk.ben)
      try await talk.say("Hello again", in: key, by: talk.ada)
    }
  }

  @Test("a sign that no database takes is refused as what was typed, and names no message")
  func zero() async throws {
    #expect(throws: ConferenceError.self) { try MessageText("a\0b", client: nil) }
    try await ScratchChat.run { talk in
      await #expect(throws: ConferenceError.notFound("message")) { try await talk.chat.thread("\0", by: talk.ada) }
      await #expect(throws: ConferenceError.self) { try await talk.say("Hello", thread: "\0", by: talk.ada) }
    }
  }
}
