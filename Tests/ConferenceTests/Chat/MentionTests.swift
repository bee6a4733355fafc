import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct MentionTests {
  private let corridor = ChatTests.corridor
  private let paper = ChannelKey(kind: .papers, name: "p")

  private func names(_ message: Message) -> [String] { message.mentions.map(\.name) }

  /// Says something by which everybody in the corridor knows that one is there.
  @discardableResult
  private func arrive(_ talk: ScratchChat) async throws -> Message {
    try await talk.say("Here I am", by: talk.ada)
    return try await talk.say("So am I", by: talk.ben)
  }

  @Test("who is named hears of it, is found by the message, and counts it apart from what else is new")
  func heard() async throws {
    try await ScratchChat.run { talk in
      let his = try await arrive(talk)
      try await talk.say("What a day", by: talk.ada)
      let message = try await talk.say("See this, @ben mensah!", by: talk.ada)
      #expect(names(message) == ["Ben Mensah"])
      let events = try await talk.scratch.database.events(after: 0, limit: 100, topics: ["me/\(try talk.id(talk.ben))"])
      #expect(events.filter { $0.kind == "unread" }.map(\.subject) == ["general/corridor"])
      // What she wrote before he did counts as read.
      #expect(try await talk.conversations.news(by: talk.ben) == Unread(count: 2, forMe: 1, newest: message.number))
      let all = try await talk.conversations.all(by: talk.ben)
      #expect(all.map(\.forMe) == [1] && all.first?.firstForMe?.id == message.id)
      #expect(try await talk.conversations.news(by: talk.ada) == Unread(count: 1, forMe: 0, newest: his.number))
      try await talk.conversations.read(corridor, upTo: message.number, by: talk.ben)
      #expect(try await talk.conversations.news(by: talk.ben) == Unread(count: 0, forMe: 0))
    }
  }

  @Test("where very much is new, the number of the newest still rises with each message of others")
  func newest() async throws {
    try await ScratchChat.run { talk in
      try await talk.say("Here", by: talk.ben)
      try await flood(talk)
      let before = try await talk.conversations.news(by: talk.ben)
      #expect(before.count == 99)
      let message = try await talk.say("Hello @Ben Mensah", by: talk.ada)
      try await talk.say("Mine", by: talk.ben)
      let after = try await talk.conversations.news(by: talk.ben)
      #expect(before.newest < message.number && after == Unread(count: 99, forMe: 1, newest: message.number))
    }
  }

  /// More messages than are counted.
  private func flood(_ talk: ScratchChat) async throws {
    let ada = try talk.id(talk.ada)
    try await talk.scratch.database.execute(
      """
      INSERT INTO messages (id, channel, author, client, body, words, sent_at)
      WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 150)
      SELECT 'flood' || numbers.number, 'general/corridor', accounts.id, 'flood' || numbers.number, 'Hello', 'hello', 1
      FROM numbers JOIN accounts ON accounts.id = \(ada)
      """)
  }

  @Test("nobody is named who has nothing to do with a channel and shows nothing of themselves")
  func strangers() async throws {
    try await ScratchChat.run { talk in
      #expect(names(try await talk.say("Hello @Ada Nwosu", by: talk.ben)).isEmpty)
      // An author of the paper, by the address in the program.
      #expect(names(try await talk.say("Hello @Ada Nwosu", in: paper, by: talk.ben)) == ["Ada Nwosu"])
      #expect(names(try await talk.say("Hello @Ben Mensah", in: paper, by: talk.ada)) == ["Ben Mensah"])
      try await talk.allow(true, talk.ada)
      #expect(names(try await talk.say("Hello @Ada Nwosu", by: talk.ben)) == ["Ada Nwosu"])
    }
  }

  @Test("who was granted a claim is an author, too")
  func claimed() async throws {
    try await ScratchChat.run { talk in
      let eve = try await talk.scratch.add("eve@example.org", name: "Eve Silva").id
      #expect(names(try await talk.say("@Eve Silva", in: paper, by: talk.ben)).isEmpty)
      try await talk.scratch.database.execute(
        "INSERT INTO paper_claims (account, paper, state, claimed_at) VALUES (\(eve), 'p', 'granted', 1)")
      #expect(names(try await talk.say("@Eve Silva", in: paper, by: talk.ben)) == ["Eve Silva"])
    }
  }

  @Test("in what two people write to each other nobody else is named")
  func direct() async throws {
    try await ScratchChat.run { talk in
      for door in [talk.ada, talk.ben] { try await talk.allow(true, door) }
      let eve = ChatTests.door(try await talk.scratch.add("eve@example.org", name: "Eve Silva"))
      try await talk.allow(true, eve)
      let directs = DirectChannels(talk.scratch.database, clock: talk.scratch.clock)
      let key = try await directs.open(with: try talk.id(talk.ben), by: talk.ada.access)
      let message = try await talk.say("@Ben Mensah, what of @Eve Silva?", in: key, by: talk.ada)
      #expect(names(message) == ["Ben Mensah"])
      #expect(try await talk.chat.names(beginning: "eve", in: key, by: talk.ada).isEmpty)
      #expect(try await talk.conversations.news(by: eve) == Unread(count: 0, forMe: 0))
    }
  }

  @Test("an edit names whom the text names now, and a message that is taken back names nobody")
  func edits() async throws {
    try await ScratchChat.run { talk in
      try await arrive(talk)
      let eve = ChatTests.door(try await talk.scratch.add("eve@example.org", name: "Eve Silva"))
      try await talk.say("Me too", by: eve)
      let message = try await talk.say("@Ben Mensah", by: talk.ada)
      try await talk.chat.edit(message.id, to: MessageText("@Eve Silva", client: nil), by: talk.ada)
      #expect(names(try await talk.chat.message(message.id)) == ["Eve Silva"])
      #expect(try await talk.conversations.news(by: talk.ben).forMe == 0)
      #expect(try await talk.conversations.news(by: eve).forMe == 1)
      for door in [talk.ben, eve] {
        let topic = "me/\(try talk.id(door))"
        let told = try await talk.scratch.database.events(after: 0, limit: 100, topics: [topic])
        #expect(!told.isEmpty)
      }
      try await talk.chat.edit(message.id, to: MessageText("@Eve Silva @Ada Nwosu", client: nil), by: talk.ada)
      #expect(names(try await talk.chat.message(message.id)) == ["Eve Silva"], "nobody names themselves")
      try await talk.chat.remove(message.id, by: talk.ada)
      #expect(names(try await talk.chat.message(message.id)).isEmpty)
      #expect(try await talk.conversations.news(by: eve).forMe == 0)
    }
  }

  @Test("what is no prose names nobody")
  func prose() async throws {
    try await ScratchChat.run { talk in
      try await arrive(talk)
      let text = try MessageText("`@Ben Mensah`", client: nil) { _ in [] }
      #expect(names(try await talk.chat.post(text, in: corridor, by: talk.ada)).isEmpty)
    }
  }

  @Test(
    "one is told of a mention in a channel that one does not follow, as long as it is there and its author is not blocked"
  )
  func unfollowed() async throws {
    try await ScratchChat.run { talk in
      try await talk.allow(true, talk.ben)
      let (key, channels, organizer) = try await talk.channel("News")
      try await talk.say("Hello", in: key, by: talk.ada)
      let message = try await talk.say("Hello @Ben Mensah", in: key, by: talk.ada)
      #expect(try await talk.conversations.news(by: talk.ben) == Unread(count: 1, forMe: 1, newest: message.number))
      let one = try #require(try await talk.conversations.all(by: talk.ben).first)
      #expect(one.channel.key == key && one.unread == 0 && one.forMe == 1 && one.firstForMe?.id == message.id)
      let blocks = Blocks(talk.scratch.database, clock: talk.scratch.clock)
      try await blocks.block(try talk.id(talk.ada), by: try talk.id(talk.ben))
      #expect(try await talk.conversations.news(by: talk.ben) == Unread(count: 0, forMe: 0))
      #expect(try await talk.conversations.all(by: talk.ben).isEmpty)
      try await blocks.unblock(try talk.id(talk.ada), by: try talk.id(talk.ben))
      try await channels.remove(key, by: organizer)
      #expect(try await talk.conversations.news(by: talk.ben) == Unread(count: 0, forMe: 0))
      #expect(try await talk.conversations.all(by: talk.ben).isEmpty)
    }
  }

  @Test("who reads all has read what names them, too")
  func readAll() async throws {
    try await ScratchChat.run { talk in
      try await talk.allow(true, talk.ben)
      try await talk.say("Hello @Ben Mensah", in: paper, by: talk.ada)
      #expect(try await talk.conversations.news(by: talk.ben).forMe == 1)
      try await talk.conversations.readAll(of: try talk.id(talk.ben))
      #expect(try await talk.conversations.news(by: talk.ben) == Unread(count: 0, forMe: 0))
      #expect(try await talk.conversations.all(by: talk.ben).isEmpty)
    }
  }

  @Test(
    "names are offered by how they begin, those of who wrote here first, and those of namesakes with signs of theirs")
  func offers() async throws {
    try await ScratchChat.run { talk in
      let second = ChatTests.door(try await talk.scratch.add("second@example.org", name: "ADA NWOSU"))
      let third = ChatTests.door(try await talk.scratch.add("third@example.org", name: "Adà <i>_x"))
      try await talk.scratch.add("hidden@example.org", name: "Ada Hidden")
      try await talk.allow(true, third)
      try await talk.say("Here", by: talk.ada)
      try await talk.say("Here", by: second)
      let offers = try await talk.chat.names(beginning: "ADA", in: corridor, by: talk.ben)
      #expect(offers.count == 3 && Set(offers.prefix(2).map(\.name)) == ["Ada Nwosu", "ADA NWOSU"])
      #expect(offers.last == NameOffer(name: "Adà <i>_x", text: "Adà &lt;i\\>\\_x", about: nil))
      for offer in offers.prefix(2) {
        #expect(offer.about?.hasPrefix("#") == true)
        let named = try await talk.say("@\(offer.text) and you", by: talk.ben)
        #expect(names(named) == [offer.name])
      }
      #expect(names(try await talk.say("@Ada Nwosu", by: talk.ben)).isEmpty, "nobody is guessed")
      #expect(
        try await talk.chat.names(beginning: "ada", in: corridor, by: talk.ada).map(\.name) == [
          "ADA NWOSU", "Adà <i>_x",
        ])
      for start in ["", "%", "_", "ada@", "ada nwosu ada", "\0", "nwosu"] {
        #expect(try await talk.chat.names(beginning: start, in: corridor, by: talk.ben).isEmpty, "\(start)")
      }
    }
  }
}
