import Testing

@testable import Conference

/// Sessions of portals whose times name no zone, beside a calendar that does.
@Suite struct ImportFloatingTests {
  private func read(_ files: [String: String]) -> Reading {
    let all = files.merging(["config.yml": "name: X\n"]) { $1 }
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  @Test("the times of papers move with those of their session, to where the calendar has it")
  func slots() throws {
    let reading = read([
      "papers.csv": "UID,title\np1,One\n",
      "session_list.json": """
      [{"id": "S", "title": "Session A", "time_start": "2026-04-28 10:00", "time_end": "2026-04-28 11:00",
        "time_slots": [{"uid": "p1", "time_start": "2026-04-28 10:00", "time_end": "2026-04-28 10:20"}]}]
      """,
      "main_calendar.json":
        "[{\"title\": \"Session A\", \"start\": \"2026-04-28T10:00:00-04:00\", \"end\": \"2026-04-28T11:00:00-04:00\"}]",
    ])
    #expect(reading.errors == [])
    let session = try #require(reading.draft.sessions.first)
    #expect([session.start.iso8601, session.end.iso8601] == ["2026-04-28T14:00:00Z", "2026-04-28T15:00:00Z"])
    #expect(session.slots.map(\.start?.iso8601) == ["2026-04-28T14:00:00Z"])
    #expect(session.slots.map(\.end?.iso8601) == ["2026-04-28T14:20:00Z"])
  }

  @Test("a calendar that has half of the sessions in one zone and half in another tells none, and that is said")
  func undecided() {
    let reading = read([
      "sessions.csv": """
      UID,title,start,end
      A,Session A,2026-04-28 10:00,2026-04-28 11:00
      B,Session B,2026-04-28 12:00,2026-04-28 13:00

      """,
      "main_calendar.json": """
      [{"title": "Session A", "start": "2026-04-28T10:00:00-04:00", "end": "2026-04-28T11:00:00-04:00"},
       {"title": "Session B", "start": "2026-04-28T12:00:00-05:00", "end": "2026-04-28T13:00:00-05:00"}]
      """,
    ])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-28T10:00:00Z", "2026-04-28T12:00:00Z"])
    #expect(reading.problems.contains { $0.severity == .warning && $0.message.contains("read as UTC") })
  }

  @Test("an event of a calendar whose title is nothing but markup has none")
  func emptyTitle() {
    let reading = read([
      "main_calendar.json":
        "[{\"title\": \"<br>\", \"start\": \"2026-04-28T10:00:00Z\", \"end\": \"2026-04-28T11:00:00Z\"}]"
    ])
    #expect(reading.errors.map(\.message) == ["this event has no title"])
    #expect(reading.draft.sessions == [])
  }
}
