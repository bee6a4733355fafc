import Testing

@testable import Conference
@testable import Database

@Suite(.bothDatabases) struct ChatRetryTests {
  private let corridor = ChatTests.corridor
  private let feedback = ChannelKey(kind: .general, name: "feedback")

  private func send(
    _ text: String, in key: ChannelKey = ChatTests.corridor, thread: String? = nil, _ talk: ScratchChat
  ) async throws -> Message {
    try await talk.chat.post(try MessageText(text, client: "client-1"), in: key, thread: thread, by: talk.ada)
  }

  private func texts(_ talk: ScratchChat, in key: ChannelKey = ChatTests.corridor) async throws -> [String] {
    try await talk.chat.page(key, by: talk.ben).messages.map { $0.body }
  }

  @Test("another text under an id that was sent before is another message, which is there once, too")
  func otherText() async throws {
    try await ScratchChat.run { talk in
      let first = try await send("Hello", talk)
      let second = try await send("Goodbye", talk)
      #expect(first.id != second.id)
      let again = [try await send("Goodbye", talk), try await send("Hello\n", talk), try await send("Goodbye", talk)]
      #expect(again.map { $0.id } == [second.id, first.id, second.id])
      let all = try await texts(talk)
      #expect(all == ["Hello", "Goodbye"])
    }
  }

  @Test("the same text under one id is another message in another channel, and as a reply")
  func otherPlace() async throws {
    try await ScratchChat.run { talk in
      let root = try await send("Hello", talk)
      let elsewhere = try await send("Hello", in: feedback, talk)
      let reply = try await send("Hello", thread: root.id, talk)
      #expect(Set([root.id, elsewhere.id, reply.id]).count == 3)
      let again = try await send("Hello", thread: root.id, talk)
      #expect(again.id == reply.id)
      let (here, there) = (try await texts(talk), try await texts(talk, in: feedback))
      #expect(here == ["Hello"] && there == ["Hello"])
    }
  }

  @Test("another picture under an id that was sent before is another message; the same one is there once")
  func otherPicture() async throws {
    try await ScratchChat.run { talk in
      var sent: [Message] = []
      for (file, bytes) in [("a.jpg", [1]), ("b.jpg", [2]), ("c.jpg", [1]), ("d.jpg", [2])] as [(String, [UInt8])] {
        let text = try MessageText("", client: "client-1", hasPicture: true)
        sent.append(
          try await talk.chat.post(text, in: corridor, picture: SentPicture(file, of: bytes), by: talk.ada))
      }
      #expect(sent.map(\.picture) == ["a.jpg", "b.jpg", "a.jpg", "b.jpg"] && Set(sent.map(\.id)).count == 2)
      let words = try await send("Hello", talk)
      #expect(words.picture == nil)
    }
  }

  @Test("what is sent again after it was changed or taken back is the same message still")
  func changed() async throws {
    try await ScratchChat.run { talk in
      let message = try await send("Helo", talk)
      try await talk.chat.edit(message.id, to: try MessageText("Hello", client: nil), by: talk.ada)
      let afterEdit = try await send("Helo", talk)
      #expect(afterEdit.id == message.id && afterEdit.body == "Hello")
      try await talk.chat.remove(message.id, by: talk.ada)
      let afterRemoval = try await send("Helo", talk)
      #expect(afterRemoval.id == message.id && afterRemoval.isRemoved)
    }
  }
}
