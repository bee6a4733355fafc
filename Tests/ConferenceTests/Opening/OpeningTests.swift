import Testing

@testable import Conference

@Suite(.bothDatabases) struct OpeningTests {
  private static func program(_ change: (inout Draft) -> Void = { _ in }) -> Program {
    var draft = Draft(conference: ConferenceInfo(id: "c", name: "C"))
    change(&draft)
    return Program(draft: draft, version: 1, changed: .earliest)
  }

  @Test("before a conference opens each thing is done once it is there, and nothing is at first")
  func tasks() async throws {
    try await ScratchPeople.run { scratch in
      let olga = try await scratch.add("olga@example.org", role: .organizer)
      let (database, now) = (scratch.database, scratch.time.now)
      func done(_ program: Program, hasMailServer: Bool = true) async throws -> Set<OpeningTask> {
        try await OpeningTask.done(program, hasMailServer: hasMailServer, for: olga.id, database)
      }
      #expect(try await done(Self.program()).isEmpty)
      let program = Self.program { draft in
        draft.conference.codeOfConduct = "Be kind."
        draft.sessions = [Session(id: "s", kind: .other, title: "S", start: now, end: now.adding(minutes: 30))]
      }
      #expect(try await done(program) == [.program, .conduct])
      let vera = try await scratch.add("vera@example.org", role: .volunteer)
      try await Registration.standard.choose(by: nil, database, at: now)
      try await Policies.standard.choose(by: nil, database, at: now)
      try await Backups(days: 30).choose(by: nil, database, at: now)
      try await ConductDesk(members: [olga.id]).choose(by: nil, database, at: now)
      let shifts = HelpShifts(database, clock: scratch.clock)
      let shift = try await shifts.add(from: now, until: now.adding(minutes: 60), places: 1, by: olga.id)
      #expect(try await !done(program).contains(.helpers), "nobody is on it yet")
      try await shifts.join(shift, vera.id, by: olga.id)
      _ = try await Outbox(database, clock: scratch.clock).enqueue(try ScratchOutbox.mail(.notice))
      #expect(try await done(program) == Set(OpeningTask.allCases).subtracting([.mail]))
      _ = try await database.write { try $0.execute("UPDATE outbox SET state = 'sent'") }
      #expect(try await done(program) == Set(OpeningTask.allCases))
      #expect(try await !done(program, hasMailServer: false).contains(.mail))
      await #expect(throws: ConferenceError.self) {
        _ = try await OpeningTask.done(program, hasMailServer: true, for: vera.id, database)
      }
    }
  }

  @Test("today is what is on, what begins next, and what nobody can join")
  func today() throws {
    let now = ScratchPeople.start
    func session(_ id: String, from start: Int, to end: Int, join: String? = nil) -> Session {
      var session = Session(
        id: id, kind: .other, title: id, start: now.adding(minutes: start), end: now.adding(minutes: end))
      session.join = join
      return session
    }
    let program = Self.program { draft in
      var cancelled = session("cancelled", from: 20, to: 40)
      cancelled.isCancelled = true
      var hall = session("hall", from: 30, to: 60)
      hall.slots = [Slot(paper: "p", join: "https://example.org/room")]
      draft.sessions = [
        session("over", from: -60, to: 0), session("on", from: -10, to: 20, join: "https://example.org/on"), cancelled,
        hall, session("bare", from: 30, to: 90), session("later", from: 120, to: 180, join: "https://example.org/l"),
        session("far", from: 1_441, to: 1_500),
      ]
    }
    let today = ProgramToday(program, at: now)
    #expect(today.on.map(\.id) == ["on"])
    #expect(today.next.map(\.id) == ["hall", "bare"])
    #expect(today.doorless.map(\.id) == ["bare"])
    let none = ProgramToday(Self.program(), at: now)
    #expect(none.on.isEmpty && none.next.isEmpty && none.doorless.isEmpty)
  }
}
