import Testing

@testable import Conference

/// What the schedule of a portal says, in the shapes that people gave it; retold with other contents.
@Suite struct ImportPortalScheduleTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let questions = """
    time_slots: {a: [2:00 PM, 3:00 PM], b: [7:00 PM, 8:00 PM]}
    conference:
      - day: "2026-04-27"
        events:
          - {slot: a, type: qa, name: "Live QA: Ada Lovelace", id: 1}
          - {slot: b, type: qa, name: "Live QA: Alan Turing", id: 2}

    """

  @Test("questions to a speaker who is in no file stand alone, with a warning, and not with another who stands first")
  func absentSpeaker() {
    let speakers = "- {id: 2, speaker: Alan Turing, title: Machines}\n- {id: 3, speaker: Grace Hopper, title: Words}\n"
    let reading = read(["schedule.yml": Self.questions, "speakers.yml": speakers])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.title) == ["Live QA: Ada Lovelace", "Live QA: Alan Turing"])
    #expect(reading.draft.sessions.map(\.event?.id) == [nil, "keynote/2"])
    #expect(reading.problems.map { "\($0.severity) \($0.place)" } == ["warning schedule.yml:5:9"])
  }

  @Test("speakers without ids are found by their names, and by their number in the order where nobody is named")
  func withoutIDs() {
    let speakers = "- {speaker: Alan Turing, title: Machines}\n- {speaker: Ada Lovelace, title: Engines}\n"
    let named = read(["schedule.yml": Self.questions, "speakers.yml": speakers])
    #expect(named.draft.sessions.map(\.event?.id) == ["keynote/engines", "keynote/machines"])
    let untold = Self.questions.replacing("Ada Lovelace", with: "first").replacing("Alan Turing", with: "second")
    let numbered = read(["schedule.yml": untold, "speakers.yml": speakers])
    #expect(numbered.draft.sessions.map(\.event?.id) == ["keynote/machines", "keynote/engines"])
    #expect(named.problems == [] && numbered.problems == [])
  }
}
