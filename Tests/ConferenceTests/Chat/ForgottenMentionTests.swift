import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ForgottenMentionTests {
  private func erase(_ door: ChannelDoor, _ talk: ScratchChat) async throws {
    try await talk.scratch.people.erase(try talk.id(door), in: DataFolder(path: "/nowhere"))
  }

  @Test("who is erased is called a former participant in what others wrote, and not found by the name any more")
  func gone() async throws {
    try await ScratchChat.run { talk in
      try await talk.say("Here I am", by: talk.ada)
      let message = try await talk.say("See this, @ada nwosu, and mail bo@ada nwosu", by: talk.ben)
      let before = try await talk.chat.search("nwosu", by: talk.ben)
      #expect(before.map(\.message.id) == [message.id])
      let last = try await talk.scratch.database.events(after: 0, limit: 100).last?.id ?? 0
      try await erase(talk.ada, talk)
      let after = try await talk.chat.message(message.id)
      #expect(after.body == "See this, @a former participant, and mail bo@ada nwosu")
      #expect(after.mentions.isEmpty)
      let found = try await talk.chat.search("former participant", by: talk.ben)
      #expect(found.map(\.message.id) == [message.id])
      let events = try await talk.scratch.database.events(
        after: last, limit: 100, topics: [ChatTests.corridor.topic])
      #expect(events.map(\.subject) == [message.id])
    }
  }

  @Test("of names that begin alike, and of people of one name, only that of who is erased goes")
  func alike() async throws {
    try await ScratchChat.run { talk in
      let scratch = talk.scratch
      let junior = ChatTests.door(try await scratch.add("junior@example.org", name: "Ada Nwosu Junior"))
      let second = ChatTests.door(try await scratch.add("second@example.org", name: "Ada Nwosu"))
      for door in [talk.ada, junior, second] { try await talk.say("Here I am", by: door) }
      let (first, other) = (try talk.id(talk.ada), try talk.id(second))
      let (sign, otherSign) = (
        Mentions.sign(of: first, among: [first, other]), Mentions.sign(of: other, among: [first, other])
      )
      let text = "@Ada Nwosu Junior, @Ada Nwosu#\(sign) and @Ada Nwosu#\(otherSign)"
      let message = try await talk.say(text, by: talk.ben)
      #expect(message.mentions.count == 3)
      try await erase(talk.ada, talk)
      let body = try await talk.chat.message(message.id).body
      #expect(body == "@Ada Nwosu Junior, @a former participant and @Ada Nwosu#\(otherSign)")
    }
  }

  @Test(
    "who else is named keeps the sign of who is meant, and what names the erased in a way that is not found is left alone"
  )
  func signs() async throws {
    try await ScratchChat.run { talk in
      let second = ChatTests.door(try await talk.scratch.add("second@example.org", name: "Ada Nwosu"))
      let eve = ChatTests.door(try await talk.scratch.add("eve@example.org", name: "Eve Silva"))
      for door in [talk.ada, second, talk.ben] { try await talk.say("Here I am", by: door) }
      let ids = [try talk.id(talk.ada), try talk.id(second)]
      let adas = ids.map { "@Ada Nwosu#\(Mentions.sign(of: $0, among: ids))" }.joined(separator: ", ")
      let message = try await talk.say("\(adas) and @Ben Mensah", by: eve)
      let other = try MessageText("\(adas) and @Ben *Mensah*", client: nil) { _ in ["\(adas) and @Ben Mensah"] }
      let unfound = try await talk.chat.post(other, in: ChatTests.corridor, by: eve)
      #expect(message.mentions.count == 3 && unfound.mentions.count == 3)
      let last = try await talk.scratch.database.events(after: 0, limit: 100).last?.id ?? 0
      try await erase(talk.ben, talk)
      let after = try await talk.chat.message(message.id)
      #expect(after.body == "\(adas) and @a former participant" && Set(after.mentions.map(\.id)) == Set(ids))
      #expect(try await talk.chat.message(unfound.id).body == other.text)
      let events = try await talk.scratch.database.events(
        after: last, limit: 100, topics: [ChatTests.corridor.topic])
      #expect(events.map(\.subject) == [message.id])
    }
  }

  @Test("a name that was written as Markdown goes, too")
  func markdown() async throws {
    try await ScratchChat.run { talk in
      let eve = ChatTests.door(try await talk.scratch.add("eve@example.org", name: "Eve_Silva"))
      try await talk.say("Here I am", by: eve)
      let text = try MessageText("Hello @Eve\\_Silva", client: nil) { _ in ["Hello @Eve_Silva"] }
      let message = try await talk.chat.post(text, in: ChatTests.corridor, by: talk.ben)
      #expect(message.mentions.count == 1)
      try await erase(eve, talk)
      #expect(try await talk.chat.message(message.id).body == "Hello @a former participant")
    }
  }

  @Test("a name that is no link stays, so that nobody changes what others wrote by taking a name and going")
  func onlyWritten() async throws {
    try await ScratchChat.run { talk in
      let eve = ChatTests.door(try await talk.scratch.add("eve@example.org", name: "Grace Hopper"))
      let message = try await talk.say("As @Grace Hopper said", by: talk.ben)
      #expect(message.mentions.isEmpty)
      try await erase(eve, talk)
      #expect(try await talk.chat.message(message.id).body == "As @Grace Hopper said")
    }
  }
}
