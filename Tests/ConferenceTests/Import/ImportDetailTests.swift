import Testing

@testable import Conference

/// Smaller things that files say in several ways, and what is told of each.
@Suite struct ImportDetailTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let papers = "id,title\np1,One\np2,Two\np3,Three\n"
  private static let session = "id,title,start,end\ns,S,2026-04-28 14:00,2026-04-28 15:00\n"

  @Test(
    "recommendations are a map of lists or cells, or rows",
    arguments: [
      ("json", "{\"p1\": [\"p1\", \"p2\", \"p3\"]}"), ("json", "{\"p1\": \"p1|p2|p3\"}"),
      ("json", "[{\"UID\": \"p1\", \"recs\": [\"p2\", \"p3\"]}]"), ("csv", "UID,similar\np1,p2|p3\n"),
    ])
  func recommendations(ending: String, text: String) {
    let reading = read(["papers.csv": Self.papers, "paper_recs.\(ending)": text])
    #expect(reading.problems == [])
    #expect(reading.draft.papers.first?.similar == ["p2", "p3"])
  }

  @Test("an empty file says that it is, and nothing else")
  func empty() {
    let reading = read(["papers.csv": Self.papers, "conference.yml": ""])
    #expect(reading.problems.map(\.place.file) == ["conference.yml"])
    #expect(reading.problems.first?.message.contains("empty") == true)
  }

  @Test("where the papers cannot be read, what other files have for them is not blamed")
  func unreadablePapers() {
    let reading = read([
      "papers.csv": "id,title\np1,\"One\n", "highlighted.csv": "UID\np1\np2\n",
      "poster_slides.yml": "slides: [{uid: p1, slides_id: 38926698}]\n", "paper_recs.json": "{\"p1\": [\"p2\"]}",
    ])
    #expect(reading.problems.map(\.place.file) == ["papers.csv"])
  }

  @Test("a paper that is twice in a session is an error wherever that stands")
  func twice() {
    let row = "p1,1A,2026-04-27T05:00:00Z,2026-04-27T06:00:00Z\n"
    let reading = read([
      "main_papers.csv": "UID,title\np1,One\n",
      "main_paper_sessions.yml": "1A: {date: '2026-04-27_05:00:00', papers: [p1]}\n",
      "main_paper_zoom_links.csv": "UID,session_name,starttime,endtime\n" + row + row,
    ])
    #expect(reading.errors.map(\.place.description) == ["main_paper_zoom_links.csv:3:1"])
    #expect(reading.errors.first?.message.contains("twice") == true)
  }

  @Test("a paper at a time at which its session is not is warned of")
  func outside() {
    let reading = read([
      "papers.csv": Self.papers, "sessions.csv": Self.session,
      "slots.csv":
        "session,paper,start,end\ns,p1,2026-04-28 14:00,2026-04-28 14:30\ns,p2,2026-04-27 14:00,2026-04-27 14:30\n",
    ])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning slots.csv:3:3"])
  }

  @Test("sessions may list their papers, which counts less than what slots say of them")
  func listed() {
    let files = [
      "papers.csv": Self.papers,
      "sessions.yml": "- {id: s, title: S, start: 2026-04-28 14:00, end: 2026-04-28 15:00, papers: [p1, p2]}\n",
    ]
    let reading = read(files)
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.first?.slots.map(\.paper) == ["p1", "p2"])
    let timed = read(files.merging(["slots.csv": "session,paper,join\ns,p2,https://example.org/2\n"]) { $1 })
    #expect(timed.problems == [])
    #expect(timed.draft.sessions.first?.slots == [Slot(paper: "p2", join: "https://example.org/2"), Slot(paper: "p1")])
    let row = "id,title,start,end,papers\ns,S,2026-04-28 14:00,2026-04-28 15:00,p1|nobody\n"
    let wrong = read(["papers.csv": Self.papers, "sessions.csv": row])
    #expect(wrong.errors.map(\.place.description) == ["sessions.csv:2:39"])
  }

  @Test("a paper may name its session by the title, if that has no id and no other session has the title")
  func titles() {
    let papers = "id,title,session\np1,One,Posters on Maps\n"
    let row = "Posters on Maps,2026-04-28 14:00,2026-04-28 15:00\n"
    let one = read(["papers.csv": papers, "sessions.csv": "title,start,end\n" + row])
    #expect(one.problems == [] && one.draft.sessions.first?.slots.map(\.paper) == ["p1"])
    let two = read(["papers.csv": papers, "sessions.csv": "title,start,end\n" + row + row])
    #expect(two.draft.sessions.map(\.slots) == [[], []] && two.problems.map(\.place.file) == ["papers.csv"])
  }
}
