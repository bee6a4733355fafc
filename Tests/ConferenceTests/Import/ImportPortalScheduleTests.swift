import Testing

@testable import Conference

/// What the schedule of a portal says, in the shapes that people gave it; retold with other contents.
@Suite struct ImportPortalScheduleTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let questions = """
    time_slots: {a: [2:00 PM, 3:00 PM], b: [7:00 PM, 8:00 PM]}
    conference:
      - day: "2026-04-27"
        events:
          - {slot: a, type: qa, name: "Live QA: Ada Lovelace", id: 1}
          - {slot: b, type: qa, name: "Live QA: Alan Turing", id: 2}

    """

  @Test("questions to a speaker who is in no file stand alone, with a warning, and not with another who stands first")
  func absentSpeaker() {
    let speakers = "- {id: 2, speaker: Alan Turing, title: Machines}\n- {id: 3, speaker: Grace Hopper, title: Words}\n"
    let reading = read(["schedule.yml": Self.questions, "speakers.yml": speakers])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.title) == ["Live QA: Ada Lovelace", "Live QA: Alan Turing"])
    #expect(reading.draft.sessions.map(\.event?.id) == [nil, "keynote/2"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning schedule.yml:5:9"])
  }

  @Test(
    "papers of a portal's sessions may stand in one cell, in a row each, in lists and as records",
    arguments: [
      ("csv", "session,date,papers\n1A,2026-04-27_05:00:00,p1|p2\n1B,2026-04-27_06:00:00,\"p2,p3\"\n"),
      (
        "csv",
        "session,date,paper\n1A,2026-04-27_05:00:00,p1\n1A,2026-04-27_05:00:00,p2\n1B,2026-04-27_06:00:00,p2\n1B,2026-04-27_06:00:00,p3\n"
      ),
      (
        "yml",
        "1A: {date: '2026-04-27_05:00:00', papers: [p1, p2]}\n1B: {date: '2026-04-27_06:00:00', papers: [p2, {id: p3}]}\n"
      ),
    ])
  func paperSessions(ending: String, text: String) {
    let reading = read([
      "main_papers.csv": "UID,title\np1,One\np2,Two\np3,Three\n", "main_paper_sessions.\(ending)": text,
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.map(\.id) == ["1A", "1B"])
    #expect(reading.draft.sessions.map { $0.slots.map(\.paper) } == [["p1", "p2"], ["p2", "p3"]])
  }

  @Test(
    "a schedule of posters may have all of a session in one cell, a row for each, or lists below the sessions' names",
    arguments: [
      ("csv", "name,posters\nMon Session 1,p1|p2\nMon Session 2,p2\n"),
      ("csv", "session,paper\nMon Session 1,p1\nMon Session 1,p2\nMon Session 2,p2\n"),
      ("yml", "Mon Session 1: [p1, p2]\nMon Session 2: [p2]\n"),
      ("yml", "Mon Session 1: [{id: p1}, {id: p2}]\nMon Session 2: [{id: p2}]\n"),
      ("yml", "- {name: Mon Session 1, posters: [{id: p1}, p2]}\n- {name: Mon Session 2, posters: p2}\n"),
    ])
  func posters(ending: String, text: String) {
    let schedule = """
      time_slots: {a: [5:00 AM, 7:00 AM], b: [8:00 AM, 10:00 AM]}
      conference: [{day: "2026-04-27", events: [{slot: a, type: poster, short: A}, {slot: b, type: poster, short: B}]}]

      """
    let reading = read([
      "papers.csv": "UID,title\np1,One\np2,Two\n", "schedule.yml": schedule, "poster_schedule.\(ending)": text,
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.map { $0.slots.map(\.paper) } == [["p1", "p2"], ["p2"]])
  }

  @Test(
    "a poster session is found by its day and number",
    arguments: ["Tue Session 2", "Poster Session Tuesday 2", "Tuesday Poster Session 2", "Day 2 Session 2"])
  func posterNames(name: String) {
    let schedule = """
      time_slots: {a: [5:00 AM, 7:00 AM], b: [8:00 AM, 10:00 AM]}
      conference:
      - {day: "2026-04-27", events: [{slot: a, type: poster, short: A}]}
      - {day: "2026-04-28", events: [{slot: a, type: poster, short: B}, {slot: b, type: poster, short: C}]}

      """
    let reading = read([
      "papers.csv": "UID,title\np1,One\n", "schedule.yml": schedule, "poster_schedule.yml": "\(name): [p1]\nx: []\n",
    ])
    #expect(reading.draft.sessions.filter { !$0.slots.isEmpty }.map(\.id) == ["C"])
  }

  @Test(
    "highlights by theme may stand below days, in a row for each theme, or in one for each paper",
    arguments: [
      (
        "yml",
        "- {day: Monday, section: [{theme: Maps, ids: [p1, p2]}]}\n- {day: Tuesday, section: [{theme: Tones, ids: p2}]}\n"
      ),
      ("yml", "Monday: [{theme: Maps, ids: [p1, p2]}]\nTuesday: [{theme: Tones, ids: [p2]}]\n"),
      ("csv", "day,theme,ids\nMonday,Maps,p1|p2\nTuesday,Tones,p2\n"),
      ("csv", "day,section,papers\nMonday,Maps,\"p1,p2\"\nTuesday,Tones,p2\n"),
      ("csv", "day,theme,id\nMonday,Maps,p1\nMonday,Maps,p2\nTuesday,Tones,p2\n"),
    ])
  func themes(ending: String, text: String) {
    let reading = read([
      "conference.yml": "name: X\nstart: 2026-04-27\nend: 2026-04-30\n", "papers.csv": "id,title\np1,One\np2,Two\n",
      "oral_schedule.\(ending)": text,
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.themes.map(\.title) == ["Maps", "Tones"])
    #expect(reading.draft.themes.map(\.papers) == [["p1", "p2"], ["p2"]])
    #expect(reading.draft.themes.map(\.day?.iso) == ["2026-04-27", "2026-04-28"])
  }

  private static let slots = "time_slots: {a: [5:00 AM, 7:00 AM], b: [10:00 PM, 12:00 AM]}\n"

  @Test(
    "a schedule may be a table or days with events, in slots or at times of their own",
    arguments: [
      (
        "csv",
        "day,start,end,type,id,title\n2026-04-27,5:00 AM,7:00 AM,poster,A,A\n2026-04-28,22:00,0:00,Social,tea,Tea\n"
      ),
      (
        "yml",
        slots
          + "conference:\n  2026-04-27: [{slot: a, type: poster, short: A}]\n  2026-04-28: [{slot: b, name: Tea, short: tea}]\n"
      ),
      (
        "yml",
        slots + "2026-04-27: [{slot: a, type: poster, short: A}]\n2026-04-28: [{slot: b, name: Tea, short: tea}]\n"
      ),
      (
        "yml",
        slots
          + "days: [{day: 'April 27, 2026', events: [{slot: a, type: poster, short: A}]}, {date: 2026-4-28, events: [{slot: b, name: Tea, id: tea}]}]\n"
      ),
      (
        "yml",
        "time_slots: {a: '5:00-7:00', b: {start: 10:00 PM, end: 24:00}}\nconference: [{day: 27 April 2026, events: [{slot: a, type: poster, short: A}]}, {day: 2026-04-28, events: [{slot: b, name: Tea, id: tea}]}]\n"
      ),
      (
        "yml",
        "conference: [{day: 2026-04-27, events: [{start: '5:00', end: '7:00', type: poster, short: A}]}, {day: 2026-04-28, events: [{slot: '22:00-24:00', name: Tea, id: tea}]}]\n"
      ),
    ] as [(String, String)])
  func shapes(ending: String, text: String) {
    let reading = read(["schedule.\(ending)": text])
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.map(\.id) == ["A", "tea"])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-27T05:00:00Z", "2026-04-28T22:00:00Z"])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2026-04-27T07:00:00Z", "2026-04-29T00:00:00Z"])
    #expect(reading.draft.sessions.first?.kind == .poster)
  }

  @Test(
    "a day that is none is an error at its cell, and one who names an unknown slot gets that one error",
    arguments: [
      ("conference: [{day: 27/04/2026, events: []}]\n", "schedule.yml:1:20", "country"),
      (
        "time_slots: {a: [5:00, 7:00]}\nconference: [{day: 2026-04-27, events: [{slot: z, type: poster, short: A}]}]\n",
        "schedule.yml:2:48", "no time slot"
      ),
      ("conference: [{day: 2026-04-27, events: [{type: poster, short: A}]}]\n", "schedule.yml:1:41", "no time"),
      ("- {title: Tea, room: 5}\n", "schedule.yml:1:1", "nothing in this schedule"),
    ])
  func mistakes(text: String, place: String, words: String) {
    let reading = read(["papers.csv": "UID,title\np1,One\n", "schedule.yml": text])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["error \(place)"])
    #expect(reading.errors.first?.message.contains(words) == true)
  }

  @Test("speakers without ids are found by their names, and by their number in the order where nobody is named")
  func withoutIDs() {
    let speakers = "- {speaker: Alan Turing, title: Machines}\n- {speaker: Ada Lovelace, title: Engines}\n"
    let named = read(["schedule.yml": Self.questions, "speakers.yml": speakers])
    #expect(named.draft.sessions.map(\.event?.id) == ["keynote/engines", "keynote/machines"])
    let untold = Self.questions.replacing("Ada Lovelace", with: "first").replacing("Alan Turing", with: "second")
    let numbered = read(["schedule.yml": untold, "speakers.yml": speakers])
    #expect(numbered.draft.sessions.map(\.event?.id) == ["keynote/machines", "keynote/engines"])
    #expect(named.problems == [] && numbered.problems == [])
  }
}
