import Testing

@testable import Conference

/// What is wrong in the folder of a portal refuses it as any other; without the bad rows it comes in. What costs one
/// field only is a warning there, since whoever brings it has not written it.
@Suite struct ImportPortalMistakeTests {
  private func read(_ files: [String: String], isPortal: Bool = true) -> Reading {
    let all = isPortal ? files.merging(["config.yml": "name: X\n"]) { $1 } : files
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  @Test("a row that is wrong is an error at its place, as in our own folders, and the rest is there without it")
  func rows() {
    let files = ["papers.csv": "UID,title\np1,One\np2,\n", "faq.csv": "question,answer\nWhy,\nHow,So\n"]
    for reading in [read(files), read(files, isPortal: false)] {
      #expect(reading.errors.map(\.place.description) == ["faq.csv:2:1", "papers.csv:3:1"])
      #expect(!reading.isAcceptable(skippingBadRows: false) && reading.isAcceptable(skippingBadRows: true))
      #expect(reading.draft.papers.map(\.id) == ["p1"] && reading.draft.answers.map(\.question) == ["How"])
    }
  }

  @Test(
    "a session that ends before it starts, an unknown zone and a time that is none are errors of the row",
    arguments: [
      "2026-04-28T10:00:00Z,2026-04-28T09:00:00Z,", "2026-04-28 10:00,2026-04-28 11:00,Mars/Base",
      "soon,2026-04-28 11:00,",
    ])
  func times(cells: String) {
    let reading = read(["sessions.csv": "UID,title,start_time,end_time,zone\ns,S,\(cells)\n"])
    #expect(reading.errors.map(\.place.line) == [2] && reading.draft.sessions.isEmpty)
    #expect(reading.isAcceptable(skippingBadRows: true))
  }

  @Test("a file that cannot be read to its end refuses the folder also without bad rows; what is set twice does not")
  func unreadable() {
    #expect(!read(["papers.csv": "UID,title\np1,\"One\n"]).isAcceptable(skippingBadRows: true))
    let twice = read(["papers.yml": "- {UID: p1, title: One, title: Two}\n"])
    #expect(twice.errors.map(\.place.file) == ["papers.yml"] && twice.isAcceptable(skippingBadRows: true))
    #expect(twice.draft.papers.map(\.title) == ["Two"])
  }

  @Test("a text that is no address costs the field only, which is said once; one in a Markdown link is taken out of it")
  func addresses() {
    let reading = read([
      "main_papers.csv": """
      UID,title,presentation_id,demo_url
      p1,One,1003,[the demo](https://example.org/demo)
      p2,Two,TBA,

      """
    ])
    #expect(reading.errors == [] && reading.draft.papers.map(\.video) == [nil, nil])
    #expect(reading.draft.papers.first?.links.map(\.url) == ["https://example.org/demo"])
    let warnings = reading.problems.filter { $0.severity == .warning }
    #expect(warnings.map(\.place.description) == ["main_papers.csv:2:8"])
    #expect(warnings.first?.message.contains("2×") == true)
  }

  @Test("what names an entry that is in no file is an error at its cell, and left out with the bad rows")
  func absent() {
    let reading = read([
      "workshops.yml": "- {UID: WS-1, title: W}\n", "chairs.csv": "UID,chair\nS9,Ada Lovelace\n",
      "workshop_papers.csv": "workshop,UID,title\nWS-1,1,One\nWS-2,2,Two\nWS-2,3,Three\n",
    ])
    #expect(
      reading.errors.map(\.place.description) == [
        "chairs.csv:2:1", "workshop_papers.csv:3:1", "workshop_papers.csv:4:1",
      ])
    #expect(reading.isAcceptable(skippingBadRows: true))
    #expect(reading.draft.events.first?.talks.map(\.title) == ["One"])
  }

  @Test(
    "where tables each count from 1, the later of two entries gets another id; papers without any are called by their titles"
  )
  func ids() {
    let reading = read([
      "papers.csv": "UID,title\n2,Two\n", "demo_papers.csv": "UID,title\n2,Three\n",
      "accepted_papers.yml": "- {title: A Title Alone, authors: 'Ada Lovelace, Alan Turing'}\n",
      "goldsponsors.csv": "UID,name\n1,Acme\n", "silversponsors.csv": "UID,title\n1,Other\n",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.papers.map(\.id) == ["2", "a-title-alone", "demo-2"])
    #expect(reading.draft.papers.map(\.program) == [nil, nil, "demo"])
    #expect(reading.draft.sponsors.map(\.id) == ["1", "other"])
  }

  @Test("ids that cannot stand in addresses, and those that a table gives twice, are errors")
  func badIDs() {
    let reading = read([
      "papers.csv": "UID,title\nA&B 1,One\n2,Two\n2,Three\n", "demo_papers.csv": "UID,title\nx,One\n",
      "main_papers.csv": "UID,title\nx,One\n",
      "workshops.yml": "- {UID: W1, title: W}\n- {UID: W1, title: V}\n",
    ])
    #expect(
      reading.errors.map(\.place.description) == [
        "main_papers.csv:2:1", "papers.csv:2:1", "papers.csv:4:1", "workshops.yml:2:9",
      ])
    #expect(reading.draft.papers.map(\.title) == ["Two", "One"] && reading.draft.events.map(\.title) == ["W"])
  }

  @Test("tables that are called papers and list none, or are copies, are left out and named")
  func noPapers() {
    let reading = read([
      "papers.csv": "UID,title\np1,One\n", "calendar_papers.csv": "session,paperUID\ns,p1\n",
      "old_papers.csv": "UID,title\np1,Older\n",
    ])
    #expect(reading.draft.papers.map(\.title) == ["One"])
    #expect(
      reading.problems.map { "\($0.severity) \($0.place)" } == ["warning calendar_papers.csv", "note old_papers.csv"])
  }

  @Test("a file of chairs may have a column for the session and one for the chair")
  func chairs() {
    let reading = read([
      "chairs.csv": "UID,chair\nPosters,Ada Lovelace\n",
      "main_calendar.json": """
      [{"title": "Posters", "start": "2026-04-28T08:00Z", "end": "2026-04-28T09:00Z", "link": "papers.html?session=Posters"}]
      """,
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.first?.chairs.map(\.name) == ["Ada Lovelace"])
  }
}
