import Testing

@testable import Conference

/// Zones are understood in the same way wherever they stand.
@Suite struct ImportZoneTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "offsets and abbreviations are zones of the conference, of people and of sessions",
    arguments: [
      ("PST", "UTC-8"), ("UTC+03:00", "UTC+3"), ("+05:30", "UTC+5:30"), ("AoE", "UTC-12"), ("GMT", "UTC"),
      ("africa/lagos", "Africa/Lagos"),
    ])
  func understood(text: String, id: String) throws {
    let reading = read([
      "conference.yml": "name: X\nzone: \"\(text)\"\n",
      "committee.csv": "name,zone\nAda Lovelace,\(text)\n",
      "sessions.csv": "id,title,start,end,zone\ns,S,2026-01-10 14:00,2026-01-10 15:00,\(text)\n",
    ])
    #expect(reading.problems == [])
    #expect(reading.draft.conference.zone == id)
    #expect(reading.draft.members.map(\.person.zone) == [id])
    let zone = try #require(Zones.named(id))
    let start = try #require(reading.draft.sessions.first?.start)
    #expect(zone.wall(at: start).iso == "2026-01-10T14:00:00")
  }

  @Test("a person's zone that is unknown is left out with a warning, and the person is kept")
  func person() {
    let reading = read(["committee.csv": "name,zone\nAda Lovelace,Berlin\n"])
    #expect(reading.draft.members.map(\.person) == [Person(name: "Ada Lovelace")])
    let problem = reading.problems.first { "\($0.severity) \($0.place)" == "warning committee.csv:2:14" }
    #expect(problem?.advice.contains("Europe/Berlin") == true)
  }
}
