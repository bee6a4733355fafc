import Testing

@testable import Conference

/// Our own folders are held to what they say: what is not whole is an error at its place rather than a guess.
@Suite struct ImportHeldTests {
  private func read(_ files: [String: String]) -> Reading {
    let all = ["conference.yml": "name: X\nstart: 2026-04-27\nend: 2026-04-30\n"].merging(files) { $1 }
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  private static let session = "id,title,start,end\nP1,Posters,2026-04-28 14:00,2026-04-28 16:00\n"

  @Test("sessions that list papers need the papers, and papers that name sessions need the sessions")
  func references() {
    let papers = read([
      "sessions.csv": "id,title,start,end,papers\nP1,Posters,2026-04-28 14:00,2026-04-28 16:00,p1|p2\n"
    ])
    #expect(papers.errors.map(\.message) == ["there is no paper “p1”", "there is no paper “p2”"])
    let files = ["papers.csv": "id,title,sessions\np1,One,P9\n", "sessions.csv": Self.session]
    #expect(read(files).errors.map(\.message) == ["there is no session “P9”"])
    let portal = files.merging(["config.yml": "name: X\n"]) { $1 }.mapValues { Array($0.utf8) }
    #expect(Importer.read(ConferenceFolder(files: portal)).errors == [])
  }

  @Test("an author without a name is an error")
  func nameless() {
    let papers = "- {id: p1, title: One, authors: [{email: ada@example.org}, {name: Alan Turing}]}\n"
    let reading = read(["papers.yml": papers])
    #expect(reading.errors.map(\.message) == ["this person has no name"])
  }

  @Test("a keynote without a title is an error; a plenary session may be nothing but who is on it")
  func untitled() {
    let reading = read([
      "keynotes.csv": "id,title,people\n1,,Grace Hopper\n", "plenary.csv": "id,title,people\n1,,Ada Lovelace\n",
    ])
    #expect(reading.errors.map(\.message) == ["this keynote has no title"])
    #expect(reading.draft.events.map(\.title) == ["Ada Lovelace"])
  }

  @Test(
    "an event's own time gives way to the sessions that another file has of it, with a warning at its cell",
    arguments: [
      ("start,end", "2026-04-28 10:00,2026-04-28 11:00", 21), ("date,time", "2026-04-28,10:00-11:00", 32),
    ])
  func ownTime(head: String, cells: String, column: Int) {
    let reading = read([
      "keynotes.csv": "id,title,people,\(head)\n1,Talk,Grace Hopper,\(cells)\n",
      "sessions.csv": "id,title,start,end,event\nQ1,Questions,2026-04-28 12:00,2026-04-28 12:30,keynote/1\n",
    ])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning keynotes.csv:2:\(column)"])
    #expect(reading.problems.first?.message.contains("sessions.csv") == true)
    #expect(reading.draft.sessions.map(\.id) == ["Q1"])
  }

  @Test("in a schedule, what is neither a day with events nor an event with a time and a title is an error")
  func schedule() {
    let reading = read([
      "schedule.yml": """
      - {title: Lunch, day: Monday}
      - {day: 2026-04-28, event: [{title: X, start: '10:00', end: '11:00'}]}
      - {day: 2026-04-28, title: Tea, start: '10:00', end: '11:00'}
      - {day: 2026-04-28, title: '', type: social, start: '12:00', end: '13:00'}

      """
    ])
    #expect(reading.errors.map(\.place.line).sorted() == [1, 2, 4])
    #expect(reading.draft.sessions.map(\.title) == ["Tea"])
  }

  @Test("the zone beside a slot of a schedule counts")
  func slotZone() {
    let reading = read(["schedule.csv": "id,day,slot,title,zone\nS,2026-04-28,10:00-11:00,Tea,Africa/Lagos\n"])
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-28T09:00:00Z"])
  }
}
