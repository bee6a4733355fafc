import Testing

@testable import Conference

/// conference.json, which holds the whole program of the portals of ACL 2023 and after; retold with other contents.
@Suite(.bothDatabases) struct ImportProgramFileTests {
  private static let program = """
    {"papers": {
       "100": {"id": "100", "title": "One", "authors": ["Ada Lovelace"], "abstract": "", "program": "Main",
               "paper_type": "Main-Poster", "track": "Songs", "event_ids": ["e"], "similar_paper_ids": ["101"], "paper_pdf": null},
       "101": {"id": "101", "title": "Two", "authors": ["Alan Turing"], "program": "Findings"}},
     "sessions": {
       "Posters 1": {"id": "posters-1", "name": "Posters 1", "display_name": "Posters 1", "type": "Paper Sessions",
         "start_time": "2026-04-27T11:00:00+08:00", "end_time": "2026-04-27T12:30:00+08:00",
         "events": {"songs (poster)": {"paper_ids": ["100"], "start_time": "2026-04-27T11:00:00+08:00",
                      "end_time": "2026-04-27T12:30:00+08:00"},
                    "speech (poster)": {"paper_ids": ["101"], "start_time": "2026-04-27T11:30:00+08:00",
                      "end_time": "2026-04-27T12:00:00+08:00"}}},
       "Maps": {"id": "Maps", "name": "W1: Maps", "type": "Workshops", "start_time": "2026-04-28T09:00:00+08:00",
         "end_time": "2026-04-28T17:00:00+08:00", "events": {}, "workshop_events": {"Maps": {"id": "Maps"}}}},
     "workshops": {"Maps": {"id": "Maps", "short_name": "Maps", "description": "All about maps.",
       "committee": [{"full_name": "Grace Hopper"}], "workshop_site_url": "https://example.org/maps"}},
     "tutorials": {}, "plenaries": {}, "events": {"e": {"id": "e", "paper_ids": ["100"]}}}
    """

  @Test("papers, sessions with what is on at once in them, and events with their sessions are read from the one file")
  func whole() throws {
    let files = ["conference.json": Self.program, "config.yml": "name: X\ndate: April 27 &ndash; 28 <br> 2026\n"]
    let reading = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
    #expect(reading.errors == [])
    let draft = reading.draft
    #expect(draft.conference.name == "X" && draft.conference.start?.iso == "2026-04-27")
    #expect(draft.papers.map(\.program) == ["Main", "Findings"])
    #expect(draft.papers.first?.similar == ["101"])
    #expect(draft.sessions.map(\.kind) == [.poster, .workshop])
    #expect(draft.sessions.map(\.start.iso8601) == ["2026-04-27T03:00:00Z", "2026-04-28T01:00:00Z"])
    let slots = try #require(draft.sessions.first?.slots)
    #expect(slots.map(\.paper) == ["100", "101"])
    #expect(slots.map(\.start?.iso8601) == [nil, "2026-04-27T03:30:00Z"])
    #expect(draft.sessions.last?.event?.id == "workshop/Maps")
    let event = try #require(draft.events.first)
    #expect(event.title == "Maps" && event.people.map(\.name) == ["Grace Hopper"])
    #expect(event.website == "https://example.org/maps")
  }

  @Test("the file is found in the folder “data” beside “configs”, as these portals keep it")
  func found() async throws {
    let scratch = try ScratchImport([
      "package.json": "{}", "data/conference.json": Self.program, "configs/config.yml": "name: X 2026\n",
    ])
    let outcome = try await scratch.run()
    #expect(outcome.isStored && outcome.counts.papers == 2)
    #expect(try await scratch.draft().conference.name == "X 2026")
  }

  private func read(sessions: String, besides files: [String: String] = [:]) -> Reading {
    let program = """
      {"papers": {"x1": {"title": "X", "authors": ["Ada Lovelace"]}},
       "tutorials": {"T1": {"id": "T1", "title": "Tones"}, "T2": {"id": "T2", "title": "Rhymes"}},
       "sessions": {"S": {"name": "S", "start_time": "2026-04-28T10:00:00Z", "end_time": "2026-04-28T11:00:00Z", \(sessions)}}}
      """
    let all = files.merging(["conference.json": program, "config.yml": "name: X\n"]) { $1 }
    return Importer.read(ConferenceFolder(files: all.mapValues { Array($0.utf8) }))
  }

  @Test("a session of several events is of none of them, and they are named")
  func severalEvents() {
    let several = read(sessions: "\"tutorial_events\": {\"T1\": {\"id\": \"T1\"}, \"T2\": {\"id\": \"T2\"}}")
    #expect(several.errors == [])
    #expect(several.draft.sessions.map(\.event?.id) == [nil])
    #expect(several.problems.contains { $0.severity == .warning && $0.message.hasSuffix(": T1, T2") })
    let one = read(sessions: "\"tutorial_events\": {\"T2\": {\"id\": \"T2\"}}")
    #expect(one.draft.sessions.map(\.event?.id) == ["tutorial/T2"])
    #expect(!one.problems.contains { $0.message.contains("shown with none") })
  }

  @Test("a session's paper that the file does not have is an error")
  func danglingPaper() {
    let reading = read(sessions: "\"events\": {\"a\": {\"paper_ids\": [\"nope\", \"x1\"]}}")
    #expect(reading.errors.map(\.message) == ["there is no paper “nope”"])
  }

  @Test("files of what the program has itself are left out, and named once each")
  func besides() {
    let reading = read(
      sessions: "\"type\": \"Tutorial\"",
      besides: ["conference.yml": "name: Y\n", "papers.csv": "id,title\np1,One\n", "sponsors.csv": "name\nAcme\n"])
    #expect(reading.errors == [])
    #expect(reading.draft.sponsors.map(\.name) == ["Acme"])
    let leftOut = reading.problems.filter { ["conference.yml", "papers.csv"].contains($0.place.file) }
    #expect(leftOut.map { "\($0.severity) \($0.place)" }.sorted() == ["warning conference.yml", "warning papers.csv"])
    #expect(leftOut.allSatisfy { $0.message.contains("conference.json") })
  }

  @Test("a conference.json that says what the conference is stays what it is")
  func own() {
    let files = [
      "conference.json": "{\"name\": \"Tones\", \"start\": \"2026-04-27\"}", "papers.csv": "id,title\np1,\n",
    ]
    let reading = Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
    #expect(reading.draft.conference.name == "Tones")
    #expect(reading.errors.count == 1)
  }
}
