import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct UndoTests {
  @Test("everything undone, from the last to the first, gives the very same files as before")
  func all() async throws {
    try await ScratchProgram.run { scratch in
      let before = try await scratch.files()
      var draft = try await scratch.draft()
      var paper = draft.papers[3]
      paper.abstract = "Shorter."
      try await scratch.put(paper)
      let (removed, session) = (EntryName(of: draft.papers[5]), EntryName(of: draft.sessions[2]))
      try await scratch.editor.edit(by: nil) { try $0.remove(removed) }
      try await scratch.editor.edit(by: nil) { try $0.remove(session) }
      let (first, second) = (EntryName(of: draft.answers[0]), EntryName(of: draft.answers[1]))
      try await scratch.editor.edit(by: nil) { try $0.exchange(first, second) }
      try await scratch.editor.edit(by: nil) { try $0.put(Paper(id: "new", title: "New"), seen: .nothing) }
      draft.papers.insert(Paper(id: "first", title: "Imported first"), at: 0)
      draft.papers[2].title = "Imported title"
      draft.events.removeLast()
      try await scratch.store.apply(draft, pruning: true, by: scratch.organizer, now: scratch.people.time.now)
      let changed = try await scratch.files()
      #expect(changed != before)
      for change in try await scratch.editor.changes(for: nil) {
        try await scratch.editor.undo(change.id, by: scratch.organizer)
      }
      let after = try await scratch.files()
      #expect(after == before)
      let problems = try await scratch.people.database.integrityProblems()
      #expect(problems == [])
    }
  }

  @Test("an undo is a change: it can be undone, and what was undone cannot be undone twice")
  func redo() async throws {
    try await ScratchProgram.run { scratch in
      var paper = try await scratch.draft().papers[0]
      let old = paper
      paper.title = "Renamed"
      let change = try #require(try await scratch.put(paper))
      let undo = try await scratch.editor.undo(change.id, by: nil).change
      let (back, changes) = (try await scratch.draft().papers[0], try await scratch.editor.changes(for: nil))
      #expect(back == old && undo.undoes == change.id)
      #expect(changes.map(\.undoneBy) == [nil, undo.id])
      await #expect(
        throws: ConferenceError.conflict("change \(change.id) was taken back already, by change \(undo.id)")
      ) {
        try await scratch.editor.undo(change.id, by: nil)
      }
      try await scratch.editor.undo(undo.id, by: nil)
      let again = try await scratch.draft().papers[0]
      #expect(again == paper)
    }
  }

  @Test("what was changed again since is not undone, and the conflict says what is there")
  func changedSince() async throws {
    try await ScratchProgram.run { scratch in
      var paper = try await scratch.draft().papers[0]
      paper.title = "One"
      let first = try #require(try await scratch.put(paper))
      paper.title = "Two"
      let second = try #require(try await scratch.put(paper))
      await #expect(
        throws: ConferenceError.conflict(
          "the paper “Two” was changed again since: title is “Two” now; take back change \(second.id) first")
      ) { try await scratch.editor.undo(first.id, by: nil) }
      let stored = try await scratch.draft().papers[0]
      #expect(stored == paper)
    }
  }

  @Test("undoing the addition of a paper that was put into a session since is refused")
  func dangling() async throws {
    try await ScratchProgram.run { scratch in
      let added = try await scratch.editor.edit(by: nil) { try $0.put(Paper(id: "new", title: "New"), seen: .nothing) }
      var session = try await scratch.draft().sessions[0]
      session.slots.append(Slot(paper: "new"))
      try await scratch.put(session)
      let change = try #require(added)
      await #expect(throws: ConferenceError.conflict("session \(session.id): there is no paper new")) {
        try await scratch.editor.undo(change.id, by: nil)
      }
    }
  }
}
