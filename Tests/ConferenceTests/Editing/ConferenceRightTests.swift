import Database
import Testing

@testable import Conference

@Suite(.bothDatabases) struct ConferenceRightTests {
  @Test("only organizers change the conference's own texts, by whatever way; chairs change everything else")
  func organizers() async throws {
    try await ScratchProgram.run { scratch in
      let chair = try await scratch.people.add("pc@example.org", name: "Program Chair", role: .chair).id
      let draft = try await scratch.draft()
      var conference = draft.conference
      conference.codeOfConduct = "Anything goes."
      let changed = conference
      await #expect(throws: ConferenceError.self) {
        try await scratch.editor.edit(by: chair) { try $0.put(changed, seen: .anything) }
      }
      var imported = draft
      imported.conference = changed
      await #expect(throws: ConferenceError.self) {
        try await scratch.store.apply(imported, by: chair, now: scratch.people.time.now)
      }
      let change = try #require(try await scratch.put(changed))
      await #expect(throws: ConferenceError.self) { try await scratch.editor.undo(change.id, by: chair) }
      let after = try await scratch.draft()
      #expect(after.conference == changed)
      var paper = draft.papers[0]
      paper.title = "By a chair"
      let edited = paper
      try await scratch.editor.edit(by: chair) { try $0.put(edited, seen: .anything) }
      let undone = try await scratch.editor.undo(change.id, by: scratch.organizer).change
      #expect(undone.undoes == change.id)
    }
  }
}
