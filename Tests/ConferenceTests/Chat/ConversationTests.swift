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
      try await talk.conversations.read(corridor, upTo: state.newest, by: talk.ben)
      #expect(try await talk.conversations.unread(by: talk.ben) == 0)
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

  @Test("a thread shows its newest replies, and any other that is asked for")
  func longThread() async throws {
    try await ScratchChat.run { talk in
      let root = try await talk.say("A question", by: talk.ben)
      var replies: [Message] = []
      for number in 1...4 { replies.append(try await talk.say("\(number)", thread: root.id, by: talk.ada)) }
      let newest = try await talk.chat.thread(root.id, by: talk.ben, limit: 2)
      #expect(newest.replies.map { $0.body } == ["3", "4"] && newest.hasOlder && newest.chosen.id == root.id)
      let older = try await talk.chat.thread(replies[0].id, by: talk.ben, limit: 2)
      #expect(older.replies.map { $0.body } == ["1", "3", "4"] && older.chosen.id == replies[0].id)
      let whole = try await talk.chat.thread(replies[3].id, by: talk.ben)
      #expect(whole.replies.count == 4 && !whole.hasOlder)
    }
  }
}
