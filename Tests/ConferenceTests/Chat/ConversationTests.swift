import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ConversationTests {
  private let corridor = ChatTests.corridor

  @Test("a reply is new until the channel was read up to it")
  func replies() async throws {
    try await ScratchChat.run { talk in
      let root = try await talk.say("A question", by: talk.ben)
      let reply = try await talk.say("An answer", thread: root.id, by: talk.ada)
      #expect(try await talk.conversations.unread(by: talk.ben) == 1)
      let state = try await talk.conversations.state(corridor, of: try talk.id(talk.ben))
      #expect(state.newest == reply.number && state.unread == 1)
      #expect(state.newReplies == 1 && state.firstReply == reply.id)
      try await talk.conversations.read(corridor, upTo: state.newest, by: talk.ben)
      #expect(try await talk.conversations.unread(by: talk.ben) == 0)
    }
  }

  @Test("that something was replied to a message is told to the pages of who wrote it, and to nobody else's")
  func told() async throws {
    try await ScratchChat.run { talk in
      func told() async throws -> [Int] {
        var counts: [Int] = []
        for door in [talk.ada, talk.ben] {
          let topic = "me/\(try talk.id(door))"
          let events = try await talk.scratch.database.events(after: 0, limit: 100, topics: [topic])
          counts.append(events.filter { $0.kind == "unread" }.count)
        }
        return counts
      }
      let root = try await talk.say("A question", by: talk.ben)
      let first = try await told()
      try await talk.say("An answer", thread: root.id, by: talk.ada)
      let second = try await told()
      try await talk.say("Thanks", thread: root.id, by: talk.ben)
      let third = try await told()
      #expect([first, second, third] == [[0, 0], [0, 1], [0, 1]])
    }
  }

  @Test("one's own pages are told where one begins to write, follows, lets go, or has read all, and no others")
  func changed() async throws {
    try await ScratchChat.run { talk in
      func told() async throws -> [Int] {
        var counts: [Int] = []
        for door in [talk.ada, talk.ben] {
          let topic = "me/\(try talk.id(door))"
          let events = try await talk.scratch.database.events(after: 0, limit: 100, topics: [topic])
          counts.append(events.filter { $0.kind == Conversations.changed }.count)
        }
        return counts
      }
      let steps: [() async throws -> Void] = [
        { _ = try await talk.say("The first", by: talk.ben) }, { _ = try await talk.say("The second", by: talk.ben) },
        { try await talk.conversations.follow([corridor], false, by: talk.ben) },
        { _ = try await talk.say("Back again", by: talk.ben) },
        { try await talk.conversations.follow([corridor], true, by: talk.ada) },
        { _ = try await talk.say("As one who follows", by: talk.ada) },
        { try await talk.conversations.readAll(of: try talk.id(talk.ben)) },
      ]
      var counts: [[Int]] = []
      for step in steps {
        try await step()
        counts.append(try await told())
      }
      #expect(counts == [[0, 1], [0, 1], [0, 2], [0, 3], [1, 3], [1, 3], [1, 4]])
    }
  }

  @Test("of a channel of two, both are told whatever becomes of what is written in it, and nobody else is")
  func direct() async throws {
    try await ScratchChat.run { talk in
      let eve = ChatTests.door(try await talk.scratch.add("eve@example.org", name: "Eve Silva"))
      for door in [talk.ada, talk.ben] { try await talk.allow(true, door) }
      let channels = DirectChannels(talk.scratch.database, clock: talk.scratch.clock)
      var last: Int64 = 0
      func told() async throws -> [Bool] {
        let events = try await talk.scratch.database.events(after: last, limit: 100)
        last = events.last?.id ?? last
        return try [talk.ada, talk.ben, eve].map { door in
          let topic = "me/\(try talk.id(door))"
          return events.contains { $0.topic == topic && $0.kind == Conversations.changed }
        }
      }
      _ = try await told()
      let key = try await channels.open(with: try talk.id(talk.ben), by: talk.ada.access)
      var all = [try await told()]
      let message = try await talk.say("Hello", in: key, by: talk.ada)
      all.append(try await told())
      try await talk.chat.edit(message.id, to: MessageText("Hello there", client: nil), by: talk.ada)
      all.append(try await told())
      try await talk.chat.remove(message.id, by: talk.ada)
      all.append(try await told())
      #expect(all == Array(repeating: [true, true, false], count: 4))
    }
  }

  @Test("what is new in all of one's conversations together is what is new to one")
  func together() async throws {
    try await ScratchChat.run { talk in
      try await talk.allow(true, talk.ben)
      let key = try await talk.channel("News").key
      try await talk.say("Here I am", by: talk.ben)
      try await talk.say("To @Ben Mensah", by: talk.ada)
      try await talk.say("To all", by: talk.ada)
      try await talk.say("To @Ben Mensah, who does not follow it", in: key, by: talk.ada)
      for door in [talk.ada, talk.ben] {
        let all = try await talk.conversations.all(by: door)
        #expect(try await talk.conversations.news(by: door) == Unread(of: all))
      }
      #expect(Unread(of: try await talk.conversations.all(by: talk.ben)).forMe == 2)
    }
  }

  @Test("who writes has not read by that what others wrote before")
  func writing() async throws {
    try await ScratchChat.run { talk in
      try await talk.conversations.follow([corridor], true, by: talk.ben)
      let root = try await talk.say("A question", by: talk.ada)
      try await talk.say("Something else", by: talk.ada)
      try await talk.say("An answer", thread: root.id, by: talk.ben)
      #expect(try await talk.conversations.unread(by: talk.ben) == 2)
    }
  }

  @Test("what somebody wrote whom one has blocked is neither new nor the last nor found")
  func blocked() async throws {
    try await ScratchChat.run { talk in
      try await talk.conversations.follow([corridor], true, by: talk.ben)
      let blocks = Blocks(talk.scratch.database, clock: talk.scratch.clock)
      try await blocks.block(try talk.id(talk.ada), by: try talk.id(talk.ben))
      try await talk.say("Hello", by: talk.ada)
      #expect(try await talk.conversations.unread(by: talk.ben) == 0)
      let all = try await talk.conversations.all(by: talk.ben)
      #expect(all.count == 1 && all.first?.unread == 0 && all.first?.last == nil)
      #expect(try await talk.chat.search("hello", by: talk.ben).isEmpty)
      #expect(try await talk.chat.search("hello", by: talk.ada).count == 1)
    }
  }

  @Test("nothing is new in a channel that is there no more")
  func removed() async throws {
    try await ScratchChat.run { talk in
      let (key, channels, organizer) = try await talk.channel("News")
      try await talk.conversations.follow([key], true, by: talk.ben)
      try await talk.say("Hello", in: key, by: talk.ada)
      #expect(try await talk.conversations.unread(by: talk.ben) == 1)
      try await channels.remove(key, by: organizer)
      #expect(try await talk.conversations.unread(by: talk.ben) == 0)
      #expect(try await talk.conversations.all(by: talk.ben).isEmpty)
    }
  }

  @Test("what one may not read takes no place among what a search finds")
  func search() async throws {
    try await ScratchChat.run { talk in
      let (key, channels, organizer) = try await talk.channel("News")
      try await talk.say("A needle", by: talk.ada)
      for _ in 0..<3 { try await talk.say("Another needle", in: key, by: talk.ada) }
      try await channels.remove(key, by: organizer)
      let found = try await talk.chat.search("needle", by: talk.ben, limit: 1)
      #expect(found.map { $0.message.body } == ["A needle"])
      #expect(try await talk.chat.search("\0", by: talk.ben).isEmpty)
    }
  }

  @Test("a search is narrowed by the name of who wrote it and by channel, and finds nobody by their address")
  func narrowed() async throws {
    try await ScratchChat.run { talk in
      let key = try await talk.channel("News").key
      try await talk.say("A needle", by: talk.ada)
      try await talk.say("A needle of Ben's", by: talk.ben)
      try await talk.say("News of a needle", in: key, by: talk.ada)
      func found(_ choice: MessageChoice) async throws -> [String] {
        try await talk.chat.search(choice, by: talk.ben).map { $0.message.body }
      }
      #expect(try await found(MessageChoice("needle", writer: "nwosu ADA")) == ["News of a needle", "A needle"])
      #expect(try await found(MessageChoice("needle", in: ChatTests.corridor)) == ["A needle of Ben's", "A needle"])
      #expect(try await found(MessageChoice("needle", writer: "ada", in: key)) == ["News of a needle"])
      #expect(try await found(MessageChoice("", writer: "Ben")) == ["A needle of Ben's"])
      #expect(try await found(MessageChoice("needle", writer: "example.org")).isEmpty)
      #expect(try await found(MessageChoice(" ", in: key)).isEmpty, "a channel alone is no search")
      #expect(try await found(MessageChoice("needle", writer: "%")).isEmpty)
    }
  }

  @Test("what many people of a name wrote is found in one order, however many they are")
  func namesakes() async throws {
    try await ScratchChat.run { talk in
      let namesakes = try (1...1_100).map { number in
        Account(
          email: try #require(EmailAddress("\(number)@example.org")), name: "Ada Middle \(number)",
          added: ScratchPeople.start)
      }
      try await talk.scratch.database.write { connection in
        for account in namesakes { try People.add(account, at: ScratchPeople.start, connection) }
      }
      let first = ChatTests.door(try await talk.scratch.add("first@example.org", name: "Ada Aalto"))
      let last = ChatTests.door(try await talk.scratch.add("last@example.org", name: "Ada Zulu"))
      for number in 1...3 {
        try await talk.say("First's \(number)", by: first)
        try await talk.say("Ben's \(number)", by: talk.ben)
        try await talk.say("Last's \(number)", by: last)
      }
      let found = try await talk.chat.search(MessageChoice("", writer: "ada"), by: talk.ben, limit: 3)
      #expect(found.map { $0.message.body } == ["Last's 3", "First's 3", "Last's 2"])
      let others = try await talk.chat.search(MessageChoice("", writer: "example.org"), by: talk.ben)
      #expect(others.isEmpty)
    }
  }

  @Test("a thread shows its newest replies, and any other that is asked for")
  func longThread() async throws {
    try await ScratchChat.run { talk in
      let root = try await talk.say("A question", by: talk.ben)
      var replies: [Message] = []
      for number in 1...60 {
        talk.scratch.time.pass(seconds: 60)
        replies.append(try await talk.say("\(number)", thread: root.id, by: talk.ada))
      }
      let texts = { (numbers: ClosedRange<Int>) in numbers.map { "\($0)" } }
      let newest = try await talk.chat.thread(root.id, by: talk.ben)
      #expect(newest.page.messages.map { $0.body } == texts(11...60) && newest.chosen.id == root.id)
      #expect(newest.page.hasOlder && !newest.page.hasNewer)
      let older = try await talk.chat.thread(root.id, .before(replies[10].number), by: talk.ben)
      #expect(older.page.messages.map { $0.body } == texts(1...10) && !older.page.hasOlder && older.page.hasNewer)
      let asked = try await talk.chat.thread(replies[0].id, by: talk.ben)
      #expect(asked.page.messages.first?.id == replies[0].id && asked.chosen.id == replies[0].id && asked.page.hasNewer)
      let seen = try await talk.chat.thread(replies[59].id, by: talk.ben)
      #expect(seen.page.messages.map { $0.body } == texts(11...60))
    }
  }

  @Test("who sees a page of a thread has read no further than to what stands on the others")
  func pageOfThread() async throws {
    try await ScratchChat.run { talk in
      let root = try await talk.say("A question", by: talk.ben)
      var replies: [Message] = []
      for number in 1...60 {
        talk.scratch.time.pass(seconds: 60)
        replies.append(try await talk.say("\(number)", thread: root.id, by: talk.ada))
      }
      let ben = try talk.id(talk.ben)
      let newest = try await talk.chat.thread(root.id, by: talk.ben)
      let early = try await talk.conversations.read(with: newest, of: ben)
      #expect(early?.now == nil, "the first of what is new is on another page")
      let first = try await talk.chat.thread(replies[0].id, by: talk.ben)
      let middle = try await talk.conversations.read(with: first, of: ben)
      #expect(middle?.now == first.page.messages.last?.number)
      try await talk.conversations.read(corridor, upTo: replies[20].number, by: talk.ben)
      let all = try await talk.conversations.read(with: newest, of: ben)
      #expect(all?.now == replies[59].number)
    }
  }

  @Test(
    "of very many channels those with something new are counted, whatever they are called, and what one only reads is none of one's own"
  )
  func many() async throws {
    try await ScratchChat.run { talk in
      let ben = try talk.id(talk.ben)
      try await talk.conversations.follow([corridor], true, by: talk.ben)
      try await fill(talk)
      try await talk.say("Hello", by: talk.ada)
      #expect(try await talk.conversations.unread(by: talk.ben) == 1)
      let news = ChannelKey(kind: .general, name: "feedback")
      await #expect(throws: ConferenceError.self) { try await talk.conversations.follow([news], true, by: talk.ben) }
      try await talk.scratch.database.execute("UPDATE conversations SET wrote_at = NULL WHERE account = \(ben)")
      try await talk.conversations.follow([news], true, by: talk.ben)
    }
  }

  /// A thousand channels that come before the corridor, with nothing in them.
  private func fill(_ talk: ScratchChat) async throws {
    let ben = try talk.id(talk.ben)
    try await talk.scratch.database.execute(
      """
      INSERT INTO conversations (account, channel, wrote_at, read_number)
      WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 1000)
      SELECT accounts.id, 'general/a' || numbers.number, 1, 0 FROM numbers JOIN accounts ON accounts.id = \(ben)
      """)
  }

  @Test("a search finds what was written about one's own request for help, and nothing about another's")
  func ownHelp() async throws {
    try await ScratchChat.run { talk in
      let vera = ChatTests.door(try await talk.scratch.add("vera@example.org", name: "Vera", role: .volunteer))
      let desk = HelpDesk(talk.scratch.database, clock: talk.scratch.clock)
      let id = try await desk.ask(try HelpQuestion("No sound"), by: try talk.id(talk.ada), client: "c")
      try await talk.say("Try the needle", in: ChannelKey(kind: .help, name: id), by: vera)
      #expect(try await talk.chat.search("needle", by: talk.ada).map { $0.message.body } == ["Try the needle"])
      #expect(try await talk.chat.search("needle", by: talk.ben).isEmpty)
      #expect(try await talk.chat.search("needle", by: vera).isEmpty, "the desk's channels are others' own")
    }
  }

  @Test("who sees a thread has read its channel as far as nothing else is new there")
  func seenThread() async throws {
    try await ScratchChat.run { talk in
      let root = try await talk.say("A question", by: talk.ben)
      let reply = try await talk.say("An answer", thread: root.id, by: talk.ada)
      let ben = try talk.id(talk.ben)
      let thread = try await talk.chat.thread(root.id, by: talk.ben)
      let alone = try await talk.conversations.read(with: thread, of: ben)
      #expect(alone?.before == root.number && alone?.now == reply.number)
      let other = try await talk.say("Something else", by: talk.ada)
      try await talk.say("Another answer", thread: root.id, by: talk.ada)
      let again = try await talk.conversations.read(with: try await talk.chat.thread(root.id, by: talk.ben), of: ben)
      #expect(again?.now == other.number - 1)
      try await talk.conversations.read(corridor, upTo: other.number - 1, by: talk.ben)
      let none = try await talk.conversations.read(with: thread, of: ben)
      #expect(none?.now == nil)
      let stranger = try await talk.conversations.read(with: thread, of: "nobody")
      #expect(stranger?.now == nil)
    }
  }
}
