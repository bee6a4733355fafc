import Foundation
import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ChatTests {
  static let corridor = ChannelKey(kind: .general, name: "corridor")

  /// Somebody at the door of all channels, with one paper in the program.
  static func door(_ account: Account) -> ChannelDoor {
    var draft = Draft(conference: ConferenceInfo(id: "c", name: "Conference"))
    draft.papers = [Paper(id: "p", title: "A paper", authors: [Person(name: "Ada", email: "ada@example.org")])]
    return ChannelDoor(Access(account, conduct: nil), Program(draft: draft, version: 1, changed: ScratchPeople.start))
  }

  private func run(_ body: @escaping (ScratchPeople, Chat, ChannelDoor, ChannelDoor) async throws -> Void) async throws
  {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada Nwosu")
      let ben = try await scratch.add("ben@example.org", name: "Ben Mensah")
      try await body(scratch, Chat(scratch.database, clock: scratch.clock), Self.door(ada), Self.door(ben))
    }
  }

  private func texts(_ chat: Chat, _ door: ChannelDoor, _ key: ChannelKey = corridor) async throws -> [String] {
    try await chat.page(key, by: door).messages.map(\.body)
  }

  @Test("what is sent twice under one id is one message")
  func once() async throws {
    try await run { _, chat, ada, ben in
      let text = try MessageText("Hello", client: "client-1")
      let first = try await chat.post(text, in: Self.corridor, by: ada)
      let again = try await chat.post(text, in: Self.corridor, by: ada)
      #expect(first.id == again.id)
      _ = try await chat.post(text, in: Self.corridor, by: ben)
      #expect(try await self.texts(chat, ben) == ["Hello", "Hello"])
    }
  }

  @Test("twenty people who write at once and try again are each heard once, and in the order in which each wrote")
  func many() async throws {
    try await ScratchPeople.run { scratch in
      let chat = Chat(scratch.database, clock: scratch.clock)
      let reader = Self.door(try await scratch.add("reader@example.org"))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<20 {
          let door = Self.door(try await scratch.add("w\(writer)@example.org"))
          group.addTask {
            for number in 0..<5 {
              let text = try MessageText("\(writer) \(number)", client: "client-\(writer)-\(number)")
              for _ in 0..<2 { _ = try await chat.post(text, in: Self.corridor, by: door) }
            }
          }
        }
        try await group.waitForAll()
      }
      var all: [Message] = []
      var anchor = MessageAnchor.newest
      while true {
        let page = try await chat.page(Self.corridor, anchor, by: reader)
        all = page.messages + all
        guard page.hasOlder, let first = page.messages.first else { break }
        anchor = .before(first.number)
      }
      #expect(all.count == 100 && Set(all.map(\.body)).count == 100)
      for writer in 0..<20 {
        let own = all.map(\.body).filter { $0.hasPrefix("\(writer) ") }
        #expect(own == (0..<5).map { "\(writer) \($0)" })
      }
    }
  }

  @Test("no message appears before one that could be read already, however many write")
  func appearing() async throws {
    try await ScratchPeople.run { scratch in
      let chat = Chat(scratch.database, clock: scratch.clock)
      var doors: [ChannelDoor] = []
      for writer in 0..<20 { doors.append(Self.door(try await scratch.add("w\(writer)@example.org"))) }
      let read: @Sendable () async throws -> [Int64] = {
        try await scratch.database.query("SELECT number FROM messages ORDER BY number").map { try $0.value(0) }
      }
      let reading = Task {
        var seen: [Int64] = []
        while seen.count < 100, !Task.isCancelled {
          let now = try await read()
          #expect(now.starts(with: seen), "what is new comes after what was there")
          seen = now
        }
      }
      defer { reading.cancel() }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (writer, door) in doors.enumerated() {
          group.addTask {
            for number in 0..<5 {
              let text = try MessageText("Hello", client: "client-\(writer)-\(number)")
              _ = try await chat.post(text, in: Self.corridor, by: door)
            }
          }
        }
        try await group.waitForAll()
      }
      try await reading.value
    }
  }

  @Test("the clock may go back an hour: the order holds")
  func clockBack() async throws {
    try await run { scratch, chat, ada, _ in
      _ = try await chat.post(try MessageText("first", client: nil), in: Self.corridor, by: ada)
      scratch.time.pass(seconds: -3_600)
      _ = try await chat.post(try MessageText("second", client: nil), in: Self.corridor, by: ada)
      #expect(try await self.texts(chat, ada) == ["first", "second"])
    }
  }

  @Test("a clock that is set back shuts nobody out who has written much")
  func clockBackAfterMuch() async throws {
    try await run { scratch, chat, ada, _ in
      for number in 1...ChatRules.standard.channelBurst {
        _ = try await chat.post(try MessageText("\(number)", client: nil), in: Self.corridor, by: ada)
      }
      scratch.time.pass(seconds: -1)
      await #expect(throws: ConferenceError.self) {
        try await chat.post(try MessageText("too much", client: nil), in: Self.corridor, by: ada)
      }
      scratch.time.pass(seconds: -3_600)
      _ = try await chat.post(try MessageText("an hour ago", client: nil), in: Self.corridor, by: ada)
      #expect(try await self.texts(chat, ada).last == "an hour ago")
    }
  }

  @Test("replies join the thread of what they reply to, and are counted there")
  func threads() async throws {
    try await run { _, chat, ada, ben in
      let root = try await chat.post(try MessageText("A question", client: nil), in: Self.corridor, by: ada)
      let reply = try await chat.post(
        try MessageText("An answer", client: nil), in: Self.corridor, thread: root.id, by: ben)
      _ = try await chat.post(try MessageText("Thanks", client: nil), in: Self.corridor, thread: reply.id, by: ada)
      #expect(try await self.texts(chat, ada) == ["A question"])
      let thread = try await chat.thread(reply.id, by: ada)
      #expect(thread.root.id == root.id && thread.root.replies == 2 && thread.chosen.id == reply.id)
      #expect(thread.page.messages.map(\.body) == ["An answer", "Thanks"])
    }
  }

  @Test("only its author changes a message or takes it back")
  func own() async throws {
    try await run { _, chat, ada, ben in
      let message = try await chat.post(try MessageText("Helo", client: nil), in: Self.corridor, by: ada)
      await #expect(throws: ConferenceError.self) {
        try await chat.edit(message.id, to: try MessageText("Ha", client: nil), by: ben)
      }
      await #expect(throws: ConferenceError.self) { try await chat.remove(message.id, by: ben) }
      try await chat.edit(message.id, to: try MessageText("Hello", client: nil), by: ada)
      #expect(try await chat.message(message.id).body == "Hello")
      #expect(try await chat.message(message.id).edited != nil)
      try await chat.remove(message.id, by: ada)
      let gone = try await chat.message(message.id)
      #expect(gone.isRemoved && gone.body.isEmpty)
      await #expect(throws: ConferenceError.self) {
        try await chat.edit(message.id, to: try MessageText("Back", client: nil), by: ada)
      }
      #expect(try await chat.search("hello", by: ada).isEmpty)
    }
  }

  @Test("a reaction counts once for each person, and can be taken back")
  func reactions() async throws {
    try await run { _, chat, ada, ben in
      let message = try await chat.post(try MessageText("Hello", client: nil), in: Self.corridor, by: ada)
      for door in [ada, ben, ben] { try await chat.react(message.id, "🎉", true, by: door) }
      #expect(try await chat.message(message.id).reactions.map(\.count) == [2])
      try await chat.react(message.id, "🎉", false, by: ben)
      #expect(try await chat.message(message.id).reactions.map(\.count) == [1])
      await #expect(throws: ConferenceError.self) { try await chat.react(message.id, "💣", true, by: ben) }
    }
  }

  @Test("only organizers write where only organizers write")
  func writers() async throws {
    try await run { scratch, chat, ada, _ in
      let chair = Self.door(try await scratch.add("chair@example.org", role: .organizer))
      let channels = GeneralChannels(scratch.database, clock: scratch.clock)
      let news = try await channels.add(
        title: "News", purpose: nil, writers: .organizers, by: try #require(chair.access.account?.id))
      _ = try await chat.post(try MessageText("Welcome", client: nil), in: news.key, by: chair)
      await #expect(throws: ConferenceError.self) {
        try await chat.post(try MessageText("Me too", client: nil), in: news.key, by: ada)
      }
      #expect(try await self.texts(chat, ada, news.key) == ["Welcome"])
    }
  }

  @Test("two who both allow it write to each other; nobody else reads or finds it")
  func direct() async throws {
    try await run { scratch, chat, ada, ben in
      let eve = Self.door(try await scratch.add("eve@example.org", name: "Eve"))
      let directs = DirectChannels(scratch.database, clock: scratch.clock)
      let (adaId, benId) = (try #require(ada.access.account?.id), try #require(ben.access.account?.id))
      await #expect(throws: ConferenceError.self) { try await directs.open(with: benId, by: ada.access) }
      for (id, name) in [(adaId, "Ada Nwosu"), (benId, "Ben Mensah")] {
        var form = ProfileForm()
        (form.name, form.isReachable) = (name, true)
        try await scratch.people.write(form, of: id)
      }
      let key = try await directs.open(with: benId, by: ada.access)
      #expect(try await directs.open(with: adaId, by: ben.access) == key)
      _ = try await chat.post(try MessageText("A secret", client: nil), in: key, by: ada)
      #expect(try await self.texts(chat, ben, key) == ["A secret"])
      #expect(try await chat.search("secret", by: ben).count == 1)
      #expect(try await chat.search("secret", by: eve).isEmpty)
      await #expect(throws: ConferenceError.notFound("channel")) { try await self.texts(chat, eve, key) }
      await #expect(throws: ConferenceError.notFound("channel")) {
        try await chat.post(try MessageText("Let me in", client: nil), in: key, by: eve)
      }
    }
  }

  @Test("what others wrote is new until it was read, and never new again")
  func unread() async throws {
    try await run { scratch, chat, ada, ben in
      let conversations = Conversations(scratch.database, clock: scratch.clock)
      try await conversations.follow([Self.corridor], true, by: ben)
      var last: Message?
      for number in 0..<3 {
        last = try await chat.post(try MessageText("Message \(number)", client: nil), in: Self.corridor, by: ada)
      }
      #expect(try await conversations.unread(by: ben) == 3)
      #expect(try await conversations.all(by: ben).map(\.unread) == [3])
      try await conversations.read(Self.corridor, upTo: try #require(last).number, by: ben)
      #expect(try await conversations.unread(by: ben) == 0)
      try await conversations.read(Self.corridor, upTo: 1, by: ben)
      #expect(try await conversations.unread(by: ben) == 0)
      try await conversations.follow([Self.corridor], false, by: ben)
      #expect(try await conversations.all(by: ben).isEmpty)
    }
  }

  @Test("all pages together, back to the beginning, are all messages")
  func pages() async throws {
    try await run { scratch, chat, ada, ben in
      for number in 0..<120 {
        scratch.time.pass(seconds: 60)
        _ = try await chat.post(try MessageText("\(number)", client: nil), in: Self.corridor, by: ada)
      }
      var (all, anchor) = ([String](), MessageAnchor.newest)
      while true {
        let page = try await chat.page(Self.corridor, anchor, by: ben)
        all = page.messages.map(\.body) + all
        guard page.hasOlder, let first = page.messages.first else { break }
        anchor = .before(first.number)
      }
      #expect(all == (0..<120).map { "\($0)" })
    }
  }

  @Test("who writes too much is told to wait, and nothing is lost or written")
  func limits() async throws {
    try await run { scratch, chat, ada, ben in
      for number in 0..<ChatRules.standard.channelBurst {
        _ = try await chat.post(try MessageText("\(number)", client: nil), in: Self.corridor, by: ada)
      }
      await #expect(throws: ConferenceError.self) {
        try await chat.post(try MessageText("one more", client: nil), in: Self.corridor, by: ada)
      }
      _ = try await chat.post(try MessageText("mine", client: nil), in: Self.corridor, by: ben)
      scratch.time.pass(seconds: 11)
      _ = try await chat.post(try MessageText("one more", client: nil), in: Self.corridor, by: ada)
      #expect(try await self.texts(chat, ada).suffix(2) == ["mine", "one more"])
    }
  }
}
