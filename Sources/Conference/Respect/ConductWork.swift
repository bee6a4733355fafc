import Database

/// What the people on the conduct desk do with a case; each look and each step stays with it.
extension ConductCases {
  /// The cases that somebody may see, those without a decision first, the newest first; what they are about is in their files.
  public func list(for account: String) async throws -> [ConductHeading] {
    try await database.read { connection in
      let roster = try DeskRoster(connection)
      return try connection.query(
        """
        SELECT \(ConductCase.columns) FROM \(ConductCase.tables) WHERE outside IS NULL
        ORDER BY CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END, reported_at DESC, conduct_cases.id LIMIT 500
        """
      ).map(ConductCase.init).filter { roster.handlers(of: $0).contains { $0.id == account } }.map(ConductHeading.init)
    }
  }

  /// How many of the cases that somebody may see nobody has taken yet.
  public func untaken(for account: String) async throws -> Int {
    try await database.read { connection in
      let waiting = try connection.query(
        """
        SELECT \(ConductCase.columns) FROM \(ConductCase.tables)
        WHERE outside IS NULL AND handler IS NULL AND decided_at IS NULL ORDER BY reported_at, conduct_cases.id LIMIT 500
        """
      ).map(ConductCase.init)
      guard !waiting.isEmpty else { return 0 }
      let roster = try DeskRoster(connection)
      return waiting.count(where: { found in roster.handlers(of: found).contains { $0.id == account } })
    }
  }

  /// Opens the file of a case, which is noted in it.
  public func file(_ id: String, by account: String) async throws -> ConductFile {
    let now = clock.now()
    return try await database.write { connection in
      let found = try Self.seen(id, by: account, connection)
      try Self.add(.looked, nil, to: id, by: account, at: now, connection)
      return ConductFile(
        opened: found, entries: try Self.entries(of: id, connection),
        handlers: try DeskRoster(connection).handlers(of: found),
        keptFrom: try Self.names(of: found.reported.about, connection),
        standing: try found.reported.written?.standing(connection))
    }
  }

  /// Whether somebody may follow a case while it is open, which is noted unless they have just looked at it.
  public func follow(_ id: String, by account: String) async throws -> Bool {
    let now = clock.now()
    let recent = now.adding(minutes: -10).milliseconds
    return try await database.write { connection in
      guard (try? Self.seen(id, by: account, connection)) != nil else { return false }
      let hasLooked = try connection.first(
        "SELECT 1 FROM conduct_entries WHERE case_id = \(id) AND account = \(account) AND at > \(recent)")
      if hasLooked == nil { try Self.add(.looked, nil, to: id, by: account, at: now, connection) }
      return true
    }
  }

  /// What pages that follow a case show, to who reported it and those of the desk who may see it; to others it is not there.
  ///
  /// - Parameter reader: nil for the site itself, which tells those who were let in when they began to follow it.
  public func shown(_ id: String, for reader: String?) async throws -> ConductFile? {
    try await database.read { connection in
      guard let found = try Self.find(id, connection) else { return nil }
      if let reader, found.reporter != reader {
        guard try DeskRoster(connection).handlers(of: found).contains(where: { $0.id == reader }) else { return nil }
      }
      return ConductFile(
        opened: found, entries: try Self.entries(of: id, connection), handlers: [], keptFrom: [], standing: nil)
    }
  }

  /// Takes a case, also from whoever has it.
  public func take(_ id: String, by account: String) async throws {
    try await step(id, .taken, nil, by: account) { connection, _ in
      try connection.execute("UPDATE conduct_cases SET handler = \(account) WHERE id = \(id)")
    }
  }

  /// Writes something down for the desk.
  public func note(_ id: String, _ text: String, by account: String) async throws {
    try await step(id, .noted, try WrittenText(text, "Note", atMost: Self.longestWords).text, by: account)
  }

  /// Writes to the reporter, who gets a mail that says so and nothing of what.
  public func write(
    _ id: String, _ text: String, by account: String, letter: @escaping @Sendable (ConductCase) -> Letter
  ) async throws {
    let (text, outbox) = (
      try WrittenText(text, "Message", atMost: Self.longestWords).text, Outbox(database, clock: clock)
    )
    try await step(id, .wrote, text, by: account) { connection, found in
      try Self.mail(letter(found), to: found.reporter, in: outbox, connection)
    }
  }

  /// Decides a case; the reporter sees that it is decided, and what they are told.
  public func decide(
    _ id: String, _ text: String, telling reporter: String, by account: String,
    letter: @escaping @Sendable (ConductCase) -> Letter
  ) async throws {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    let told = try WrittenText(
      reporter, "What the reporter is told", atMost: Self.longestWords, mayBeEmpty: true
    ).text
    let decision = try WrittenText(text, "Decision", atMost: Self.longestWords).text
    try await step(id, .decided, decision, by: account) { connection, found in
      let count = try connection.execute(
        """
        UPDATE conduct_cases SET decided_at = \(now.milliseconds), handler = COALESCE(handler, \(account))
        WHERE id = \(id) AND decided_at IS NULL
        """)
      guard count == 1 else { throw ConferenceError.conflict("the case is decided already; reopen it first") }
      if !told.isEmpty { try Self.add(.wrote, told, to: id, by: account, at: now, connection) }
      try Self.mail(letter(found), to: found.reporter, in: outbox, connection)
    }
  }

  public func reopen(_ id: String, by account: String) async throws {
    try await step(id, .reopened, nil, by: account) { connection, _ in
      try connection.execute("UPDATE conduct_cases SET decided_at = NULL WHERE id = \(id)")
    }
  }

  private func step(
    _ id: String, _ kind: ConductEntry.Kind, _ text: String?, by account: String,
    _ body: @escaping @Sendable (Connection, ConductCase) throws -> Void = { _, _ in }
  ) async throws {
    let now = clock.now()
    try await database.write { connection in
      let found = try Self.seen(id, by: account, connection)
      try Self.add(kind, text, to: id, by: account, at: now, connection)
      try body(connection, found)
    }
  }

  static func mail(_ letter: Letter, to account: String, in outbox: Outbox, _ connection: Connection) throws {
    guard let email = try People.account(account, connection)?.email else { return }
    try letter.post(to: email, isWanted: true, expires: nil, in: outbox, connection)
  }
}
