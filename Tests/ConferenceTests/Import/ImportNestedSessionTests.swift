import Testing

@testable import Conference

/// Sessions below days and events, and further tables of papers, as portals have them; retold with other contents.
@Suite(.bothDatabases) struct ImportNestedSessionTests {
  private func read(_ files: [String: String]) -> Reading {
    let all = files.merging(["config.yml": "name: X\n"]) { $1 }
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  @Test("sessions below a day have its date, and one without a title is called as the speaker of its name")
  func days() {
    let reading = read([
      "sessions.json": """
      [{"UID": "d1", "name": "Day 1", "date": "2026-04-27", "sessions": [
         {"sessionId": "opening", "title": "Opening", "start": "08:00", "end": "08:20", "calendarId": "---"},
         {"sessionId": "ada", "start": "08:20", "end": "09:00", "calendarId": "invited"},
         {"sessionId": "nobody", "start": "09:00", "end": "09:30", "calendarId": "invited"}]},
       {"UID": "d2", "name": "Day 2", "date": "2026-04-28", "sessions": [
         {"sessionId": "posters", "title": "Posters", "start": "10:00", "end": "11:00", "calendarId": "poster"}]}]
      """,
      "speakers.yml": "- {UID: ada, title: Engines, speaker: Ada Lovelace}\n",
    ])
    #expect(reading.errors.map(\.message) == ["this session has no title"])
    #expect(reading.isAcceptable(skippingBadRows: true))
    #expect(reading.draft.sessions.map(\.title) == ["Opening", "Ada Lovelace: Engines", "Posters"])
    #expect(reading.draft.sessions.map(\.kind) == [.other, .keynote, .poster])
    #expect(reading.draft.sessions.map(\.event?.id) == [nil, "keynote/ada", nil])
    #expect(reading.draft.sessions.map(\.start.iso8601).last == "2026-04-28T10:00:00Z")
    #expect(reading.problems.contains { $0.severity == .warning && $0.message.contains("read as UTC") })
  }

  @Test("sessions below an event belong to it, with papers at their times and the rest in the description")
  func events() throws {
    let reading = read([
      "session_list.json": """
      {"a-maps": {"event": "MAPS", "long_name": "Symposium on Maps", "event_type": "Workshop", "event_url": "https://example.org",
         "sessions": [{"session_id": "maps-1", "title": "Opening and papers", "chair": ["Ada Lovelace"],
           "time_start": "2026-04-27T14:00:00Z", "time_end": "2026-04-27T15:30:00Z", "time_slots": [
             {"title": "Welcome", "contributors": ["Alan Turing"], "time_start": "2026-04-27T14:00:00Z"},
             {"uid": "p1", "title": "One", "time_start": "2026-04-27T14:10:00Z", "time_end": "2026-04-27T14:30:00Z"}]}]},
       "v-full": {"event": "Papers", "long_name": "Full Papers", "event_type": "full", "sessions": [
         {"session_id": "full1", "title": "Best", "time_start": "2026-04-28T14:00:00Z", "time_end": "2026-04-28T15:00:00Z"}]}}
      """,
      "paper_list.json": """
      {"p1": {"uid": "p1", "title": "One", "session_id": "maps-1", "authors": [{"name": "Ada Lovelace", "email": ""}]},
       "p2": {"uid": "p2", "title": "Two", "session_id": "full1", "authors": ["Alan Turing"]}}
      """,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.events.map(\.title) == ["Symposium on Maps"])
    #expect(reading.draft.sessions.map(\.title) == ["MAPS: Opening and papers", "Papers: Best"])
    #expect(reading.draft.sessions.map(\.kind) == [.workshop, .oral])
    let session = try #require(reading.draft.sessions.first)
    #expect(session.event?.id == "workshop/a-maps")
    #expect(session.chairs.map(\.name) == ["Ada Lovelace"])
    #expect(session.slots.map(\.start?.iso8601) == ["2026-04-27T14:10:00Z"])
    #expect(session.description == "- Welcome (Alan Turing)")
    #expect(reading.draft.sessions.last?.slots == [Slot(paper: "p2")])
  }

  @Test("further tables of papers are programs, whose ids are theirs and whose sessions are those of their own page")
  func programs() {
    let reading = read([
      "papers.csv": "uid,title,session\n1,One,1\n",
      "lbds.csv": "uid,Paper Title,Author Names,session\n1,Late,Ada Lovelace,8\n",
      "main_calendar.json": """
      [{"title": "Demos", "start": "2026-04-27T14:00:00Z", "end": "2026-04-27T15:00:00Z", "link": "lbds.html?session=8"},
       {"title": "Papers", "start": "2026-04-27T15:00:00Z", "end": "2026-04-27T16:00:00Z", "link": "papers.html?session=1"}]
      """,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.papers.map(\.id) == ["1", "late-breaking-1"])
    #expect(reading.draft.papers.map(\.program) == [nil, "late-breaking"])
    #expect(reading.draft.sessions.map { $0.slots.map(\.paper) } == [["late-breaking-1"], ["1"]])
  }

  @Test("a number names the session of papers with this number, not the row of the schedule that has it")
  func numbered() {
    let reading = read([
      "papers.csv": "UID,title,session\np1,One,1\np2,Two,2\np3,Three,3\n",
      "events.csv": """
      uid,title,start_date,start_time,end_time,category
      1,Lunch,2026-04-27,12:00,13:00,Lunch
      2,Paper Session - 1,2026-04-27,14:00,15:00,Poster session
      3,Posters II,2026-04-27,15:00,16:00,Poster session
      4,Posters III,2026-04-27,16:00,17:00,Poster session

      """,
    ])
    #expect(reading.draft.sessions.map { $0.slots.map(\.paper) } == [[], ["p1"], ["p2"], ["p3"]])
  }

  @Test("a number that sessions of several kinds have names none of them, which is said")
  func numberOfSeveral() {
    let reading = read([
      "papers.csv": "UID,title,sessions\np1,One,1\np2,Two,2\n",
      "sessions.csv": """
      UID,title,start,end,zone
      A,Poster session 1,2026-04-28 10:00,2026-04-28 11:00,UTC
      B,Oral session 1,2026-04-28 14:00,2026-04-28 15:00,UTC
      C,Poster session 2,2026-04-28 16:00,2026-04-28 17:00,UTC

      """,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map { $0.slots.map(\.paper) } == [[], [], ["p2"]])
    let warnings = reading.problems.filter { $0.severity == .warning }
    #expect(warnings.map(\.place.line) == [2] && warnings.first?.message.contains("several kinds") == true)
  }

  @Test("of a record with sessions below it, what they do not take over is named, and what is on itself is a session")
  func parents() {
    let sessions = """
      - date: 2026-04-28
        location: Hall 1
        sessions:
        - {id: A, title: A, start: '14:00', end: '15:00'}
        - Lunch
      - id: D
        title: Day
        start: 2026-04-28 09:00
        end: 2026-04-28 17:00
        sessions: [{id: B, title: B, start: '2026-04-28 10:00', end: '2026-04-28 11:00'}]

      """
    let reading = Importer.read(ConferenceFolder(files: ["sessions.yml": Array(sessions.utf8)]))
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.id) == ["A", "D", "B"])
    #expect(reading.draft.sessions.map(\.start.iso8601).first == "2026-04-28T14:00:00Z")
    let told = reading.problems.filter { $0.place.file == "sessions.yml" }.map { "\($0.severity) \($0.place)" }
    #expect(told.sorted() == ["note sessions.yml:2:3", "warning sessions.yml:5:5"])
  }

  @Test("a part of a session that is neither a paper of the conference nor has a title is an error")
  func unknownPart() {
    let reading = read([
      "papers.csv": "id,title\np1,One\n",
      "sessions.yml": """
      - id: S
        title: S
        start: 2026-04-28T14:00:00Z
        end: 2026-04-28T16:00:00Z
        time_slots: [{uid: nope, time_start: 2026-04-28T14:00:00Z}, {uid: p1, time_start: 2026-04-28T14:20:00Z}]

      """,
    ])
    #expect(reading.errors.map(\.message) == ["there is no paper “nope”"])
  }

  @Test("pictures that a portal keeps in “static” beside its tables come along, also from the folder around both")
  func pictures() async throws {
    let scratch = try ScratchImport([
      "package.json": "{}", "static/images/speakers/ada.png": "picture", "static/js/deep/er/and/deeper.js": "",
      "sitedata/config.yml": "name: X\n",
      "sitedata/speakers.csv": "UID,title,speaker,image\n1,Engines,Ada Lovelace,/static/images/speakers/ada.png\n",
    ])
    let outcome = try await scratch.run()
    #expect(outcome.isStored && outcome.problems == [])
    #expect(try await scratch.draft().events.map(\.image) == ["media/static/images/speakers/ada.png"])
    #expect(try scratch.stored().keys.contains("media/static/images/speakers/ada.png"))
  }

  @Test("people of a committee, workshops and supporters may stand in groups, and an industry's file lists sponsors")
  func groups() {
    let reading = read([
      "committee.yml":
        "groups:\n  - title: Chairs\n    members: [{name: Ada Lovelace}, {name: Alan Turing, role: Lead}]\n",
      "workshops.yml": "workshops:\n  11 September: [{UID: W1, title: One}]\n  12 September: [{UID: W2, title: Two}]\n",
      "supporters.yml": "- category: Gold\n  supporters: [{name: Acme, url: 'https://example.org'}]\n",
      "industry.csv": "uid,title,company,level\n1,A talk,Other,Silver\n",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.members.map(\.role) == ["Chairs", "Lead"])
    #expect(reading.draft.events.map(\.name) == ["W1", "W2"])
    #expect(reading.draft.sponsors.map { "\($0.name) \($0.tier ?? "")" } == ["Acme Gold", "Other Silver"])
  }
}
