import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct AppearanceStoreTests {
  @Test("a new name changes the conference only, is on record, and raises the version once")
  func changed() async throws {
    try await ScratchPeople.run { scratch in
      let store = ProgramStore(scratch.database)
      let draft = Story(seed: 1, papers: 3, today: try #require(Day(iso: "2026-04-28"))).draft()
      try await store.apply(draft, now: scratch.time.now)
      let version = try await store.version()
      let appearance = try Appearance(name: "Lalibela  2027 ", tagline: " ", welcome: nil, accent: "#0B5C63")
      for _ in 0..<2 {
        try await ProgramEditor(scratch.database, clock: scratch.clock).changeConference(by: nil) {
          $0.take(appearance)
        }
      }
      let after = try await store.draft()
      var expected = draft
      expected.conference.name = "Lalibela 2027"
      (expected.conference.tagline, expected.conference.description, expected.conference.accent) = (nil, nil, "#0B5C63")
      #expect(after?.conference == expected.conference)
      #expect(after?.papers == draft.papers)
      #expect(try await store.version() == version + 1)
      #expect(try await scratch.people.deeds(for: nil).map(\.deed.subject) == ["program change 1"])
    }
  }

  @Test("what is no name or no colour is refused", arguments: ["red", "#12345", "#12345G", "#+12345"])
  func refused(accent: String) throws {
    #expect(throws: ConferenceError.self) { try Appearance(name: "A", tagline: nil, welcome: nil, accent: accent) }
    #expect(throws: ConferenceError.self) { try Appearance(name: " ", tagline: nil, welcome: nil, accent: nil) }
  }
}
