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

  @Test("what clashed before is not told as new where somebody gets an address, or another one")
  func known() async throws {
    try await run { scratch in
      for id in ["a", "b"] { try await scratch.put(Paper(id: id, title: id, authors: [Person(name: "Ada Nwosu")])) }
      for address in ["ada@example.org", "ada@new.example"] {
        let outcome = try await scratch.editor.outcome(by: scratch.organizer) { edit in
          for id in ["a", "b"] {
            guard var paper = try edit.entry(Paper.self, id) else { continue }
            paper.authors = [Person(name: "Ada  NWOSU", email: address)]
            try edit.put(paper, seen: .anything)
          }
        }
        #expect(outcome.change != nil && outcome.clashes == [])
      }
    }
  }

  @Test("clashes are looked for only where an edit changes who or which room is needed, or when")
  func looked() throws {
    func step(_ old: Session?, _ change: (inout Session) -> Void) throws -> EntryStep? {
      var new = try session("one", "10:00", "12:00")
      change(&new)
      let before = try old.map { StoredEntry(row: try EntryRow($0, at: 0), number: 1) }
      return EntryStep(from: before, to: StoredEntry(row: try EntryRow(new, at: 0), number: 1))
    }
    let old = try session("one", "10:00", "12:00")
    let other = try session("other", "11:00", "13:00")
    let changes: [(inout Session) -> Void] = [
      { $0.start = other.start }, { $0.end = other.end }, { $0.slots = [Slot(paper: "a")] },
      { $0.chairs = [Person(name: "Ada")] }, { $0.event = EventReference(kind: .social, name: "s") },
      { $0.join = "https://room.example" }, { $0.isCancelled = true },
    ]
    for change in changes {
      let found = try step(old, change)
      #expect(found?.mayClash == true)
    }
    let renamed = try step(old) { $0.title = "Another" }
    let added = try step(nil) { _ in }
    #expect(renamed?.mayClash == false && added?.mayClash == true)
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
