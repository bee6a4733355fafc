import Testing

@testable import Conference

/// All that is wrong in a row is told at once, each thing at its own cell.
@Suite struct ImportWholeRowTests {
  /// Beside papers that nothing here names: where there are none at all, what names one is only warned of.
  private func errorPlaces(_ file: String, _ text: String) -> [String] {
    var files = [file: text, "faq.csv": "question,answer\nq,a\n"]
    if !file.hasPrefix("papers.") { files["papers.csv"] = "id,title\nelsewhere,Elsewhere\n" }
    return Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) })).errors.map(\.place.description)
  }

  private static let rows: [(String, String, [String])] = [
    (
      "sessions.csv", "title,id,kind,start,end,zone,event,join,cancelled\n,a b,party,soon,later,UTC,x,no,perhaps\n",
      [
        "sessions.csv:2:1", "sessions.csv:2:2", "sessions.csv:2:12", "sessions.csv:2:17", "sessions.csv:2:27",
        "sessions.csv:2:29", "sessions.csv:2:32",
      ]
    ),
    (
      "papers.csv", "title,id,pdf,code\n,a b,no,none at\n",
      ["2:1", "2:2", "2:6", "2:9", "2:9"].map { "papers.csv:" + $0 }
    ),
    ("papers.csv", "title,id\n,\n x,\n,y\n", ["papers.csv:3:4", "papers.csv:4:1"]),
    ("slots.csv", "session,paper,start\ns,p,never\n", ["slots.csv:2:1", "slots.csv:2:3", "slots.csv:2:5"]),
    ("slots.csv", "session,paper,start\n,p,\n", ["slots.csv:2:1"]),
    ("authors.csv", "paper,zone,name\np,Mars,\n", ["authors.csv:2:1", "authors.csv:2:1"]),
    ("people.csv", "event,name\nkeynote/1,\n", ["people.csv:2:1", "people.csv:2:1"]),
    ("contacts.csv", "name,sponsor\n,acme\n", ["contacts.csv:2:1", "contacts.csv:2:2"]),
    ("chairs.csv", "name,session\n,none\n", ["chairs.csv:2:1", "chairs.csv:2:2"]),
    ("agenda.csv", "event,title,start\nworkshop/1,,never\n", ["2:1", "2:1", "2:13"].map { "agenda.csv:" + $0 }),
    ("talks.csv", "event,title,video\nworkshop/1,,no\n", ["2:1", "2:1", "2:13"].map { "talks.csv:" + $0 }),
    ("links.csv", "of,label,url\npaper/1,,no\n", ["links.csv:2:1", "links.csv:2:1", "links.csv:2:10"]),
    ("themes.csv", "title,day,paper\n,soon,p\n", ["themes.csv:2:1", "themes.csv:2:2", "themes.csv:2:7"]),
    ("sponsors.csv", "name,id,website\n,a b,no\n", ["sponsors.csv:2:1", "sponsors.csv:2:2", "sponsors.csv:2:6"]),
    ("workshops.csv", "title,id,website\n,a b,no\n", ["2:1", "2:2", "2:6"].map { "workshops.csv:" + $0 }),
    (
      "1_zoom_links.csv", "UID,session_name,starttime,endtime\np,s,never,now\n",
      ["2:1", "2:3", "2:5", "2:11"].map { "1_zoom_links.csv:" + $0 }
    ),
  ]

  @Test("everything that is wrong in a row is told at once, at its cell", arguments: rows)
  func wholeRow(file: String, text: String, places: [String]) {
    #expect(errorPlaces(file, text).sorted() == places.sorted())
  }

  private static let references: [(String, String, [String])] = [
    ("papers.csv", "title,id,similar\nOne,p1,p2|p3\nTwo,p2,p1\n", ["papers.csv:2:8"]),
    ("papers.json", "[{\"id\": \"p1\", \"title\": \"One\",\n  \"similar\": [\"p1\",\n  \"p3\"]}]", ["papers.json:3:3"]),
    ("keywords.yml", "some: [a]\n", ["keywords.yml:1:1"]),
    ("sponsors.csv", "name,booth_of\nAcme,other\n", ["sponsors.csv:2:6"]),
    (
      "oral_schedule.yml", "- day: 2026-04-28\n  section:\n    - theme: T\n      ids: [p7]\n",
      ["oral_schedule.yml:4:13"]
    ),
    ("poster_schedule.yml", "S1:\n  posters:\n    - id: p7\n", ["poster_schedule.yml:3:11"]),
    ("workshop_papers.csv", "title,UID,workshop\nT,1,W9\n", ["workshop_papers.csv:2:5"]),
    (
      "paper_sessions.yml", "S1:\n  date: 2026-04-28_10:00:00\n  papers: [p7,\n    p8]\n",
      ["paper_sessions.yml:3:12", "paper_sessions.yml:4:5"]
    ),
    (
      "paper_sessions.yml", "S1:\n  date: soon\n  papers: [p7]\n",
      ["paper_sessions.yml:2:9", "paper_sessions.yml:3:12"]
    ),
  ]

  @Test("what leads nowhere is told at the very cell or value that names it", arguments: references)
  func dangling(file: String, text: String, places: [String]) {
    #expect(errorPlaces(file, text).sorted() == places)
  }

  @Test("a schedule of a workshop that is not there is told where its name stands, a session likewise")
  func schedules() {
    let files = [
      "sessions.csv": "id,title,start,end\ns,S,2026-04-28 14:00,2026-04-28 15:00\n",
      "workshop_schedules.json": "{\n  \"W9\": [{\"title\": \"Opening\"}]}",
      "papers.csv": "title,id,sessions\nOne,p1,s|t\n",
    ]
    let problems = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) })).problems
    #expect(problems.map(\.place.description) == ["papers.csv:2:8", "workshop_schedules.json:2:3"])
  }

  @Test("a paper that is refused places nobody in its sessions, and a row that is refused leaves nothing behind")
  func nothingBehind() {
    let files = [
      "sessions.csv": "id,title,start,end\ns,S,2026-04-28 14:00,2026-04-28 15:00\n",
      "papers.csv": "id,title,sessions\np1,One,\np1,Twice,s\np2,Two,\n",
      "slots.csv": "session,paper,start\ns,p2,never\n", "workshops.csv": "id,title\nW1,W\n",
      "agenda.csv": "event,title,start\nworkshop/W1,Talk,never\n",
    ]
    let reading = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
    #expect(reading.draft.sessions.map(\.slots) == [[]])
    #expect(reading.draft.events.map(\.agenda) == [[]])
    #expect(reading.errors.map(\.place.description) == ["agenda.csv:2:18", "papers.csv:3:1", "slots.csv:2:6"])
  }
}
