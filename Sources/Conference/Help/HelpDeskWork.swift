import Database

/// What helpers do with a request; each of these is on record.
extension HelpDesk {
  /// Takes a request that waits; throws a conflict where somebody else was faster.
  public func take(_ id: String, by helper: String) async throws {
    let now = clock.now()
    try await change(id, "help request taken", by: helper) { _, connection in
      let count = try connection.execute(
        """
        UPDATE help_requests SET helper = \(helper), taken_at = \(now.milliseconds)
        WHERE id = \(id) AND helper IS NULL AND closed_at IS NULL
        """)
      guard count == 1 else { throw Self.changed }
      try Self.follow(id, by: helper, at: now, connection)
    }
  }

  /// Gives a request to another helper, or back to the queue, where it has its old place.
  public func handOver(_ id: String, to other: String?, by helper: String) async throws {
    let now = clock.now()
    try await change(id, other == nil ? "help request put back" : "help request handed over", by: helper) {
      _, connection in
      if let other { try Self.checkHelper(other, connection) }
      try Self.leave(id, at: now, connection)
      let taken = other == nil ? nil : now.milliseconds
      let count = try connection.execute(
        """
        UPDATE help_requests SET helper = \(other), taken_at = \(taken) WHERE id = \(id) AND closed_at IS NULL
        """)
      guard count == 1 else { throw Self.changed }
      if let other { try Self.follow(id, by: other, at: now, connection) }
    }
  }

  /// Puts the channel of a request among its helper's own, so that what is written there is new to them; a visitor's has none.
  private static func follow(_ id: String, by helper: String, at now: Instant, _ connection: Connection) throws {
    guard let request = try Self.request(id, connection), request.account != nil else { return }
    try connection.execute(
      """
      INSERT INTO conversations (account, channel, follows_at, read_number)
      VALUES (\(helper), \(request.channel), \(now.milliseconds), 0)
      ON CONFLICT (account, channel) DO UPDATE SET follows_at = \(now.milliseconds), left_at = NULL
      """)
    Conversations.tell([helper], at: now, connection)
  }

  /// Takes the channel of a request from its helper's own, unless they asked it themselves.
  private static func leave(_ id: String, at now: Instant, _ connection: Connection) throws {
    guard let request = try Self.request(id, connection), let helper = request.helper, helper != request.account
    else { return }
    try connection.execute(
      """
      UPDATE conversations SET left_at = \(now.milliseconds)
      WHERE account = \(helper) AND channel = \(request.channel) AND left_at IS NULL
      """)
    Chat.tellUnread([helper], ChannelKey(kind: .help, name: id), at: now, connection)
  }

  private static func checkHelper(_ id: String, _ connection: Connection) throws {
    guard let account = try People.account(id, connection), account.standing == .active, account.role != .participant
    else {
      throw ConferenceError.invalid(
        field: "Helper", problem: "this person does not help here", advice: "Choose one of the list.")
    }
  }

  /// Ends a request, by its asker too; the note is by helpers, for other helpers.
  public func close(_ id: String, note: String, by account: String) async throws {
    let (now, note) = (clock.now(), try WrittenText(note, "Note", atMost: 500, mayBeEmpty: true).text)
    try await change(id, "help request closed", by: account, mayBeAsker: true) { access, connection in
      let kept: String? = note.isEmpty || !access.mayHelp ? nil : note
      let count = try connection.execute(
        """
        UPDATE help_requests SET closed_at = \(now.milliseconds), note = COALESCE(\(kept), note)
        WHERE id = \(id) AND closed_at IS NULL
        """)
      guard count == 1 else { throw Self.changed }
    }
  }

  /// Goes on with a request that was closed, by its asker too: it waits again, in its old place, as its helper may have gone home.
  public func reopen(_ id: String, by account: String) async throws {
    let now = clock.now()
    try await change(id, "help request reopened", by: account, mayBeAsker: true) { _, connection in
      try Self.leave(id, at: now, connection)
      let count = try connection.execute(
        """
        UPDATE help_requests SET closed_at = NULL, helper = NULL, taken_at = NULL
        WHERE id = \(id) AND closed_at IS NOT NULL
        """)
      guard count == 1 else { throw Self.changed }
    }
  }

  /// What a visitor was answered.
  public struct Answer: Hashable, Sendable {
    public let helper: String
    public let text: String
    public let sent: Instant
  }

  /// Answers a visitor by mail, and takes the request where nobody has.
  public func answer(
    _ id: String, _ text: String, by helper: String, letter: @escaping @Sendable (HelpRequest, String) -> Letter
  ) async throws {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    let text = try WrittenText(text, "Answer", atMost: 4_000).text
    let answer = Account.newId()
    try await change(id, "help request answered by mail", by: helper) { _, connection in
      guard let request = try Self.request(id, connection), let email = request.email else {
        throw ConferenceError.conflict("whoever asked this is answered in the chat")
      }
      try connection.execute(
        """
        UPDATE help_requests SET helper = COALESCE(helper, \(helper)), taken_at = COALESCE(taken_at, \(now.milliseconds))
        WHERE id = \(id)
        """)
      try connection.execute(
        """
        INSERT INTO help_answers (id, request, account, body, sent_at)
        VALUES (\(answer), \(id), \(helper), \(text), \(now.milliseconds))
        """)
      try letter(request, text).post(
        to: email, isWanted: true, expires: nil, onlyOnce: Self.answerName + answer, in: outbox, connection)
    }
  }

  /// How what the mails of answers are known by begins.
  static let answerName = "help answer "

  public func answers(to id: String, for reader: (any Doer)?) async throws -> [Answer] {
    try await database.read { connection in
      try Right.help.check(reader, connection)
      return try connection.query(
        """
        SELECT accounts.name, help_answers.body, help_answers.sent_at FROM help_answers
        JOIN accounts ON accounts.id = help_answers.account WHERE request = \(id) ORDER BY sent_at, help_answers.id LIMIT 100
        """
      ).map { row in
        Answer(
          helper: try row.value(0), text: try row.value(1), sent: Instant(milliseconds: try row.value(2)))
      }
    }
  }

  private static let changed = ConferenceError.conflict(
    "the request was taken, closed or reopened meanwhile; go back and look at it again")

  /// - Parameter mayBeAsker: whether who asked may do it too; to others the request is not there.
  private func change(
    _ id: String, _ action: String, by account: String, mayBeAsker: Bool = false,
    _ body: @escaping @Sendable (Access, Connection) throws -> Void
  ) async throws {
    let now = clock.now()
    try await database.write { connection in
      let access = try Access.stored(account, connection)
      if !mayBeAsker { try Right.help.check(account, connection) }
      guard let request = try Self.request(id, connection), access.mayRead(request) else {
        throw ConferenceError.notFound("request for help")
      }
      try body(access, connection)
      try Deed(by: account, action, id).write(at: now, connection)
      try Self.tell(id, at: now, connection)
    }
  }
}
