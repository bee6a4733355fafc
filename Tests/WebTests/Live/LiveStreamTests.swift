import Conference
import Database
import HTTPTypes
import NIOEmbedded
import Testing

@testable import Web

/// From where a stream goes on, and what it follows.
@Suite(.serialized) struct LiveStreamTests {
  private static let corridor = "chat/general/corridor"

  /// What the browser is told that has been told something before, up to an event.
  private func text(_ path: String, last: String, _ visitor: SignedInVisitor, _ client: TestClient) async throws
    -> String
  {
    let name = try #require(HTTPField.Name("Last-Event-ID"))
    var headers = visitor.headers
    headers[name] = last
    return String(buffer: try await client.get(path, headers).body)
  }

  @Test("who names no event begins at the newest one, and an empty Last-Event-ID is none")
  func beginning() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      _ = try await ada.send("/\(Self.corridor)/messages", ["text": "Said before"], client)
      await story.takeUp()
      let live = "/live?topics=\(Self.corridor)"
      let answer = try await ada.get(live, client)
      #expect(answer.status == .ok && String(buffer: answer.body).contains("event: cursor"))
      #expect(!String(buffer: answer.body).contains("Said before"))
      let empty = try await text(live, last: "", ada, client)
      #expect(empty.contains("event: cursor") && !empty.contains("Said before"))
      #expect(try await text(live + "&after=0", last: "", ada, client).contains("Said before"))
      #expect(try await text(live, last: "0", ada, client).contains("Said before"))
      #expect(try await ada.get(live + "&after=soon", client).status == .badRequest)
    }
  }

  @Test(
    "who knows of more than the database does, as after a restore, loads the page again; who knows of more than the node does not"
  )
  func restored() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      // No page can follow it, so that the node tells nobody of it.
      try await story.site.database.write { connection in
        connection.record(topic: "nothing", kind: "kind", subject: "subject", at: 0)
      }
      await story.takeUp()
      let last = try await story.site.database.read { try $0.newestEventId() }
      #expect(story.site.live.hub.published < last)
      let live = "/live?topics=announcements&after="
      let known = try await ada.text(live + "\(last)", client)
      #expect(known.contains("event: cursor") && !known.contains("event: reset"))
      let unknown = try await ada.text(live + "\(last + 1)", client)
      #expect(unknown.contains("event: reset") && !unknown.contains("event: cursor"))
    }
  }

  @Test("who comes back after a restart, to a log that was pruned and a clock that was set back, loads the page again")
  func pruned() async throws {
    try await StorySite.run(papers: 5) { _, story in
      let (database, now) = (story.site.database, story.site.clock.now().milliseconds)
      // The second of them is told while the clock is an hour back.
      var ids: [Int64] = []
      for at in [now, now - 3_600_000, now + 1_000] {
        try await database.write { connection in
          connection.record(topic: Self.corridor, kind: GeneralChannels.removed, subject: "none", at: at)
        }
        ids.append(try await database.read { try $0.newestEventId() })
      }
      _ = try await database.write { try $0.pruneEvents(before: now - 1_800_000) }
      let live = try await Live(database)
      let reader = LiveHub.Reader(channel: NIOAsyncTestingChannel(), topics: [Self.corridor], account: nil)
      for (cursor, isKnown) in [(ids[0], false), (ids[1], true), (ids[2], true)] {
        var told: [UInt8] = []
        let isIn = try await live.serve(reader, after: cursor, since: live.hub.closings, of: story.site) { told += $0 }
        #expect(isIn == isKnown && (told == LiveText.reset) == !isKnown, "\(cursor)")
      }
    }
  }

  @Test("what somebody may not follow, or what is not there, is named and left out, and they are told of the rest")
  func gone() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      _ = try await ada.send("/\(Self.corridor)/messages", ["text": "Among participants"], client)
      await story.takeUp()
      let mixed = try await ada.get("/live?topics=announcements,me,nothing,\(Self.corridor),help-queue&after=0", client)
      let told = String(buffer: mixed.body)
      #expect(mixed.status == .ok && told.hasPrefix("event: gone\ndata: [\"help-queue\",\"nothing\"]\n\n"))
      #expect(told.contains("Among participants"))
      // Signed out meanwhile, the page follows what is everybody's.
      let visitor = try await client.text("/live?topics=announcements,me,\(Self.corridor)&after=0")
      #expect(visitor.hasPrefix("event: gone\ndata: [\"\(Self.corridor)\",\"me\"]\n\n"))
      #expect(visitor.contains("event: cursor"))
      for secret in ["Among participants", "Ada", "typing", "around", ada.account.id] {
        #expect(!visitor.contains(secret), "\(secret)")
      }
      let all = try await ada.text("/live?topics=announcements,me,\(Self.corridor)&after=0", client)
      #expect(!all.contains("event: gone"))
    }
  }

  @Test("who may follow nothing of what they ask for is refused")
  func nothing() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let ada = try await story.insider("ada@example.org", name: "Ada")
      #expect(try await client.get("/live?topics=me,\(Self.corridor)&after=0").status == .unauthorized)
      #expect(try await ada.get("/live?topics=help-queue,me/another&after=0", client).status == .forbidden)
      #expect(try await ada.get("/live?topics=chat/general/none,chat/papers/none&after=0", client).status == .notFound)
      #expect(try await ada.get("/live?topics=,&after=0", client).status == .badRequest)
    }
  }
}
