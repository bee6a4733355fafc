import Database

/// Reports, and what the conduct desk does with them. Nothing of it is in the record that organizers read, since one of them may be the one
/// who is reported: each case has a record of its own.
public struct ConductCases: Sendable {
  /// Reports by one person in an hour.
  static let mostOfOne = 20
  public static let longestWords = 4_000

  let database: Database
  let clock: Clock
  let data: DataFolder

  public init(_ database: Database, clock: Clock, in data: DataFolder) {
    (self.database, self.clock, self.data) = (database, clock, data)
  }

  /// The mails about a new case: to somebody of the desk, and to an outside address with all that was reported.
  public struct Letters: Sendable {
    let desk: @Sendable (ConductCase, Account) -> Letter
    let outside: @Sendable (ConductCase) -> Letter

    public init(
      desk: @escaping @Sendable (ConductCase, Account) -> Letter, outside: @escaping @Sendable (ConductCase) -> Letter
    ) {
      (self.desk, self.outside) = (desk, outside)
    }
  }

  /// Opens a case; returns its id.
  public func report(_ reported: Reported, words: String, by reporter: String, letters: Letters) async throws -> String
  {
    let words = try WrittenText(
      words, "What happened", atMost: Self.longestWords, mayBeEmpty: reported.kind != .incident
    ).text
    let id = Account.newId()
    keepPicture(of: reported, for: id)
    do {
      try await open(id, reported, words, by: reporter, letters)
    } catch {
      if !error.mayBeDone { CasePicture.remove(of: id, in: data) }
      throw error
    }
    return id
  }

  private func open(_ id: String, _ reported: Reported, _ words: String, by reporter: String, _ letters: Letters)
    async throws
  {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    let isAllowed = try await database.write { connection in
      try Access.requireLetIn(reporter, connection)
      guard try Allowance("reports \(reporter)", Self.mostOfOne, per: 3_600).take(at: now, connection) else {
        return false
      }
      let outside = try ConductDesk.outside(for: reported, connection)
      let about = try Self.about(reported, connection)
      try connection.execute(
        """
        INSERT INTO conduct_cases (id, kind, subject, channel, copy, person, person_name, about, account, words, reported_at, outside)
        VALUES (\(id), \(reported.kind), \(reported.subject), \(reported.channel), \(reported.copy), \(reported.person),
          \(reported.personName), \(about), \(reporter), \(words), \(now.milliseconds),
          \(outside))
        """)
      guard let opened = try Self.find(id, connection) else { throw ConferenceError.notFound("report") }
      try Self.post(opened, letters, in: outbox, connection)
      Self.tell(id, at: now, connection)
      return true
    }
    guard isAllowed else {
      throw ConferenceError.limited(
        "You have sent \(Self.mostOfOne) reports within an hour. The desk has them all; wait a while")
    }
  }

  /// Whom it is about as it is stored; throws where one of them is nobody.
  private static func about(_ reported: Reported, _ connection: Connection) throws -> String {
    for id in reported.about.sorted() {
      guard reported.about.count <= 100, try People.account(id, connection) != nil else {
        throw ConferenceError.invalid(
          field: "Is it about somebody of these?", problem: "one of them is not here",
          advice: "Load the page again and tick them once more.")
      }
    }
    return reported.about.sorted().joined(separator: " ")
  }

  private static func post(_ opened: ConductCase, _ letters: Letters, in outbox: Outbox, _ connection: Connection)
    throws
  {
    if let outside = opened.outside.flatMap({ EmailAddress($0) }) {
      return try letters.outside(opened).post(
        to: outside, isWanted: true, expires: nil, onlyOnce: OutsideReport.name(of: opened.id), in: outbox, connection)
    }
    for handler in try DeskRoster(connection).handlers(of: opened) {
      guard let email = handler.email else { continue }
      try letters.desk(opened, handler).post(to: email, isWanted: true, expires: nil, in: outbox, connection)
    }
  }

  static func find(_ id: String, _ connection: Connection) throws -> ConductCase? {
    try connection.first(
      "SELECT \(ConductCase.columns) FROM \(ConductCase.tables) WHERE conduct_cases.id = \(id)"
    ).map(ConductCase.init)
  }

  /// The case, if the account is one of those who may see it; throws as if there were none, if not.
  static func seen(_ id: String, by account: String, _ connection: Connection) throws -> ConductCase {
    guard let found = try find(id, connection),
      try DeskRoster(connection).handlers(of: found).contains(where: { $0.id == account })
    else { throw ConferenceError.notFound("case") }
    return found
  }

  static func add(
    _ kind: ConductEntry.Kind, _ text: String?, to id: String, by account: String, at now: Instant,
    _ connection: Connection
  ) throws {
    let last: Int =
      try connection.first("SELECT COALESCE(MAX(number), 0) FROM conduct_entries WHERE case_id = \(id)")?.value(0) ?? 0
    try connection.execute(
      """
      INSERT INTO conduct_entries (case_id, number, account, kind, body, at)
      VALUES (\(id), \(last + 1), \(account), \(kind), \(text), \(now.milliseconds))
      """)
    if kind != .looked { tell(id, at: now, connection) }
  }

  static func tell(_ id: String, at now: Instant, _ connection: Connection) {
    connection.record(topic: "cases/\(id)", kind: "case", subject: id, at: now.milliseconds)
    connection.record(topic: "reports/\(id)", kind: "case", subject: id, at: now.milliseconds)
  }

  static func names(of accounts: Set<String>, _ connection: Connection) throws -> [String] {
    guard !accounts.isEmpty else { return [] }
    return try connection.query(
      "SELECT name FROM accounts WHERE id IN \(list: accounts.sorted()) ORDER BY name, id"
    ).map { try $0.value(0) }
  }

  static func entries(of id: String, _ connection: Connection) throws -> [ConductEntry] {
    try connection.query(
      """
      SELECT \(ConductEntry.columns) FROM \(ConductEntry.tables) WHERE case_id = \(id) ORDER BY number LIMIT 5000
      """
    ).map(ConductEntry.init)
  }
}

/// A case with all that happened with it, as its reader may see it.
public struct ConductFile: Sendable {
  public let opened: ConductCase
  public let entries: [ConductEntry]
  /// Those who look after it, as its reader is told.
  public let handlers: [Account]
  /// The names of those from whom its reporter keeps it, since it is about them.
  public let keptFrom: [String]
  /// How what was reported stands now, for the desk; nil where it is nothing that was written, or is gone.
  public let standing: WrittenThing.Standing?
}
