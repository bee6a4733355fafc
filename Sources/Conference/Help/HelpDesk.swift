import Database

/// The help desk: what was asked, who waits, and who answers.
public struct HelpDesk: Sendable {
  /// So many one person may ask in an hour.
  static let mostOfOne = 10
  /// So many visitors may ask from one client in an hour; a whole institute may be one client.
  static let mostOfClient = 20
  /// So many are listed of each kind.
  static let most = 200
  /// The kind of the event by which somebody's own pages are told how what they asked stands.
  public static let own = "help"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Puts a question into the queue, but for one that the same form has asked already; returns its id. Whoever has an account has
  /// its channel among their own from now on.
  ///
  /// - Parameters:
  ///   - account: who asks; nil for a visitor, who is answered by mail.
  ///   - client: where it comes from, to be counted.
  public func ask(_ question: HelpQuestion, by account: String?, client: String) async throws -> String {
    guard account != nil || question.visitor != nil else { throw ConferenceError.unauthenticated }
    let (now, id) = (clock.now(), Account.newId())
    let visitor = account == nil ? question.visitor : nil
    return try await database.write { connection in
      if let account { try Access.requireLetIn(account, connection) }
      if let known = try Self.known(question, by: account, visitor, connection) { return known }
      for allowance in Self.allowances(account, visitor, client) { try Self.use(allowance, at: now, connection) }
      // Where a clock was set back, nobody comes before those who are there already.
      let newest: Int64 =
        try connection.first("SELECT COALESCE(MAX(asked_at), 0) FROM help_requests WHERE closed_at IS NULL")?.value(0)
        ?? 0
      try connection.execute(
        """
        INSERT INTO help_requests (id, account, name, email, body, page, browser, form, asked_at)
        VALUES (\(id), \(account), \(visitor?.name ?? ""), \(visitor?.email.text), \(question.text), \(question.page),
          \(question.browser), \(question.form), \(max(now.milliseconds, newest + 1)))
        """)
      if let account {
        try Conversations.wrote(account, ChannelKey(kind: .help, name: id), number: 0, at: now, connection)
      }
      try Self.tell(id, at: now, connection)
      return id
    }
  }

  /// What a form has asked already; one that comes back with another text, as by the browser's Back, asks something else.
  private static func known(
    _ question: HelpQuestion, by account: String?, _ visitor: HelpVisitor?, _ connection: Connection
  ) throws -> String? {
    guard let form = question.form else { return nil }
    let asker: SQL = account.map { "account = \($0)" } ?? "account IS NULL AND email = \(visitor?.email.text)"
    return try connection.first(
      "SELECT id FROM help_requests WHERE form = \(form) AND body = \(question.text) AND closed_at IS NULL AND \(asker)"
    )?.value(0)
  }

  private static func allowances(_ account: String?, _ visitor: HelpVisitor?, _ client: String) -> [Allowance] {
    if let account { return [Allowance("help \(account)", mostOfOne, per: 3_600)] }
    let ofAddress = visitor.map { Allowance("help address \($0.email)", mostOfOne, per: 3_600) }
    return [Allowance("help client \(client)", mostOfClient, per: 3_600), ofAddress].compactMap(\.self)
  }

  /// Throws where too much was asked, with when one may ask again.
  private static func use(_ allowance: Allowance, at now: Instant, _ connection: Connection) throws {
    guard try !allowance.take(at: now, connection) else { return }
    let left = try allowance.left(at: now, connection)
    throw ConferenceError.limited(
      "Too much was asked from here in the last hour. What you asked before is in the queue; you can ask again \(Allowance.words(left))",
      seconds: left)
  }

  /// For its asker and for helpers, as they are known now; to others it is not there.
  public func request(_ id: String, for reader: (any Doer)?) async throws -> HelpRequest? {
    try await database.read { connection in
      guard let request = try Self.request(id, connection) else { return nil }
      guard let reader else { return request }
      return try Access.stored(reader.signature.account, connection).mayRead(request) ? request : nil
    }
  }

  public static func request(_ id: String, _ connection: Connection) throws -> HelpRequest? {
    try connection.first(
      "SELECT \(HelpRequest.columns) FROM \(HelpRequest.tables) WHERE help_requests.id = \(id)"
    ).map(HelpRequest.init)
  }

  /// What waits, who waits longest first; then what is being answered.
  public func open(for reader: (any Doer)?) async throws -> [HelpRequest] {
    try await database.read { connection in
      try Right.help.check(reader, connection)
      return try connection.query(
        """
        SELECT \(HelpRequest.columns) FROM \(HelpRequest.tables) WHERE closed_at IS NULL
        ORDER BY CASE WHEN helper IS NULL THEN 0 ELSE 1 END, asked_at, help_requests.id LIMIT \(Self.most)
        """
      ).map(HelpRequest.init)
    }
  }

  /// How many wait.
  public func waiting(for reader: (any Doer)?) async throws -> Int {
    try await database.read { connection in
      try Right.help.check(reader, connection)
      let row = try connection.first(
        "SELECT COUNT(*) FROM help_requests WHERE closed_at IS NULL AND helper IS NULL")
      return try row?.value(0) ?? 0
    }
  }

  /// What was closed last.
  public func closed(for reader: (any Doer)?, limit: Int = 20) async throws -> [HelpRequest] {
    try await database.read { connection in
      try Right.help.check(reader, connection)
      return try connection.query(
        """
        SELECT \(HelpRequest.columns) FROM \(HelpRequest.tables) WHERE closed_at IS NOT NULL
        ORDER BY closed_at DESC, help_requests.id LIMIT \(min(limit, Self.most))
        """
      ).map(HelpRequest.init)
    }
  }

  /// What somebody asked, the newest first.
  public func requests(of account: String) async throws -> [HelpRequest] {
    try await database.query(
      """
      SELECT \(HelpRequest.columns) FROM \(HelpRequest.tables) WHERE help_requests.account = \(account)
      ORDER BY asked_at DESC, help_requests.id LIMIT 20
      """
    ).map(HelpRequest.init)
  }

  /// How many requests come first, this one included: 1 for the next to be taken; nil for what does not wait.
  public func place(of request: HelpRequest) async throws -> Int? {
    guard request.state == .waiting else { return nil }
    return try await database.first(
      """
      SELECT COUNT(*) FROM help_requests WHERE closed_at IS NULL AND helper IS NULL
        AND (asked_at < \(request.asked.milliseconds) OR (asked_at = \(request.asked.milliseconds) AND id <= \(request.id)))
      """)?.value(0)
  }

  /// Those who may be handed a request, by name.
  public func helpers(for reader: (any Doer)?) async throws -> [Account] {
    try await database.read { connection in
      try Right.help.check(reader, connection)
      return try connection.query(
        """
        SELECT \(Account.columns) FROM accounts
        WHERE standing = 'active' AND role IN ('volunteer', 'moderator', 'chair', 'organizer') ORDER BY name, id LIMIT \(Self.most)
        """
      ).map(Account.init)
    }
  }

  /// Tells the pages of a request, of its asker and of the queue, and those of all who wait, since their places may have changed.
  static func tell(_ id: String, at now: Instant, _ connection: Connection) throws {
    connection.record(topic: "help/\(id)", kind: "request", subject: id, at: now.milliseconds)
    let asker = try connection.first("SELECT account FROM help_requests WHERE id = \(id)")?.value(0, as: String?.self)
    if let asker { connection.record(topic: "me/\(asker)", kind: own, subject: id, at: now.milliseconds) }
    connection.record(topic: "help-queue", kind: "request", subject: id, at: now.milliseconds)
    let waiting = try connection.query(
      """
      SELECT id FROM help_requests WHERE closed_at IS NULL AND helper IS NULL AND id <> \(id)
      ORDER BY asked_at, id LIMIT \(most)
      """)
    for row in waiting {
      let other: String = try row.value(0)
      connection.record(topic: "help/\(other)", kind: "place", subject: other, at: now.milliseconds)
    }
  }
}
