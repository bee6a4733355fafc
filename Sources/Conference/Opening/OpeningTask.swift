import Database

/// What there is to see to before a conference opens. Each is done once what it asks for is there: nobody ticks anything.
public enum OpeningTask: CaseIterable, Sendable {
  case program, conduct, people, registration, access, mail, conductDesk, helpers, backups

  /// Those that are done.
  ///
  /// - Parameter hasMailServer: whether mails that go reach people.
  public static func done(
    _ program: Program, hasMailServer: Bool, for reader: (any Doer)?, _ database: Database
  ) async throws -> Set<OpeningTask> {
    try await database.read { connection in
      try Right.readPeople.check(reader, connection)
      func has(_ sql: SQL) throws -> Bool { try connection.first(sql) != nil }
      let chosen = try connection.query("SELECT name FROM choices").map { try $0.value("name", as: String.self) }
      let (desk, backups) = (try ConductDesk.current(connection), try Backups.current(connection))
      let isMailed = try has("SELECT 1 FROM outbox WHERE state = 'sent' LIMIT 1")
      let isDone: [OpeningTask: Bool] = [
        .program: !program.sessions.isEmpty,
        .conduct: program.conference?.codeOfConduct != nil,
        .people: try has("SELECT 1 FROM accounts WHERE role <> 'organizer' AND standing <> 'erased' LIMIT 1"),
        .registration: chosen.contains(Registration.name),
        .access: chosen.contains(Policies.name),
        .mail: hasMailServer && isMailed,
        .conductDesk: !desk.members.isEmpty || desk.outside != nil,
        .helpers: try has("SELECT 1 FROM help_shift_people LIMIT 1"),
        .backups: backups.days != nil,
      ]
      return Set(isDone.filter { $0.value }.keys)
    }
  }
}
