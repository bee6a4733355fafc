import Testing

@testable import Conference

/// What conferences that grew out of Mini-Conf made of its files, retold with other contents.
@Suite struct ImportForkTests {
  @Test(
    "a code of conduct is a text, the text of a field, or the texts of rows below their headings",
    arguments: [
      ("csv", "text\nBe nice.\n", "Be nice."), ("yml", "Be nice.\n", "Be nice."),
      ("yml", "CodeOfConduct: Be nice.\n", "Be nice."),
      ("csv", "title,text\nRule,Be nice.\nHelp,Ask us.\n", "## Rule\n\nBe nice.\n\n## Help\n\nAsk us."),
    ])
  func codeOfConduct(ending: String, text: String, expected: String) {
    let reading = read(["papers.csv": "id,title\np1,One\n", "code_of_conduct.\(ending)": text])
    #expect(reading.problems == [])
    #expect(reading.draft.conference.codeOfConduct == expected)
  }

  @Test("a code of conduct without a text is named")
  func noCodeOfConduct() {
    let reading = read(["papers.csv": "id,title\np1,One\n", "code_of_conduct.csv": "rule,penalty\nBe nice,none\n"])
    #expect(reading.problems.contains { $0.severity == .warning && $0.place.file == "code_of_conduct.csv" })
  }

  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test("authors with their affiliations in parentheses, and columns of links, as ISMIR has them")
  func ismir() throws {
    let reading = read([
      "papers.csv": """
      uid,title,authors_and_affil,pdf_path,slides_pdf,video,session,day,slack_channel
      64,One,Ada Lovelace (University of London); Alan Turing (King's College; Cambridge)*,https://example.org/1.pdf,https://example.org/s.pdf,https://example.org/v,1,2,p1-64
      """,
      "events.csv": """
      ,uid,title,day,start_date,start_time,end_time,category,description
      0,1,Registration,1,2023-11-05,8:00,9:00,Registration,Time to register
      1,2,Poster session 1,1,2023-11-05,23:00,1:30,Poster session,
      """,
    ])
    #expect(reading.errors == [])
    let paper = try #require(reading.draft.papers.first)
    #expect(paper.pdf == "https://example.org/1.pdf")
    #expect(paper.slides == "https://example.org/s.pdf")
    #expect(paper.authors.map(\.name).first == "Ada Lovelace")
    #expect(paper.authors.first?.affiliation == "University of London")
    #expect(reading.draft.sessions.map(\.kind) == [.other, .poster])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2023-11-05T08:00:00Z", "2023-11-05T23:00:00Z"])
    #expect(reading.draft.sessions.last?.end.iso8601 == "2023-11-06T01:30:00Z")
    #expect(reading.draft.sessions.first?.slots.map(\.paper) == ["64"])
    #expect(reading.problems.contains { $0.message.contains("“slack_channel”") })
  }

  @Test("sessions with times and long names in one file, as EMNLP has them")
  func emnlp() throws {
    let reading = read([
      "main_papers.csv": "UID,title\nmain.1,One\nmain.2,Two\n",
      "paper_sessions.yml": """
      1Az:
        start_time: 2020-11-16 12:00:00-04:00
        end_time: 2020-11-16 13:00:00-04:00
        name: Zoom Q&A Session 1A
        long_name: 'Zoom Q&A Session 1A: Sentiment'
        papers: [main.1, main.2]
      """,
      "sponsors.yml":
        "- {name: Acme, levels: [Gold, Diversity], zooms: [{start: '2020-11-16 10:00:00-04:00', duration: 2, label: Chat}]}\n",
    ])
    #expect(reading.problems.map(\.description) == [])
    let session = try #require(reading.draft.sessions.first)
    #expect(session.id == "1Az")
    #expect(session.title == "Zoom Q&A Session 1A: Sentiment")
    #expect([session.start.iso8601, session.end.iso8601] == ["2020-11-16T16:00:00Z", "2020-11-16T17:00:00Z"])
    #expect(session.slots.map(\.paper) == ["main.1", "main.2"])
    #expect(reading.draft.sponsors.map(\.tier) == ["Gold"])
    #expect(reading.draft.sessions.last?.end.iso8601 == "2020-11-16T16:00:00Z")
  }

  @Test("files that a portal kept elsewhere are named, not taken for hosts, and cost no sponsor")
  func filesElsewhere() {
    let reading = read([
      "sponsors.yml": """
      - name: Acme
        resources:
          - {label: Jobs, website: Job Card.pdf}
          - {label: Map, website: map.pdf}
          - {label: Site, website: example.org}
          - {label: Paper, website: example.org/paper.pdf}
      """
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sponsors.first?.links.map(\.url) == ["https://example.org", "https://example.org/paper.pdf"])
    let notes = reading.problems.filter { $0.severity == .note }
    #expect(notes.map(\.message) == ["files named in “website” are not in the folder and left out (2×)"])
  }

  @Test("papers of workshops in one file belong to the workshop that each row names")
  func workshopPapers() {
    let reading = read([
      "workshops.yml": """
      - UID: WS-1
        title: Small Languages
        sessions:
          - {start_time: "2020-11-19 05:45:00-05:00", end_time: "2020-11-19 07:45:00-05:00", name: "<b>Opening</b>"}
          - {start_time: "2020-11-19 08:45:00-05:00", end_time: "2020-11-19 09:45:00-05:00", name: End, hosts: Ada}
        prerecorded_talks:
          - {title: Learning, speakers: Alan Turing, presentation_id: "38940786"}
      """,
      "workshop_papers.csv": "workshop,UID,title,authors\nWS-1,WS-1.1,One,Ada B|C D\nWS-2,WS-2.1,Two,E F\n",
    ])
    #expect(reading.draft.papers == [])
    #expect(reading.draft.events.first?.talks.map(\.title) == ["Learning", "One"])
    #expect(reading.draft.events.first?.talks.map(\.people) == ["Alan Turing", "Ada B, C D"])
    #expect(reading.draft.sessions.map(\.title) == ["Small Languages: Opening", "Small Languages: End"])
    #expect(reading.draft.sessions.last?.description == "Hosts: Ada")
    #expect(reading.errors.map(\.place.description) == ["workshop_papers.csv:3:1"])
  }

  @Test("sponsors in a file for each tier")
  func tiers() {
    let reading = read([
      "goldsponsors.csv": "name,website\nAcme,https://example.org\n", "silversponsors.csv": "name\nOther\n",
    ])
    #expect(reading.draft.sponsors.map(\.tier) == ["gold", "silver"])
  }

  @Test("a main calendar places the papers that name its sessions, and one warning stands for a session that it lacks")
  func calendar() {
    let reading = read([
      "papers.csv": "UID,title,sessions\np1,One,S1|S3\np2,Two,S1\np3,Three,S3\n",
      "main_calendar.json": """
      [{"title": "Posters (S1)", "start": "2020-07-06T12:00:00+02:00", "end": "2020-07-06T14:00:00+02:00", "category": "time"}]
      """,
    ])
    #expect(reading.draft.sessions.first?.slots.map(\.paper) == ["p1", "p2"])
    #expect(reading.draft.sessions.first?.start.iso8601 == "2020-07-06T10:00:00Z")
    #expect(reading.problems.filter { $0.severity == .warning }.map(\.place.line) == [2])
    #expect(reading.problems.contains { $0.message.contains("“S3”") && $0.message.contains("2×") })
  }

  @Test(
    "what a calendar repeats of other files is one session, also under a title with other signs and of another kind")
  func repeatedInCalendar() {
    let reading = read([
      "socials.yml": """
      - UID: tea
        name: Group Mentoring
        sessions:
          - {name: S-Session 1, start_time: "2020-07-06 07:00", end_time: "2020-07-06 08:00"}
          - {name: S-Session 2, start_time: "2020-07-07 07:00", end_time: "2020-07-07 08:00"}
      """,
      "overall_calendar.json": """
      [{"title": "Group Mentoring (Session 1)", "start": "2020-07-06T07:00:00Z", "end": "2020-07-06T08:00:00Z"},
       {"title": "Group Mentoring (Session 3)", "start": "2020-07-08T07:00:00Z", "end": "2020-07-08T08:00:00Z"}]
      """,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.id) == ["social-tea-1", "social-tea-2", "group-mentoring-session-3-1"])
  }

  @Test(
    "times are read as spreadsheets and people write them",
    arguments: [
      ("start,end\n2026-04-28 9:00,2026-04-28 10:30\n", "2026-04-28T09:00:00Z", "2026-04-28T10:30:00Z"),
      ("date,start,end\n2026-04-28,9:00,10:30\n", "2026-04-28T09:00:00Z", "2026-04-28T10:30:00Z"),
      ("day,start,end,zone\n2026-04-28,23:00,1:00,Africa/Lagos\n", "2026-04-28T22:00:00Z", "2026-04-29T00:00:00Z"),
      ("start,minutes\n2026-04-28T09:00:00+03:00,90\n", "2026-04-28T06:00:00Z", "2026-04-28T07:30:00Z"),
      ("start,duration\n2026-04-28 09:00,1:30\n", "2026-04-28T09:00:00Z", "2026-04-28T10:30:00Z"),
      (
        "start,end\n\"April 28, 2026 2:00 PM\",\"April 28, 2026 3:00 PM\"\n", "2026-04-28T14:00:00Z",
        "2026-04-28T15:00:00Z"
      ),
      ("start,end\n2026/4/28 14:00,2026/4/28 15:00\n", "2026-04-28T14:00:00Z", "2026-04-28T15:00:00Z"),
    ])
  func times(rows: String, start: String, end: String) throws {
    let lines = rows.split(separator: "\n")
    let reading = read(["sessions.csv": "id,title,\(lines[0])\ns,S,\(lines[1])\n"])
    #expect(reading.errors == [])
    let session = try #require(reading.draft.sessions.first)
    #expect([session.start.iso8601, session.end.iso8601] == [start, end])
  }

  @Test("a date that is another day in another country is refused", arguments: ["04/05/2026 14:00", "4/5/26 14:00"])
  func ambiguousDate(text: String) {
    let reading = read(["sessions.csv": "id,title,start,end\ns,S,\(text),2026-05-04 15:00\n"])
    #expect(reading.errors.map(\.place.description) == ["sessions.csv:2:5"])
  }

  @Test(
    "weekdays may be short or long, times may have a dash of any kind and a zone",
    arguments: [
      ("Tuesday", "14:00-14:30 GMT"), ("Tue", "14:00–14:30 GMT"), ("tues", "2:00 PM - 2:30 PM"),
      ("2026-04-28", "15:00-15:30 UTC+1"),
    ])
  func weekdays(day: String, time: String) throws {
    let reading = read([
      "conference.yml": "name: X\nstart: 2026-04-27\nend: 2026-04-30\n",
      "speakers.yml": "- {id: 1, title: T, speaker: Ada Lovelace, day: \(day), time: \"\(time)\"}\n",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.start.iso8601) == ["2026-04-28T14:00:00Z"])
    #expect(reading.draft.sessions.map(\.title) == ["Live Q&A: Ada Lovelace"])
  }

  @Test("a weekday without any file that has days costs the event its time only, and says which file is missing")
  func noDays() {
    let reading = read(["speakers.yml": "- {id: 1, title: T, speaker: A, day: Tuesday, time: '14:00-14:30 GMT'}\n"])
    #expect(reading.errors == [])
    #expect(reading.draft.events.map(\.title) == ["T"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning speakers.yml:1:38"])
    #expect(reading.problems.first?.advice.contains("schedule.yml") == true)
  }

  @Test("names of bibliographies are turned, and names with a comma of their own are left")
  func bibliography() {
    #expect(Names.split("Lovelace, Ada and Turing, Alan") == ["Ada Lovelace", "Alan Turing"])
    #expect(
      Names.split("Ada Lovelace, Alan Turing and Grace Hopper") == ["Ada Lovelace", "Alan Turing", "Grace Hopper"])
  }
}
