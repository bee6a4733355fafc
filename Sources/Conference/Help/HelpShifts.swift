import Database

/// A stretch of time for which helpers sign up.
public struct HelpShift: Hashable, Sendable, Identifiable {
  /// Somebody who is on a shift.
  public struct Helper: Hashable, Sendable {
    public let id: String
    public let name: String
    /// Where they show it.
    public let zone: Zone?
  }

  public let id: String
  public let from: Instant
  public let until: Instant
  /// How many people it takes.
  public let places: Int
  public internal(set) var helpers: [Helper] = []

  public func isOn(at now: Instant) -> Bool { from <= now && now < until }
}

/// Who is on call at the help desk.
public struct HelpShifts: Sendable {
  /// Who is on call now, each once, and until when; and when somebody will be next.
  public struct Call: Hashable, Sendable {
    public let helpers: [HelpShift.Helper]
    public let until: Instant?
    public let next: Instant?
  }

  static let most = 500
  /// Which rows of `accounts` can be on a shift: who is banned or no helper any more leaves the place to others.
  private static let isHelping: SQL = "accounts.standing = 'active' AND accounts.role <> 'participant'"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Those that are not over, by time.
  public func coming() async throws -> [HelpShift] {
    let now = clock.now()
    return try await database.read { try Self.coming(after: now, $0) }
  }

  public func call() async throws -> Call {
    let now = clock.now()
    let staffed = try await coming().filter { !$0.helpers.isEmpty }
    let current = staffed.filter { $0.isOn(at: now) }
    var helpers: [HelpShift.Helper] = []
    for helper in current.flatMap(\.helpers) where !helpers.contains(helper) { helpers.append(helper) }
    return Call(
      helpers: helpers, until: current.map(\.until).max(), next: staffed.first { $0.from > now }?.from)
  }

  /// One that is not over.
  public func shift(_ id: String) async throws -> HelpShift? { try await coming().first { $0.id == id } }

  private static func coming(after now: Instant, _ connection: Connection) throws -> [HelpShift] {
    var shifts = try connection.query(
      """
      SELECT id, from_at, until_at, places FROM help_shifts WHERE until_at > \(now.milliseconds)
      ORDER BY from_at, until_at, id LIMIT \(most)
      """
    ).map { row in
      HelpShift(
        id: try row.value(0), from: Instant(milliseconds: try row.value(1)),
        until: Instant(milliseconds: try row.value(2)), places: try row.value(3))
    }
    let places = Dictionary(uniqueKeysWithValues: shifts.enumerated().map { ($1.id, $0) })
    try connection.forEach(
      """
      SELECT help_shift_people.shift, accounts.id, accounts.name, accounts.profile FROM help_shift_people
      JOIN accounts ON accounts.id = help_shift_people.account JOIN help_shifts ON help_shifts.id = help_shift_people.shift
      WHERE until_at > \(now.milliseconds) AND \(isHelping)
      ORDER BY accounts.name, accounts.id
      """
    ) { row in
      guard let place = places[try row.value(0)] else { return }
      let profile = try Profile(json: try row.value(3))
      let zone = profile.flatMap { $0.shows(.zone) ? $0.zone.flatMap { Zones.named($0) } : nil }
      shifts[place].helpers.append(.init(id: try row.value(1), name: try row.value(2), zone: zone))
    }
    return shifts
  }

  /// Adds a shift of at most a day that is not over.
  ///
  /// - Returns: its id.
  @discardableResult
  public func add(from: Instant, until: Instant, places: Int, by organizer: any Doer) async throws -> String {
    guard until > from else {
      throw ConferenceError.invalid(
        field: "Until", problem: "it is not after the beginning", advice: "Look at the day, and at the half of the day."
      )
    }
    guard until - from <= 86_400_000 else {
      throw ConferenceError.invalid(
        field: "Until", problem: "it is not within a day after the beginning", advice: "Make several shifts of it.")
    }
    guard (1...50).contains(places) else {
      throw ConferenceError.invalid(field: "People", problem: "it is not 1 to 50", advice: "Write how many it takes.")
    }
    let (now, id) = (clock.now(), Account.newId())
    guard until > now else {
      throw ConferenceError.invalid(
        field: "Until", problem: "it has passed", advice: "Write when the shift ends, which is still to come.")
    }
    try await database.write { connection in
      try Right.planShifts.check(organizer, connection)
      let count: Int =
        try connection.first("SELECT COUNT(*) FROM help_shifts WHERE until_at > \(now.milliseconds)")?.value(0) ?? 0
      guard count < Self.most else { throw ConferenceError.conflict("there are \(Self.most) shifts to come already") }
      try connection.execute(
        """
        INSERT INTO help_shifts (id, from_at, until_at, places)
        VALUES (\(id), \(from.milliseconds), \(until.milliseconds), \(places))
        """)
      try Deed(by: organizer, "shift added", id, ["from": from.iso8601, "until": until.iso8601]).write(
        at: now, connection)
      Self.tell(id, at: now, connection)
    }
    return id
  }

  public func remove(_ id: String, by organizer: any Doer) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Right.planShifts.check(organizer, connection)
      try connection.execute("DELETE FROM help_shift_people WHERE shift = \(id)")
      guard try connection.execute("DELETE FROM help_shifts WHERE id = \(id)") == 1 else {
        throw ConferenceError.notFound("shift")
      }
      try Deed(by: organizer, "shift removed", id).write(at: now, connection)
      Self.tell(id, at: now, connection)
    }
  }

  /// Puts somebody on a shift that has a place left; it is of no matter if they are on it. Helpers put themselves on it.
  public func join(_ id: String, _ account: String, by doer: any Doer) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Self.right(to: account, doer).check(doer, connection)
      guard let places: Int = try connection.first("SELECT places FROM help_shifts WHERE id = \(id)")?.value(0) else {
        throw ConferenceError.notFound("shift")
      }
      guard let person = try People.account(account, connection), person.standing == .active,
        person.role != .participant
      else {
        throw ConferenceError.invalid(
          field: "Person", problem: "this is nobody who helps here",
          advice: "Make them a volunteer first, under People.")
      }
      let isOn = try connection.first(
        "SELECT 1 FROM help_shift_people WHERE shift = \(id) AND account = \(account)")
      guard isOn == nil else { return }
      guard try Self.count(on: id, connection) < places else {
        throw ConferenceError.conflict("the shift has all the people that it takes")
      }
      try connection.execute("INSERT INTO help_shift_people (shift, account) VALUES (\(id), \(account))")
      try Deed(by: doer, "put on a shift", account, ["shift": id]).write(at: now, connection)
      Self.tell(id, at: now, connection)
    }
  }

  private static func count(on id: String, _ connection: Connection) throws -> Int {
    try connection.first(
      """
      SELECT COUNT(*) FROM help_shift_people JOIN accounts ON accounts.id = help_shift_people.account
      WHERE help_shift_people.shift = \(id) AND \(isHelping)
      """)?.value(0) ?? 0
  }

  public func leave(_ id: String, _ account: String, by doer: any Doer) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Self.right(to: account, doer).check(doer, connection)
      let count = try connection.execute(
        "DELETE FROM help_shift_people WHERE shift = \(id) AND account = \(account)")
      guard count > 0 else { return }
      try Deed(by: doer, "taken off a shift", account, ["shift": id]).write(at: now, connection)
      Self.tell(id, at: now, connection)
    }
  }

  /// Tells the pages of shifts, and those that say who is on call: to participants by name.
  private static func tell(_ id: String, at now: Instant, _ connection: Connection) {
    for topic in ["help-shifts", "help-call", "help-call/participants"] {
      connection.record(topic: topic, kind: "shift", subject: id, at: now.milliseconds)
    }
  }

  /// What it takes to put somebody on a shift or off it: one's own place is a helper's, others' are organizers' to give.
  private static func right(to account: String, _ doer: any Doer) -> Right {
    doer.scopes == nil && doer.signature.account == account ? .help : .planShifts
  }
}
