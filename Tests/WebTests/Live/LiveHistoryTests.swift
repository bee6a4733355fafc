import Testing

@testable import Database
@testable import Web

@Suite struct LiveHistoryTests {
  private func event(_ id: Int64, _ topic: String = "chat/a", _ subject: String = "s") -> Database.Event {
    Database.Event(id: id, topic: topic, kind: "message", subject: subject, at: id)
  }

  @Test("of what was told several times the last counts, in order")
  func newest() {
    let history = LiveHistory([event(1), event(2, "chat/b"), event(3, "chat/a", "t"), event(5)], after: 0)
    #expect(history.events(after: 0, of: ["chat/a"])?.map(\.id) == [3, 5])
    #expect(history.events(after: 3, of: ["chat/a", "chat/b"])?.map(\.id) == [5])
    #expect(history.events(after: 5, of: ["chat/a"])?.isEmpty == true)
  }

  @Test("what is older than the memory is said not to be here")
  func floor() {
    let history = LiveHistory([], after: 10, limit: 4)
    #expect(history.events(after: 9, of: ["chat/a"]) == nil)
    for id in 11...15 { history.append(event(Int64(id), "chat/a", "\(id)"), [.remove(id: "\(id)")]) }
    #expect(history.events(after: 10, of: ["chat/a"]) == nil)
    #expect(history.events(after: 12, of: ["chat/a"])?.map(\.id) == [13, 14, 15])
    #expect(history.updates(for: event(15, "chat/a", "15")) == [.remove(id: "15")])
    #expect(history.updates(for: event(11, "chat/a", "11")) == nil)
  }

  @Test("what an event looked like before the next one is not told for the next one")
  func state() {
    let history = LiveHistory([], after: 0)
    history.append(event(1), [.text("1", id: "count")])
    history.append(event(2), nil)
    #expect(history.updates(for: event(2)) == nil)
    history.remember([.text("2", id: "count")], for: event(2), after: 0)
    history.remember([.text("old", id: "count")], for: event(1), after: 0)
    #expect(history.updates(for: event(2)) == [.text("2", id: "count")])
  }

  @Test("once somebody has another name, what events look like is read again, and nothing counts that was read before")
  func renewal() {
    let history = LiveHistory([], after: 0)
    history.append(event(1), [.text("Ada", id: "name")])
    let before = history.renewals
    history.forgetUpdates()
    #expect(history.events(after: 0, of: ["chat/a"])?.map(\.id) == [1])
    #expect(history.updates(for: event(1)) == nil)
    history.remember([.text("Ada", id: "name")], for: event(1), after: before)
    #expect(history.updates(for: event(1)) == nil)
    history.remember([.text("Ida", id: "name")], for: event(1), after: history.renewals)
    #expect(history.updates(for: event(1)) == [.text("Ida", id: "name")])
  }

  @Test("who comes back is told a message with the name that its author has by now, and of who was erased with none")
  func names() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (ada, ben) = (
        try await story.insider("ada@example.org", name: "Ada Before"),
        try await story.insider("ben@example.org", name: "Ben")
      )
      let cursor = try LivePage(try await ben.text("/chat/general/corridor", client)).cursor
      // One watch for all, as a site that runs has.
      let watch = LiveWatch(site: story.site)
      func told() async throws -> String {
        await watch.takeUp()
        return try await ben.text("/live?topics=chat/general/corridor&after=\(cursor)", client)
      }
      _ = try await ada.send("/chat/general/corridor/messages", ["text": "Who wrote this?"], client)
      let first = try await told()
      #expect(first.contains("Who wrote this?") && first.contains("Ada Before"))
      _ = try await ada.send("/account/profile", ["name": "Ada After"], client)
      let renamed = try await told()
      #expect(renamed.contains("Who wrote this?") && renamed.contains("Ada After") && !renamed.contains("Ada Before"))
      _ = try await ada.send("/account/erasure", ["confirmation": "erase me"], client)
      let erased = try await told()
      #expect(erased.contains("Who wrote this?") && erased.contains("A former participant"))
      #expect(!erased.contains("Ada After"))
    }
  }

  @Test("an update is one line of JSON, whatever is in it")
  func line() throws {
    let bytes = try LiveText.event([.put("<li>\("a\nb\u{2028}c")</li>", id: "x", in: "list")], topic: "chat/a", id: 7)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("id: 7\ndata: {") && text.hasSuffix("}\n\n"))
    #expect(text.dropLast(2).split(separator: "\n").count == 2)
  }
}
