import Testing

@testable import Conference

/// What our own folders say in unusual shapes counts, or is named.
@Suite struct ImportOwnFolderTests {
  private func read(_ files: [String: String]) -> Reading {
    let common = [
      "conference.yml": "id: demo\nname: Demo\nstart: 2026-04-27\nend: 2026-04-30\n",
      "papers.csv": "id,title\np1,One\np2,Two\n",
      "sessions.csv": "id,title,start,end\nP1,Posters,2026-04-28 14:00,2026-04-28 16:00\n",
    ]
    let all = common.merging(files) { $1 }
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  private func told(_ reading: Reading) -> [String] { reading.problems.map { "\($0.severity) \($0.place)" } }

  @Test("a table of papers without titles is one error in a folder of ours, and left out of a portal's")
  func titleless() {
    let table = "id,titel\nd1,One\nd2,Two\n"
    let reading = read(["demo_papers.csv": table])
    #expect(reading.errors.map(\.place.description) == ["demo_papers.csv:2:1"])
    #expect(reading.problems.contains { $0.advice.contains("“title”") })
    let files = ["config.yml": "name: X\n", "papers.csv": "UID,title\np1,One\n", "demo_papers.csv": table]
    let portal = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
    #expect(portal.errors == [])
    #expect(portal.draft.papers.map(\.id) == ["p1"])
  }

  @Test("the name above a list is the tier of its sponsors, the role of its people, and the section of its questions")
  func groups() {
    let reading = read([
      "sponsors.yml": "Gold:\n- name: Acme\n- {name: Cube, tier: Host}\nSilver:\n- name: Bolt\n",
      "committee.yml": "Chairs:\n- name: Ada Lovelace\nHelpers:\n- {name: Alan Turing, role: Lead}\n",
      "faq.yml": "Start:\n- {question: How, answer: So}\nEnd:\n- {question: When, answer: Now}\n",
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.sponsors.map(\.tier) == ["Gold", "Host", "Silver"])
    #expect(reading.draft.members.map(\.role) == ["Chairs", "Lead"])
    #expect(reading.draft.answers.map(\.section) == ["Start", "End"])
  }

  @Test(
    "the only group of sponsors is their tier, however it is written; a word for sponsors is none",
    arguments: [
      ("Gold:\n- name: Acme\n", "Gold"), ("- name: Gold\n  sponsors:\n  - name: Acme\n", "Gold"),
      ("Gold:\n  sponsors:\n  - name: Acme\n", "Gold"), ("sponsors:\n  Gold:\n  - name: Acme\n", "Gold"),
      ("Gold:\n- {name: Acme, tier: Host}\n", "Host"), ("companies:\n- name: Acme\n", nil),
      ("sponsors:\n- name: Acme\n", nil),
    ] as [(String, String?)])
  func onlyTier(file: String, tier: String?) {
    let reading = read(["sponsors.yml": file])
    #expect(reading.problems == [])
    #expect(reading.draft.sponsors.map(\.name) == ["Acme"])
    #expect(reading.draft.sponsors.map(\.tier) == [tier])
  }

  @Test("a day above a list is that of the sessions and events in it whose times name none")
  func dayAbove() {
    let reading = read([
      "session_list.yml": "Tuesday:\n- {id: open, title: Opening, start: '9:00', end: '10:00'}\n",
      "socials.yml": """
      2026-04-29:
      - {id: walk, title: Walk, start: '2026-04-30 8:00', end: '2026-04-30 9:00'}
      - {id: tea, title: Tea, time: '11:00-12:00'}
      - {id: run, title: Run, day: 2026-04-27, start: '7:00', end: '8:00'}
      2026-04-30:
      - {id: cook, title: Cooking, start: '17:00', minutes: 90}

      """,
    ])
    #expect(reading.errors == [])
    #expect(
      reading.draft.sessions.map { "\($0.title) \($0.start.iso8601)" }.sorted() == [
        "Cooking 2026-04-30T17:00:00Z", "Opening 2026-04-28T09:00:00Z", "Posters 2026-04-28T14:00:00Z",
        "Run 2026-04-27T07:00:00Z", "Tea 2026-04-29T11:00:00Z", "Walk 2026-04-30T08:00:00Z",
      ])
    // That some have no use for the day above them takes nothing from it.
    #expect(!reading.problems.contains { $0.message.contains("2026-04-29") })
  }

  @Test("the name above a list that means nothing there is named once")
  func strangeGroups() {
    let reading = read([
      "socials.yml": "Fun:\n- {id: a, title: Tea}\n- {id: b, title: Walk}\nMore:\n- {id: c, title: Games}\n"
    ])
    #expect(reading.draft.events.map(\.name) == ["a", "b", "c"])
    #expect(told(reading) == ["note socials.yml:1:1", "note socials.yml:4:1"])
    #expect(reading.problems.first?.message.contains("“Fun”") == true)
  }

  @Test("who is called nothing but a comma has no name")
  func comma() {
    let reading = read(["committee.csv": "name,role\n\",\",Chair\n\"Ada Lovelace,\",Chair\n"])
    #expect(reading.errors.map(\.place.description) == ["committee.csv:2:1"])
    #expect(reading.draft.members.map(\.person.name) == ["Ada Lovelace"])
  }

  @Test("recommendations of what is not there leave a paper's similar ones as they are, with a warning")
  func recommendations() {
    let reading = read([
      "papers.csv": "id,title,similar\np1,One,p2\np2,Two,p1\n",
      "paper_recs.json": "{\"p1\": {\"recs\": [\"p2\"]},\n\"p2\": [\"none\"]}",
    ])
    #expect(reading.draft.papers.map(\.similar) == [["p2"], ["p1"]])
    #expect(told(reading) == ["warning paper_recs.json:1:2", "warning paper_recs.json:2:1"])
  }

  @Test("keywords may be a list under the paper's id")
  func keywords() {
    let reading = read(["keywords.yml": "p1: [speech, songs]\np2: texts\n"])
    #expect(reading.problems == [])
    #expect(reading.draft.papers.map(\.keywords) == [["speech", "songs"], ["texts"]])
  }

  @Test("days in words that are not understood are warned of, and what follows a day must be a time")
  func days() {
    let words = read(["conference.yml": "id: demo\nname: Demo\ndate: 27.-30.4.2026\n"])
    #expect(told(words) == ["warning conference.yml:3:7"])
    let odd = read([
      "conference.yml": "id: demo\nname: Demo\nstart: 2026-04-27 09:00:00 nonsense\nend: 2026-04-30 00:00:00-08:00\n"
    ])
    #expect(told(odd) == ["error conference.yml:3:8"])
  }

  @Test("a second row of the conference's table is warned of")
  func rows() {
    let reading = Importer.read(
      ConferenceFolder(files: [
        "conference.csv": Array("id,name\ndemo,Demo\nother,Other\n".utf8),
        "papers.csv": Array("id,title\np1,One\n".utf8),
      ]))
    #expect(reading.draft.conference.id == "demo")
    #expect(told(reading) == ["warning conference.csv:3:1"])
  }

  @Test("an author in a list of ours is one, whatever words the name has")
  func authors() {
    let reading = read([
      "more_papers.json":
        "[{\"id\": \"p3\", \"title\": \"Three\","
        + " \"authors\": [\"Center for Science and Society\", \"Ada Lovelace\"]}]"
    ])
    #expect(reading.draft.papers.last?.authors.map(\.name) == ["Center for Science and Society", "Ada Lovelace"])
  }

  @Test("a paper's sessions are separated by commas, unless a session is called so")
  func sessions() {
    let reading = read([
      "papers.csv": "id,title,session\np1,One,\"Posters, Part A\"\np2,Two,\"P1, P2\"\n",
      "sessions.csv":
        "title,id,start,end\nPosters,P1,2026-04-28 14:00,2026-04-28 15:00\nTalks,P2,2026-04-28 15:00,2026-04-28 16:00\n"
        + "\"Posters, Part A\",,2026-04-29 14:00,2026-04-29 15:00\n",
    ])
    #expect(reading.draft.sessions.filter { $0.slots.map(\.paper) == ["p2"] }.map(\.id) == ["P1", "P2"])
    #expect(reading.draft.sessions.filter { $0.slots.map(\.paper) == ["p1"] }.map(\.title) == ["Posters, Part A"])
  }

  @Test("two chairs may stand in one cell; what follows a comma is no chair")
  func chairs() {
    let reading = read(["chairs.csv": "session,chair\nP1,Ada Lovelace and Alan Turing\nP1,\"Grace Hopper, US Navy\"\n"])
    #expect(
      reading.draft.sessions.first?.chairs.map(\.name) == ["Ada Lovelace", "Alan Turing", "Grace Hopper, US Navy"])
  }
}
