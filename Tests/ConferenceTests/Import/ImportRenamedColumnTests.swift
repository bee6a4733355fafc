import Testing

@testable import Conference

/// Columns that some files had under one name and others under another.
@Suite struct ImportRenamedColumnTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test("times of papers are understood with paper_id, session and zoom")
  func slotTimes() {
    let reading = read([
      "main_papers.csv": "UID,title\np1,One\n",
      "main_paper_sessions.yml": "1A: {date: '2026-04-27_05:00:00', papers: [p1]}\n",
      "main_paper_zoom_links.csv":
        "paper_id,session,start_time,end_time,tz,zoom\np1,1A,2026-04-27 05:30,2026-04-27 06:00,UTC,https://example.org/1\n",
    ])
    #expect(reading.problems == [])
    let slot = reading.draft.sessions.first?.slots.first
    #expect(slot?.start?.iso8601 == "2026-04-27T05:30:00Z" && slot?.join == "https://example.org/1")
  }

  @Test(
    "what is on a date is as what is on a day, in whichever file, with a time of its own or a start and an end",
    arguments: [
      ("socials.yml", "- {UID: e, title: E, date: [2026-04-28], times: ['9:00-17:00']}\n"),
      ("socials.csv", "id,title,date,time\ne,E,2026-04-28,9:00-17:00\n"),
      ("workshops.csv", "id,title,date,start,end\ne,E,2026-04-28,9:00,17:00\n"),
      ("workshops.csv", "id,title,date,time,zone\ne,E,2026-04-28,12:00-20:00,Africa/Addis_Ababa\n"),
      ("tutorials.csv", "id,title,start,minutes\ne,E,2026-04-28 9:00,480\n"),
      ("plenary.csv", "id,title,day,time\ne,E,2026-04-28,9:00-17:00\n"),
    ])
  func dates(file: String, text: String) {
    let reading = read([file: text])
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.first?.event == reading.draft.events.first?.reference)
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-28T09:00:00Z"])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2026-04-28T17:00:00Z"])
  }

  @Test("times beside an event count only where no session of it is listed")
  func listed() {
    let reading = read([
      "workshops.csv": "id,title,date,time\nW1,W,2026-04-28,9:00-17:00\n",
      "sessions.csv": "id,title,start,end,event\ns,S,2026-04-28 10:00,2026-04-28 11:00,workshop/W1\n",
    ])
    #expect(reading.draft.sessions.map(\.id) == ["s"])
  }

  @Test("beside the title of a keynote, a name is the speaker's; a room without a time is the event's")
  func speakers() {
    let reading = read([
      "speakers.csv": "id,name,affiliation,title,zoom\n1,Dr. Ada Lovelace,London,Engines,https://example.org/room\n"
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.events.map(\.title) == ["Engines"])
    #expect(reading.draft.events.first?.people == [Person(name: "Dr. Ada Lovelace", affiliation: "London")])
    #expect(reading.draft.events.first?.join == "https://example.org/room")
  }

  @Test("a time of a portal without an end takes an hour")
  func endless() {
    let reading = read([
      "config.yml": "name: X\n", "plenary_sessions.csv": "UID,title,date,time\np,P,2026-04-28,23:30\n",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2026-04-29T00:30:00Z"])
    #expect(reading.problems.contains { $0.message.contains("an hour") })
  }
}
