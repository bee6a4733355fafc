import Testing

@testable import Conference

@Suite(.bothDatabases) struct FormerStartTests {
  @Test("of a session that was moved it is known for a week when it would have begun")
  func moved() async throws {
    try await ScratchProgram.run { scratch in
      let time = scratch.people.time
      let first = try #require(try await scratch.draft().sessions.first { $0.slots.isEmpty && !$0.isCancelled })
      func former(at now: Instant? = nil) async throws -> Instant? {
        let program = try await scratch.store.load()
        return program.formerStart(of: try #require(program.session(first.id)), at: now ?? time.now)
      }
      #expect(try await former() == nil)
      var session = first
      session.title = "Another title"
      try await scratch.put(session)
      #expect(try await former() == nil)
      (session.start, session.end) = (first.start.adding(minutes: 60), first.end.adding(minutes: 60))
      try await scratch.put(session)
      let moved = time.now
      #expect(try await former() == first.start)
      session.start = session.start.adding(minutes: 15)
      try await scratch.put(session)
      #expect(try await former() == first.start)
      #expect(try await former(at: moved.adding(minutes: 7 * 24 * 60)) == first.start)
      #expect(try await former(at: time.now.adding(minutes: 7 * 24 * 60)) == nil)
      #expect(try await former(at: session.end) == nil)
      session.isCancelled = true
      try await scratch.put(session)
      #expect(try await former() == nil)
      session.isCancelled = false
      (session.start, session.end) = (first.start, first.end)
      try await scratch.put(session)
      #expect(try await former() == nil)
    }
  }

  @Test("what was changed a week before the last change is no news, and who sees no schedule gets none")
  func old() async throws {
    try await ScratchProgram.run { scratch in
      let time = scratch.people.time
      var session = try #require(try await scratch.draft().sessions.first { $0.slots.isEmpty })
      (session.start, session.end) = (session.start.adding(minutes: 60), session.end.adding(minutes: 60))
      try await scratch.put(session)
      let program = try await scratch.store.load()
      #expect(program.formerStarts.keys.sorted() == [session.id])
      var policies = Policies()
      policies.schedule = .participants
      #expect(program.visible(to: .visitor, policies, at: time.now).formerStarts.isEmpty)
      time.pass(seconds: 7 * 86_400 + 60)
      try await scratch.put(try #require(try await scratch.draft().papers.first).with(abstract: "Another"))
      #expect(try await scratch.store.load().formerStarts.isEmpty)
    }
  }
}

extension Paper {
  fileprivate func with(abstract: String) -> Paper {
    var paper = self
    paper.abstract = abstract
    return paper
  }
}
