import Conference
import Testing

@testable import Web

@Suite struct CalendarTests {
  private static func keynote(_ draft: Draft) throws -> Session {
    let found = draft.sessions.first { $0.event?.kind == .keynote }
    return try #require(found)
  }

  private static func talk(_ draft: Draft) throws -> Event {
    let found = draft.events.first { $0.kind == .keynote }
    return try #require(found)
  }

  /// The story after some of its program was removed; the text of a calendar before and after.
  private func withdrawn(
    _ remove: @escaping @Sendable (inout Draft) throws -> Void,
    _ check: @escaping @Sendable (_ before: Draft, _ calendar: (String) async throws -> String) async throws -> Void
  ) async throws {
    try await StorySite.run(papers: 5) { client, story in
      let before = story.story.draft()
      var draft = before
      try remove(&draft)
      let database = try story.data.open()
      try await ProgramStore(database).apply(draft, pruning: true, now: try #require(Instant(iso8601: StorySite.now)))
      try database.close()
      for _ in 0..<400 where !(try await client.text("/calendars/all.ics").contains("STATUS:CANCELLED")) {
        try await Task.sleep(for: .milliseconds(50))
      }
      try await check(before) { try await client.text($0) }
    }
  }

  @Test("a session that was removed is cancelled in every calendar in which it stood, and in no other")
  func session() async throws {
    let remove = { @Sendable (draft: inout Draft) in
      let keynote = try Self.keynote(draft)
      draft.sessions.removeAll { $0.id == keynote.id }
    }
    try await withdrawn(remove) { before, calendar in
      let keynote = try Self.keynote(before)
      let event = try #require(keynote.event)
      for address in [
        "/calendars/all.ics", "/calendars/\(keynote.kind.rawValue).ics", "/calendars/plan.ics?sessions=\(keynote.id)",
        "/sessions/\(keynote.id).ics", "/keynotes/\(event.name).ics",
      ] {
        let text = try await calendar(address)
        #expect(text.components(separatedBy: "STATUS:CANCELLED").count == 2, "\(address)")
        #expect(text.contains("UID:session-\(keynote.id)@"), "\(address)")
      }
      let text = try await calendar("/calendars/social.ics")
      #expect(!text.contains("CANCELLED"))
    }
  }

  @Test("an event and a paper that were removed leave their calendars, with everything cancelled")
  func entries() async throws {
    let remove = { @Sendable (draft: inout Draft) in
      let keynote = try Self.talk(draft)
      draft.events.removeAll { $0 == keynote }
      draft.sessions.removeAll { $0.event == keynote.reference }
      let paper = try #require(draft.papers.first)
      draft.papers.removeFirst()
      for index in draft.sessions.indices { draft.sessions[index].slots.removeAll { $0.paper == paper.id } }
    }
    try await withdrawn(remove) { before, calendar in
      let keynote = try Self.talk(before)
      let paper = try #require(before.papers.first)
      for address in [
        "/keynotes/\(keynote.name).ics", "/papers/\(paper.id).ics", "/calendars/plan.ics?papers=\(paper.id)",
      ] {
        let text = try await calendar(address)
        let (events, cancelled) = (
          text.components(separatedBy: "BEGIN:VEVENT").count, text.components(separatedBy: "STATUS:CANCELLED").count
        )
        #expect(events > 1 && events == cancelled, "\(address)")
      }
    }
  }

  @Test("a calendar says where it can be fetched again, unless it is somebody's own")
  func source() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let draft = story.story.draft()
      let keynote = try Self.talk(draft)
      let session = try #require(draft.sessions.first)
      let paper = try #require(draft.papers.first)
      for path in [
        "/calendars/all.ics", "/calendars/\(session.kind.rawValue).ics", "/sessions/\(session.id).ics",
        "/keynotes/\(keynote.name).ics", "/papers/\(paper.id).ics",
      ] {
        let text = try await client.text(path).replacing("\r\n ", with: "")
        #expect(text.contains("\r\nSOURCE;VALUE=URI:https://conference.example\(path)\r\n"), "\(path)")
      }
      let plan = try await client.text("/calendars/plan.ics?sessions=\(session.id)")
      #expect(!plan.contains("SOURCE;"))
    }
  }
}
