import Testing

@testable import Conference

/// What the calendar of a portal says of sessions that other files list, and of the papers in them.
@Suite struct ImportSiteCalendarTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let events = """
    uid,title,start_date,start_time,end_time,category
    1,Registration,2026-04-28,8:00,9:00,Registration
    2,Posters 1A,2026-04-28,10:30,12:00,Poster session
    3,Posters 1B,2026-04-28,22:30,23:30,Poster session

    """
  private static let calendar = """
    [{"title": "Registration", "start": "2026-04-28T08:00:00+03:00", "end": "2026-04-28T09:00:00+03:00", "link": null},
     {"title": "Posters 1A", "start": "2026-04-28T10:30:00+03:00", "end": "2026-04-28T12:00:00+03:00",
      "link": "papers.html?session=1"},
     {"title": "Posters 1B", "start": "2026-04-28T22:30:00+03:00", "end": "2026-04-28T23:30:00+03:00",
      "link": "papers.html?session=1"},
     {"title": "Coffee", "start": "2026-04-28T12:00:00+03:00", "end": "2026-04-28T12:30:00+03:00"}]
    """

  @Test("sessions whose times name no zone are when the calendar has them, and what only the calendar has is added")
  func zone() {
    let reading = read(["config.yml": "name: X\n", "events.csv": Self.events, "main_calendar.json": Self.calendar])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.title) == ["Registration", "Posters 1A", "Posters 1B", "Coffee"])
    #expect(
      reading.draft.sessions.map(\.start.iso8601) == [
        "2026-04-28T05:00:00Z", "2026-04-28T07:30:00Z", "2026-04-28T19:30:00Z", "2026-04-28T09:00:00Z",
      ])
    #expect(reading.problems.contains { $0.message.contains("UTC+3") && $0.place.file == "main_calendar.json" })
  }

  @Test("what is in a schedule several times a day says nothing of the zone")
  func repeated() {
    let rows = [
      ("1", "Questions", "9:00"), ("2", "Questions", "12:00"), ("3", "Questions", "15:00"), ("4", "Closing", "16:00"),
    ]
    let events = rows.map { "\($0.0),\($0.1),2026-04-28,\($0.2),17:00\n" }.joined()
    let calendar = rows.map {
      "{\"title\": \"\($0.1)\", \"start\": \"2026-04-28T\($0.2.count == 4 ? "0" : "")\($0.2)-03:00\", \"end\": \"2026-04-28T17:00-03:00\"}"
    }
    let reading = read([
      "config.yml": "name: X\n", "events.csv": "uid,title,start_date,start_time,end_time\n" + events,
      "main_calendar.json": "[" + calendar.joined(separator: ",") + "]",
    ])
    #expect(
      reading.draft.sessions.map(\.start.iso8601)
        == ["12", "15", "18", "19"].map { "2026-04-28T\($0):00:00Z" })
  }

  @Test("times with a zone of their own, and those of our own folders, stay as they are")
  func zoned() {
    let zoned = Self.events.replacing("category\n", with: "category,zone\n").replacing(
      "Registration\n", with: "x,UTC\n"
    )
    .replacing("Poster session\n", with: "Poster session,UTC\n")
    let folders = [
      ["config.yml": "name: X\n", "events.csv": zoned], ["conference.yml": "name: X\n", "events.csv": Self.events],
    ]
    for files in folders {
      let reading = read(files.merging(["main_calendar.json": Self.calendar]) { $1 })
      #expect(reading.draft.sessions.first?.start.iso8601 == "2026-04-28T08:00:00Z")
    }
  }

  @Test(
    "a paper is in all the sessions that the calendar's links to the papers call as it does, not in the first by id")
  func links() {
    let reading = read([
      "config.yml": "name: X\n", "events.csv": Self.events, "main_calendar.json": Self.calendar,
      "papers.csv": "UID,title,session\np1,One,1\n",
    ])
    #expect(reading.draft.sessions.filter { !$0.slots.isEmpty }.map(\.title) == ["Posters 1A", "Posters 1B"])
  }

  @Test(
    "events of a calendar that are far from the conference's days and its other sessions are left out, which is said once"
  )
  func stale() {
    let calendar = """
      [{"title": "Last year", "start": "2025-04-28T08:00:00Z", "end": "2025-04-28T09:00:00Z"},
       {"title": "Last year, too", "start": "2025-04-28T09:00:00Z", "end": "2025-04-28T10:00:00Z"},
       {"title": "The day before", "start": "2026-04-26T09:00:00Z", "end": "2026-04-26T10:00:00Z"}]
      """
    let files = ["events.csv": Self.events, "main_calendar.json": calendar]
    let reading = read(files.merging(["config.yml": "name: X\ndate: April 27-30 2026\n"]) { $1 })
    #expect(reading.draft.sessions.map(\.title).last == "The day before" && reading.draft.sessions.count == 4)
    #expect(reading.problems.contains { $0.message.contains("a month away") && $0.message.contains("2×") })
    #expect(read(files.merging(["config.yml": "name: X\n"]) { $1 }).draft.sessions.count == 6)
  }

  @Test("events of a calendar may have ids and titles by which papers call them, also such as are no addresses")
  func names() {
    let reading = read([
      "papers.csv": "UID,title,session\np1,One,posters+demos\np2,Two,Oral 2\n",
      "main_calendar.json": """
      [{"UID": "posters+demos", "title": "All posters", "start": "2026-04-28T08:00Z", "end": "2026-04-28T09:00Z",
        "zoom": "https://example.org/room", "chair": "Ada Lovelace"},
       {"uid": "talk", "title": "Oral 2", "start": "2026-04-28T09:00Z", "end": "2026-04-28T10:00Z"},
       {"uid": "talk", "title": "Oral 3", "start": "2026-04-28T10:00Z", "end": "2026-04-28T11:00Z"}]
      """,
    ])
    #expect(reading.errors.map(\.place.line) == [4], "an id that is used twice")
    #expect(reading.draft.sessions.map(\.id) == ["posters-demos", "talk"])
    #expect(reading.draft.sessions.map { $0.slots.map(\.paper) } == [["p1"], ["p2"]])
    #expect(reading.draft.sessions.first?.join == "https://example.org/room")
    #expect(reading.draft.sessions.first?.chairs.map(\.name) == ["Ada Lovelace"])
  }
}
