import Database

extension Outbox {
  /// The mails in a state, or all, the newest first; those before the mail with the id, for the next page. Whose readers nobody
  /// learns are not found by their recipient.
  public func page(
    _ state: OutboxEntry.State? = nil, batch: String? = nil, to recipient: String? = nil, for reader: (any Doer)?,
    before id: String? = nil, limit: Int = 50
  ) async throws -> [OutboxEntry] {
    let hidden = MailPurpose.allCases.filter(\.hidesReader).map(\.rawValue)
    let conditions: [SQL?] = [
      state.map { "state = \($0.rawValue)" }, batch.map { "batch = \($0)" },
      recipient.map { "recipient = \($0) AND purpose NOT IN \(list: hidden)" }, id.map { "id < \($0)" },
    ]
    let choice = (["1 = 1"] + conditions.compactMap { $0 }).joined(separator: " AND ")
    return try await database.read { connection in
      try Right.readMail.check(reader, connection)
      return try connection.query(
        "SELECT \(OutboxEntry.columns) FROM outbox WHERE \(choice) ORDER BY id DESC LIMIT \(min(limit, 500))"
      ).map(OutboxEntry.init)
    }
  }

  public func entry(_ id: String, for reader: (any Doer)?) async throws -> OutboxEntry? {
    try await database.read { connection in
      try Right.readMail.check(reader, connection)
      return try connection.first("SELECT \(OutboxEntry.columns) FROM outbox WHERE id = \(id)").map(OutboxEntry.init)
    }
  }

  /// How many mails there are in each state that has any.
  public func counts(for reader: (any Doer)?) async throws -> [OutboxEntry.State: Int] {
    try await database.read { connection in
      try Right.readMail.check(reader, connection)
      return try Self.counts("", in: connection)
    }
  }

  /// How many mails there are for each purpose that has any, in a state or in all.
  public func purposes(_ state: OutboxEntry.State?, for reader: (any Doer)?) async throws -> [MailPurpose: Int] {
    let choice: SQL = state.map { "WHERE state = \($0.rawValue)" } ?? ""
    return try await database.read { connection in
      try Right.readMail.check(reader, connection)
      let rows = try connection.query("SELECT purpose, COUNT(*) AS mails FROM outbox \(choice) GROUP BY purpose")
      return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.value("purpose"), try $0.value("mails")) })
    }
  }

  static func counts(_ choice: SQL, in connection: Connection) throws -> [OutboxEntry.State: Int] {
    let rows = try connection.query("SELECT state, COUNT(*) AS mails FROM outbox \(choice) GROUP BY state")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.value("state"), try $0.value("mails")) })
  }

  /// Sends a mail that failed, that waits, or of which is not known whether it went, now and as if for the first time.
  public func retry(_ id: String, by doer: (any Doer)?) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Right.sendMail.check(doer, connection)
      let count = try connection.execute(
        """
        UPDATE outbox SET state = 'waiting', attempts = 0, next_at = \(now.milliseconds), lease_until = NULL
        WHERE id = \(id) AND state IN ('failed', 'unknown', 'waiting') AND body_text <> ''
        """)
      guard count == 1 else { throw ConferenceError.conflict("this mail cannot be sent again") }
      try Deed(by: doer, "mail sent again", id).write(at: now, connection)
      tell(of: id, in: connection)
    }
  }

  /// Drops a mail that has not gone yet.
  public func drop(_ id: String, by doer: (any Doer)?) async throws {
    let (now, secret) = (clock.now(), MailPurpose.allCases.filter(\.isSecret).map(\.rawValue))
    try await database.write { connection in
      try Right.sendMail.check(doer, connection)
      let count = try connection.execute(
        """
        UPDATE outbox SET state = 'dropped', lease_until = NULL,
          last_error = COALESCE(last_error, 'an organizer stopped it'),
          body_text = CASE WHEN purpose IN \(list: secret) THEN '' ELSE body_text END,
          body_html = CASE WHEN purpose IN \(list: secret) THEN NULL ELSE body_html END
        WHERE id = \(id) AND state IN ('waiting-for-review', 'waiting', 'failed', 'unknown')
        """)
      guard count == 1 else { throw ConferenceError.conflict("this mail is on its way, or over") }
      try Deed(by: doer, "mail dropped", id).write(at: now, connection)
    }
  }

  /// Deletes what was added before the instant and is over, and what waits, where nobody sends, since it had to go before the instant;
  /// returns how many mails that are.
  @discardableResult
  public func prune(before instant: Instant) async throws -> Int {
    try await database.execute(
      """
      DELETE FROM outbox WHERE (state IN ('sent', 'failed', 'dropped', 'unknown') AND created_at < \(instant.milliseconds))
        OR (state IN ('waiting', 'waiting-for-review') AND expires_at < \(instant.milliseconds))
      """)
  }
}
