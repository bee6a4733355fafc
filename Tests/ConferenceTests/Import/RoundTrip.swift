import Testing

@testable import Conference

/// Export, import and export again.
enum RoundTrip {
  /// Reads what an export of the draft says.
  static func imported(_ draft: Draft) -> Reading {
    let export = FolderExport(draft)
    var files = export.files.mapValues { Array($0.utf8) }
    for name in export.media { files[name] = [0] }
    return Importer.read(ConferenceFolder(files: files))
  }

  static func check(_ draft: Draft, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let first = FolderExport(draft)
    let reading = imported(draft)
    #expect(reading.errors == [], sourceLocation: sourceLocation)
    let second = FolderExport(reading.draft)
    #expect(Set(first.files.keys) == Set(second.files.keys), sourceLocation: sourceLocation)
    for (name, text) in first.files where second.files[name] != text {
      let lines = zip(text.split(separator: "\n"), (second.files[name] ?? "").split(separator: "\n")).first { $0 != $1 }
      Issue.record(
        "\(name) differs: \(lines.map { "\($0.0.prefix(200)) | \($0.1.prefix(200))" } ?? "in length")",
        sourceLocation: sourceLocation)
    }
  }
}

@Suite struct RoundTripTests {
  @Test("the story conference survives export and import", arguments: [1, 2, 3] as [UInt64])
  func story(seed: UInt64) throws {
    let draft = Story(seed: seed, papers: 40, today: try #require(Day(iso: "2026-04-28"))).draft()
    let imported = RoundTrip.imported(draft).draft
    #expect(imported.papers == draft.papers)
    #expect(imported.events == draft.events)
    #expect(imported.sponsors == draft.sponsors)
    #expect(imported.answers == draft.answers)
    #expect(imported.members == draft.members)
    #expect(imported.themes == draft.themes)
    #expect(imported.conference == draft.conference)
    try RoundTrip.check(imported)
  }

  static let texts = [
    "a \"quoted\" text", "line one\nline two\n\nline four", "a|b", "a;b", "=SUM(A1:A9)", "+1", "-1", "@name",
    "'=already", "nice;=cmd|' /C calc'!A0;end", "one\n- two; +3; '@four", "''quoted''", "''=x", "---", "key: value",
    "# no comment", "🤗 émoji", "שלום", "null", "yes", "~", "12:30:45", "a, b", "x and y", "\u{202E}right to left",
    "tab\tinside", "{a: b}", "[1, 2]", "\\n", "%41", "<b>bold</b>",
  ]

  @Test("texts that formats could trip over survive in every field", arguments: texts)
  func hostile(text: String) throws {
    var draft = Draft(conference: ConferenceInfo(id: "test", name: "Test"))
    draft.conference.description = text
    draft.conference.start = Day(iso: "2026-04-28")
    draft.conference.end = draft.conference.start
    draft.conference.codeOfConduct = text
    var paper = Paper(
      id: "p1", title: text, authors: [Person(name: text, affiliation: text), Person(name: "B", biography: text)],
      abstract: text, keywords: [text, "second"])
    (paper.tldr, paper.track, paper.kind, paper.bibtex) = (text, text, text, text)
    draft.papers = [paper, Paper(id: "p2", title: "Alone", authors: [Person(name: text)], keywords: [text])]
    var event = Event(kind: .workshop, name: "w", title: text, people: [Person(name: text)])
    (event.summary, event.description, event.notice) = (text, text, text)
    event.agenda = [AgendaItem(title: text, people: text, kind: text, section: text)]
    event.talks = [Talk(title: text, people: text)]
    event.links = [Link(label: text, url: "https://example.org/")]
    draft.events = [event]
    let start = try #require(Instant(iso8601: "2026-04-28T12:00:00Z"))
    var session = Session(id: "s", kind: .workshop, title: text, start: start, end: start.adding(minutes: 30))
    session.description = text
    session.event = event.reference
    session.chairs = [Person(name: text, affiliation: text), Person(name: "B", biography: text)]
    session.slots = [Slot(paper: "p1", start: start, end: start.adding(minutes: 10))]
    draft.sessions = [session]
    var sponsor = Sponsor(id: "x", name: text)
    (sponsor.tier, sponsor.description) = (text, text)
    sponsor.contacts = [Person(name: text, email: "a@example.org")]
    draft.sponsors = [sponsor]
    draft.answers = [Answer(id: "q", section: text, question: text, text: text)]
    draft.members = [Member(id: "m", person: Person(name: text), role: text)]
    draft.themes = [Theme(id: "t", day: Day(iso: "2026-04-28"), title: text, papers: ["p1"])]
    let imported = RoundTrip.imported(draft).draft
    #expect(imported.papers.map(\.title) == draft.papers.map(\.title))
    #expect(imported.papers.first?.abstract == text)
    #expect(imported.sessions.first?.description == text)
    #expect(imported.conference.description == text)
    try RoundTrip.check(draft)
  }
}
