import Testing

@testable import Conference

/// Nothing of a folder is lost in silence: what lacks something that it needs is named with its place.
@Suite struct ImportLossTests {
  private func read(_ files: [String: String]) -> Reading {
    let common = [
      "papers.csv": "id,title\np1,One\n", "workshops.csv": "id,title\nW1,W\n",
      "sessions.csv": "id,title,start,end\nS1,S,2026-04-28 14:00,2026-04-28 15:00\n",
    ]
    let all = common.merging(files) { $1 }
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  private static let lost: [(String, String, [String])] = [
    ("keywords.csv", "paper,keywords\np1,a\n,b\n", ["keywords.csv:3:1"]),
    ("poster_slides.yml", "- {uid: p1, slides_id: 38926300}\n- {slides_id: 38926301}\n", ["poster_slides.yml:2:3"]),
    ("highlighted.csv", "UID,note\np1,\n,x\n", ["highlighted.csv:3:1"]),
    (
      "poster_schedule.yml", "S1:\n  posters:\n    - {id: p1}\n    - {join: https://example.org}\n",
      ["poster_schedule.yml:4:7"]
    ),
    ("paper_recs.csv", "paper,score\np1,5\n", ["paper_recs.csv:1:1"]),
    (
      "workshop_schedules.json", "{\"W1\": [{\"title\": \"Opening\"}, {\"speakers\": \"Ada\"}],\n \"W2\": 7}",
      ["workshop_schedules.json:1:31", "workshop_schedules.json:2:2"]
    ),
    (
      "sponsors.yml", "- name: Acme\n  resources: [{label: Jobs}]\n  contacts: [{phone: 1}]\n",
      ["sponsors.yml:2:15", "sponsors.yml:3:14"]
    ),
  ]

  @Test("what lacks its paper, its title or its address is left out with a warning at its place", arguments: lost)
  func named(file: String, text: String, places: [String]) {
    let reading = read([file: text])
    #expect(reading.errors == [])
    #expect(reading.problems.filter { $0.severity == .warning }.map(\.place.description) == places)
  }

  @Test("a link without a label is called by its host, and what is not taken of people is named")
  func labels() {
    let reading = read([
      "sponsors.yml":
        "- name: Acme\n  jobs:\n    - url: https://www.example.org/jobs\n    - https://example.com/more\n"
        + "  contacts: [{name: Ada, phone: 123}]\n",
      "committee.yml": "committee:\n  - {name: Alan Turing, tw: alan}\n",
    ])
    #expect(reading.draft.sponsors.first?.links.map(\.label) == ["example.org", "example.com"])
    #expect(reading.draft.sponsors.first?.contacts.map(\.name) == ["Ada"])
    let notes = reading.problems.map(\.message)
    #expect(notes.contains { $0.contains("“contacts.phone”") } && notes.contains { $0.contains("“tw”") })
  }

  @Test("schedules of workshops may be a table, and without a year anywhere that is said")
  func workshopSchedules() {
    let table = "workshop,title,date,startTime,endTime\nW1,Opening,Apr 28,9:00 AM,9:30 AM\nW1,Talk,,9:30 AM,10:00 AM\n"
    let reading = read(["workshop_schedules.csv": table])
    #expect(reading.problems == [])
    #expect(reading.draft.events.first?.agenda.map(\.title) == ["Opening", "Talk"])
    #expect(reading.draft.events.first?.agenda.first?.start?.iso8601 == "2026-04-28T09:00:00Z")
    let timeless = Importer.read(
      ConferenceFolder(files: [
        "workshops.csv": Array("id,title\nW1,W\n".utf8), "workshop_schedules.csv": Array(table.utf8),
      ]))
    #expect(timeless.errors == [])
    #expect(timeless.problems.map { "\($0.severity) \($0.place)" } == ["warning workshop_schedules.csv:2:1"])
  }

  @Test("papers of a session may be records")
  func records() {
    let reading = read(["paper_sessions.yml": "Q1:\n  date: 2026-04-28_10:00:00\n  papers: [{id: p1}, {note: x}]\n"])
    #expect(reading.draft.sessions.last?.slots.map(\.paper) == ["p1"])
    #expect(reading.problems.map(\.place.description) == ["paper_sessions.yml:3:22"])
  }
}
