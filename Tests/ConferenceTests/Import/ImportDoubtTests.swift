import Testing

@testable import Conference

/// What can be understood with a doubt is taken in, and the doubt is named with its place.
@Suite struct ImportDoubtTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "kinds of sessions are understood as conferences call them",
    arguments: [
      ("Talk", .oral), ("Spotlight", .oral), ("Panel", .plenary), ("Opening", .plenary), ("Awards", .plenary),
      ("Town hall", .plenary), ("Business meeting", .plenary), ("Lunch", .other), ("Music", .social),
      ("Industry session", .expo), ("Mentoring", .mentoring), ("Doctoral consortium", .mentoring), ("Demo", .poster),
      ("Sponsor talk", .sponsor), ("Invited talk", .keynote), ("Poster spotlight", .poster),
    ] as [(String, Session.Kind)])
  func kinds(text: String, kind: Session.Kind) {
    let reading = read(["events.csv": "id,title,category,start,end\ns,S,\(text),2026-04-28 14:00,2026-04-28 15:00\n"])
    #expect(reading.problems == [])
    #expect(reading.draft.sessions.map(\.kind) == [kind])
  }

  @Test("a kind of session that nobody knows is “other”, with a warning at its cell that names the known ones")
  func unknownKind() {
    let reading = read(["sessions.csv": "id,title,kind,start,end\ns,S,Zumba,2026-04-28 14:00,2026-04-28 15:00\n"])
    #expect(reading.draft.sessions.map(\.kind) == [.other])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning sessions.csv:2:5"])
    #expect(reading.problems.first?.message.contains("Zumba") == true)
    #expect(reading.problems.first?.advice.contains("poster") == true)
  }

  @Test("without the file that has the days and the sessions, the rest of a portal comes in, and what lacks is named")
  func noSchedule() {
    let reading = read([
      "papers.csv": "id,title\np1,One\np2,Two\n", "faq.csv": "question,answer\nq,a\n",
      "poster_schedule.yml": "Mon Session 1:\n  posters: [{id: p1}, {id: p2}]\nTue Session 1:\n  posters: [{id: p1}]\n",
      "oral_schedule.yml": "- day: Monday\n  section:\n    - {theme: T, ids: [p1]}\n",
      "socials.yml": "- {name: Tea, day: [Monday, Tuesday], times: ['14:00-15:00', '16:00-17:00']}\n",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.papers.count == 2 && reading.draft.answers.count == 1 && reading.draft.events.count == 1)
    let warnings = reading.problems.filter { $0.severity == .warning }
    #expect(
      warnings.map(\.place.description) == [
        "oral_schedule.yml:1:8", "poster_schedule.yml:1:1", "poster_schedule.yml:3:1", "socials.yml:1:21",
      ])
    #expect(warnings.last?.more == [Place(file: "socials.yml", line: 1, column: 29)])
  }

  @Test("where the file of papers cannot be read, what names papers adds no errors of its own")
  func unreadablePapers() {
    let reading = read([
      "papers.csv": "id,title\np1,\"One\n", "authors.csv": "paper,name\np1,Ada Lovelace\n",
      "sessions.csv": "id,title,start,end\ns,S,2026-04-28 14:00,2026-04-28 15:00\n",
      "slots.csv": "session,paper\ns,p1\n",
    ])
    #expect(reading.errors.map(\.place.file) == ["papers.csv"])
    #expect(!reading.isAcceptable(skippingBadRows: true))
  }
}
