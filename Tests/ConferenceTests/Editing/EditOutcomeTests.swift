import Testing

@testable import Conference

@Suite(.bothDatabases) struct EditOutcomeTests {
  /// Two sessions at once, each with a paper of its own.
  private func run(_ body: (ScratchProgram) async throws -> Void) async throws {
    try await ScratchProgram.run { scratch in
      var (one, other) = (try session("one", "10:00", "12:00"), try session("other", "11:00", "12:00"))
      let ada = Person(name: "Ada", email: "ada@example.org")
      try await scratch.put(Paper(id: "a", title: "A", authors: [ada]))
      try await scratch.put(Paper(id: "b", title: "B", authors: [Person(name: "Bob", email: "bob@example.org")]))
      (one.slots, other.slots) = ([Slot(paper: "a")], [Slot(paper: "b")])
      try await scratch.put(one)
      try await scratch.put(other)
      try await body(scratch)
    }
  }

  private static func addingAda(_ edit: inout ProgramEdit) throws {
    guard var paper = try edit.entry(Paper.self, "b") else { return }
    paper.authors.append(Person(name: "Ada", email: "ada@example.org"))
    try edit.put(paper, seen: .anything)
  }

  @Test("an edit says what it makes clash, and not what clashed before")
  func new() async throws {
    try await run { scratch in
      let outcome = try await scratch.editor.outcome(by: scratch.organizer) { try Self.addingAda(&$0) }
      #expect(outcome.change != nil && outcome.clashes.map(\.subject) == [.person("Ada")])
      let next = try await scratch.editor.outcome(by: scratch.organizer) { edit in
        guard var session = try edit.entry(Session.self, "other") else { return }
        session.title = "Another title"
        try edit.put(session, seen: .anything)
      }
      #expect(next.change != nil && next.clashes == [])
    }
  }

  @Test("an edit that is only tried says the same, writes nothing, and is refused for the same reasons")
  func dry() async throws {
    try await run { scratch in
      let before = try await scratch.draft()
      let tried = try await scratch.editor.outcome(by: scratch.organizer, isDry: true) { try Self.addingAda(&$0) }
      #expect(tried.change == nil && tried.clashes.map { [$0.first.id, $0.second.id] } == [["one", "other"]])
      #expect(try await scratch.draft() == before)
      let somebody = try await scratch.people.add("somebody@example.org").id
      await #expect(throws: ConferenceError.self) {
        _ = try await scratch.editor.outcome(by: somebody, isDry: true) { try Self.addingAda(&$0) }
      }
      await #expect(throws: ConferenceError.self) {
        _ = try await scratch.editor.outcome(by: scratch.organizer, isDry: true) { edit in
          guard var session = try edit.entry(Session.self, "other") else { return }
          session.end = session.start
          try edit.put(session, seen: .anything)
        }
      }
    }
  }
}
