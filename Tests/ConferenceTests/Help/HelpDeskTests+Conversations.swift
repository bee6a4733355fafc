import Database
import Testing

@testable import Conference

/// What is written about a request, and to whom it is new.
extension HelpDeskTests {
  @Test("an answer is new to who asked, whose conversations hold the request from the beginning; a visitor has none")
  func answered() async throws {
    try await run { desk in
      let id = try await desk.help.ask(try HelpQuestion("No sound"), by: desk.ada.id, client: "c")
      let visitor = try HelpVisitor(name: "Nia", email: "nia@example.org")
      _ = try await desk.help.ask(try HelpQuestion("No mail", visitor: visitor), by: nil, client: "c")
      let key = ChannelKey(kind: .help, name: id)
      let (ada, vera) = (
        ChannelDoor(Access(desk.ada, conduct: nil), .empty), ChannelDoor(Access(desk.vera, conduct: nil), .empty)
      )
      let conversations = Conversations(desk.scratch.database, clock: desk.scratch.clock)
      #expect(try await conversations.all(by: ada).map(\.channel.key) == [key])
      #expect(try await conversations.unread(by: ada) == 0)
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let answer = try await chat.post(try MessageText("Unmute it", client: "client-1"), in: key, by: vera)
      #expect(try await conversations.unread(by: ada) == 1)
      #expect(try await conversations.all(by: ada).map(\.unread) == [1])
      try await conversations.read(key, upTo: answer.number, by: ada)
      #expect(try await conversations.unread(by: ada) == 0)
      let others = try await desk.scratch.database.query(
        "SELECT account FROM conversations WHERE channel <> \(key.description)")
      #expect(others.isEmpty)
    }
  }

  @Test("what one of the two writes about a request is told to the other's pages, and is new to them")
  func told() async throws {
    try await run { desk in
      let id = try await desk.help.ask(try HelpQuestion("No sound"), by: desk.ada.id, client: "c")
      let key = ChannelKey(kind: .help, name: id)
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let conversations = Conversations(desk.scratch.database, clock: desk.scratch.clock)
      func say(_ text: String, _ account: Account) async throws {
        let door = ChannelDoor(Access(account, conduct: nil), .empty)
        _ = try await chat.post(try MessageText(text, client: nil), in: key, by: door)
      }
      func told() async throws -> [Int] {
        var counts: [Int] = []
        for account in [desk.ada, desk.vera, desk.bob] {
          let events = try await desk.scratch.database.events(after: 0, limit: 100, topics: ["me/\(account.id)"])
          counts.append(events.filter { $0.kind == "unread" }.count)
        }
        return counts
      }
      try await say("Which browser?", desk.bob)
      let first = try await told()
      #expect(first == [1, 0, 0])
      try await desk.help.take(id, by: desk.vera.id)
      try await say("The newest", desk.ada)
      let second = try await told()
      #expect(second == [1, 1, 0])
      let vera = ChannelDoor(Access(desk.vera, conduct: nil), .empty)
      #expect(try await conversations.unread(by: vera) == 2)
      try await say("Unmute it", desk.vera)
      let third = try await told()
      #expect(third == [2, 1, 0])
    }
  }

  @Test("what is written about a request is new to its present helper, and to none who had it before")
  func handed() async throws {
    try await run { desk in
      let id = try await desk.help.ask(try HelpQuestion("No sound"), by: desk.ada.id, client: "c")
      let key = ChannelKey(kind: .help, name: id)
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      let conversations = Conversations(desk.scratch.database, clock: desk.scratch.clock)
      func door(_ account: Account) -> ChannelDoor { ChannelDoor(Access(account, conduct: nil), .empty) }
      func unread() async throws -> [Int] {
        _ = try await chat.post(try MessageText("Hello?", client: nil), in: key, by: door(desk.ada))
        let vera = try await conversations.unread(by: door(desk.vera))
        return [vera, try await conversations.unread(by: door(desk.bob))]
      }
      try await desk.help.take(id, by: desk.vera.id)
      let taken = try await unread()
      try await desk.help.handOver(id, to: desk.bob.id, by: desk.vera.id)
      let handedOver = try await unread()
      try await desk.help.handOver(id, to: nil, by: desk.bob.id)
      let putBack = try await unread()
      #expect([taken, handedOver, putBack] == [[1, 0], [0, 2], [0, 0]])
      try await desk.help.take(id, by: desk.vera.id)
      try await desk.help.handOver(id, to: desk.vera.id, by: desk.vera.id)
      let again = try await unread()
      try await desk.help.close(id, note: "", by: desk.vera.id)
      try await desk.help.reopen(id, by: desk.ada.id)
      let reopened = try await unread()
      #expect(again == [4, 0] && reopened == [0, 0])
    }
  }
}
