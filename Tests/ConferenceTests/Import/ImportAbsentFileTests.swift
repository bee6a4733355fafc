import Testing

@testable import Conference

/// A portal's folder without one of its files, or with a table in place of nested lists, gives what the rest says.
@Suite struct ImportAbsentFileTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let links = """
    UID,session_name,starttime,endtime,timezone,zoom_join_link
    demo.1,D1A,2020-07-06T05:00:00Z,2020-07-06T05:45:00Z,UTC,https://example.org/a
    demo.2,D1A,2020-07-06T05:45:00Z,2020-07-06T06:30:00Z,UTC,https://example.org/b

    """

  @Test("without the file that lists sessions, they are made of the times of their papers, and that is said")
  func sessions() {
    let reading = read([
      "demo_papers.csv": "UID,title\ndemo.1,One\ndemo.2,Two\n", "demo_paper_zoom_links.csv": Self.links,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.id) == ["D1A"])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2020-07-06T05:00:00Z"])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2020-07-06T06:30:00Z"])
    #expect(reading.draft.sessions.first?.slots.map(\.paper) == ["demo.1", "demo.2"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning demo_paper_zoom_links.csv:2:8"])
  }

  @Test("a session that is missing in the file that lists them is an error")
  func missingSession() {
    let reading = read([
      "demo_papers.csv": "UID,title\ndemo.1,One\ndemo.2,Two\n", "demo_paper_zoom_links.csv": Self.links,
      "demo_paper_sessions.yml": "D2A:\n  date: 2020-07-06_05:00:00\n  papers: [demo.1]\n",
    ])
    #expect(
      reading.errors.map(\.place.description) == ["demo_paper_zoom_links.csv:2:8", "demo_paper_zoom_links.csv:3:8"])
  }

  @Test(
    "without the file that lists a program's papers, what other files say of them is left out, once said for each file")
  func papers() {
    let reading = read([
      "main_papers.csv": "UID,title\nmain.1,One\n", "demo_paper_zoom_links.csv": Self.links,
      "demo_paper_sessions.yml": "D1A:\n  date: 2020-07-06_05:00:00\n  papers: [demo.1, demo.2]\n",
      "main_paper_sessions.yml": "1A:\n  date: 2020-07-06_05:00:00\n  papers: [main.1, main.2]\n",
    ])
    // The main papers are listed, so that one of them may not be missing.
    #expect(reading.errors.map(\.message) == ["there is no paper “main.2”"])
    #expect(
      reading.problems.filter { $0.severity == .warning }.map(\.place.description) == [
        "demo_paper_sessions.yml:3:12", "demo_paper_zoom_links.csv:2:1",
      ])
    #expect(reading.draft.sessions.map(\.id) == ["D1A", "1A"])
  }

  @Test("our own tables are held to what they name, also where no file lists papers")
  func ownTables() {
    let reading = read([
      "sessions.csv": "id,title,start,end\nS1,One,2026-04-28 9:00,2026-04-28 10:00\n",
      "slots.csv": "session,paper\nS1,p1\n",
    ])
    #expect(reading.errors.map(\.message) == ["there is no paper “p1”"])
  }

  private static let schedule = """
    time_slots:
      5a: [5:00 AM, 7:00 AM]
    conference:
      - day: "2020-04-27"
        events:
          - {slot: 5a, type: poster, short: P1S1}

    """

  @Test(
    "poster sessions may be a table with a row for each poster",
    arguments: ["name,id,join_link", "session,paper,join", "short,UID,join_link"])
  func posterTable(head: String) {
    let name = head.hasPrefix("short") ? "P1S1" : "Mon Session 1"
    let reading = read([
      "papers.csv": "id,title\np1,One\np2,Two\n", "schedule.yml": Self.schedule,
      "poster_schedule.csv": "\(head)\n\(name),p1,https://example.org/1\n\(name),p2,https://example.org/2\n",
    ])
    #expect(reading.problems == [])
    #expect(
      reading.draft.sessions.map(\.slots) == [
        [Slot(paper: "p1", join: "https://example.org/1"), Slot(paper: "p2", join: "https://example.org/2")]
      ])
  }

  @Test("an event's days and times may be lists in one cell")
  func timesInACell() {
    let reading = read([
      "conference.yml": "start: 2020-04-26\nend: 2020-04-30\n",
      "socials.csv": """
      name,day,times,links
      Tea,Tuesday|Thursday,23:00-01:00 GMT|17:00-19:00 GMT,https://example.org/1|https://example.org/2

      """,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2020-04-28T23:00:00Z", "2020-04-30T17:00:00Z"])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2020-04-29T01:00:00Z", "2020-04-30T19:00:00Z"])
    #expect(reading.draft.sessions.map(\.join) == ["https://example.org/1", "https://example.org/2"])
  }

  @Test(
    "without the file that lists sessions, many papers beside many pictures are read as well as few",
    .timeLimit(.minutes(1)))
  func manyNames() {
    // Each paper looking through all names would take minutes.
    var files = Dictionary(uniqueKeysWithValues: (1...40_000).map { ("media/\($0).png", "") })
    files["papers.csv"] = "id,title,session\n" + (1...5_000).map { "p\($0),Paper \($0),S1\n" }.joined()
    let reading = read(files)
    #expect(reading.errors == [])
    #expect(reading.draft.papers.count == 5_000)
    #expect(
      reading.problems.map(\.message) == [
        "no file says when the session “S1” is; papers are not placed in it (5000×)"
      ])
  }
}
