import Testing

@testable import Conference

@Suite(.bothDatabases) struct EntryJSONTests {
  @Test("fields are set by name: texts, JSON, times as people write them; an empty value takes an optional field away")
  func set() async throws {
    try await ScratchProgram.run { scratch in
      let draft = try await scratch.draft()
      let (paper, session) = (draft.papers[0], draft.sessions[0])
      try await scratch.editor.edit(by: nil) { edit in
        try edit.set(EntryName(of: paper), ["title=[1] a = b", "keywords=[\"x\",\"y\"]", "tldr=Short"])
        try edit.set(
          EntryName(of: session), ["start=2026-04-28T01:00:00Z", "end=2026-04-28T02:00:00Z", "isCancelled=true"])
      }
      let after = try await scratch.draft()
      #expect(
        after.papers[0].title == "[1] a = b" && after.papers[0].keywords == ["x", "y"]
          && after.papers[0].tldr == "Short")
      #expect(after.sessions[0].start == Instant(iso8601: "2026-04-28T01:00:00Z") && after.sessions[0].isCancelled)
      try await scratch.editor.edit(by: nil) { try $0.set(EntryName(of: paper), ["tldr="]) }
      let last = try await scratch.draft().papers[0]
      #expect(last.tldr == nil)
    }
  }

  @Test(
    "what no entry has, ids, and values that do not fit are refused",
    arguments: ["nonsense=1", "id=other", "keywords=one", "title", "title="])
  func refused(assignment: String) async throws {
    try await ScratchProgram.run { scratch in
      let before = try await scratch.draft()
      await #expect(throws: ConferenceError.self) {
        try await scratch.editor.edit(by: nil) { try $0.set(EntryName(of: before.papers[0]), [assignment]) }
      }
      let after = try await scratch.draft()
      #expect(after == before)
    }
  }

  @Test("every entry that is shown as JSON can be removed and added again as the same")
  func roundTrip() async throws {
    try await ScratchProgram.run { scratch in
      let draft = try await scratch.draft()
      let entries: [any Entry] = [draft.answers[0], draft.members[0], draft.sessions[0], draft.events[0]]
      for entry in entries {
        let name = EntryName(kind: type(of: entry).entryKind, id: entry.id)
        let json = try EntryJSON.text(entry)
        try await scratch.editor.edit(by: nil) { try $0.remove(name) }
        try await scratch.editor.edit(by: nil) { try $0.add(name.kind, json: json) }
        let again = try await scratch.store.entry(name)
        #expect(try EntryJSON.text(again) == json)
      }
    }
  }
}
