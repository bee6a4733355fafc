import Database

/// What reporters see of their reports: what they said, who looks after it, and what was written to and by them.
extension ConductCases {
  /// The names of those to whom a report of somebody would go, or the outside address.
  public func receivers(of reported: Reported, by reporter: String) async throws -> (names: [String], outside: String?)
  {
    try await database.read { connection in
      let outside = try ConductDesk.outside(for: reported, connection)
      let readers = try DeskRoster(connection).readers(of: reported, for: reporter)
      return (outside == nil ? readers.map(\.name) : [], outside)
    }
  }

  /// All who may come to see a report by somebody, so that they can say whom it is about.
  public func possibleReaders(for reporter: String) async throws -> [Account] {
    try await database.read { try DeskRoster($0).all(besides: reporter) }
  }

  /// The people on the desk, for everybody to know.
  public func desk() async throws -> [String] {
    try await database.read { try DeskRoster($0).handlers().map(\.name) }
  }

  public func reports(by account: String) async throws -> [ConductCase] {
    try await database.query(
      """
      SELECT \(ConductCase.columns) FROM \(ConductCase.tables) WHERE conduct_cases.account = \(account)
      ORDER BY reported_at DESC, conduct_cases.id LIMIT 100
      """
    ).map(ConductCase.init)
  }

  /// A report as its reporter sees it; throws as if there were none for everybody else.
  public func report(_ id: String, of account: String) async throws -> ConductFile {
    try await database.read { connection in
      let found = try Self.own(id, of: account, connection)
      return ConductFile(
        opened: found, entries: try Self.entries(of: id, connection).filter(\.kind.isForReporter),
        handlers: try found.outside == nil ? DeskRoster(connection).readers(of: found.reported, for: account) : [],
        keptFrom: try Self.names(of: found.reported.about, connection), standing: nil)
    }
  }

  /// The reporter writes to the desk; whoever looks after the case gets a mail, else everybody of the desk.
  public func answer(
    _ id: String, _ text: String, by account: String, letter: @escaping @Sendable (ConductCase) -> Letter
  ) async throws {
    let text = try WrittenText(text, "Message", atMost: Self.longestWords).text
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    let isAllowed = try await database.write { connection in
      try Access.requireLetIn(account, connection)
      let found = try Self.own(id, of: account, connection)
      guard found.outside == nil else {
        throw ConferenceError.conflict("this report went to an address outside; write there")
      }
      guard try Allowance("words to the desk \(account)", 60, per: 3_600).take(at: now, connection) else {
        return false
      }
      try Self.add(.answered, text, to: id, by: account, at: now, connection)
      let handlers = try DeskRoster(connection).handlers(of: found)
      let readers = handlers.contains { $0.id == found.handler } ? handlers.filter { $0.id == found.handler } : handlers
      for reader in readers { try Self.mail(letter(found), to: reader.id, in: outbox, connection) }
      return true
    }
    guard isAllowed else { throw ConferenceError.limited("You have written much within an hour. Wait a while") }
  }

  private static func own(_ id: String, of account: String, _ connection: Connection) throws -> ConductCase {
    guard let found = try find(id, connection), found.reporter == account else {
      throw ConferenceError.notFound("report")
    }
    return found
  }
}

extension ConductCases {
  /// Whom organizers may put on the desk.
  public func eligible(for reader: (any Doer)?) async throws -> [Account] {
    try await database.read { connection in
      try Right.planDesk.check(reader, connection)
      return try DeskRoster.eligible(connection)
    }
  }
}

extension ConductCases {
  /// What somebody wants to report, as it is now; throws as if it were not there where they may not read it.
  ///
  /// - Parameter channel: where a person is met; nothing is said of one that the reporter may not read.
  public func find(_ kind: Reported.Kind, _ id: String, channel: String?, by door: ChannelDoor) async throws -> Reported
  {
    try await database.read { connection in
      switch kind {
      case .message: return try Reported.message(id, by: door, connection)
      case .question: return try Reported.question(id, by: door, connection)
      case .person:
        let place = try channel.flatMap { ChannelKey($0) }.flatMap { try door.find($0, connection) }
        return try Reported.person(id, channel: place?.key.description, connection)
      case .incident: return Reported.incident
      }
    }
  }
}
