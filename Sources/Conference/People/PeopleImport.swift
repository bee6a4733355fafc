import Database

/// Takes a list of registrations as the people who may come in, all of it or nothing.
public struct PeopleImport: Sendable {
  public struct Options: Sendable {
    public var isDry = false
    public var skipsBadRows = false
    /// Shuts out participants that the list lacks; other roles stay, so that nobody locks the organizers out.
    public var prunes = false
    public init() {}
  }

  public struct Outcome: Sendable, Codable {
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var removed = 0
    /// On the list no more, but kept.
    public var kept = 0
    public var problems: [Problem] = []
    public var omittedProblems = 0
    public var isDry = false
    /// Whether nothing was written because of errors.
    public var isRefused = false
  }

  let database: Database
  let clock: Clock
  let options: Options

  public init(_ database: Database, clock: Clock, options: Options = Options()) {
    (self.database, self.clock, self.options) = (database, clock, options)
  }

  /// Throws where that would leave nobody to run the conference.
  ///
  /// - Parameter doer: who imports; nil for the command line.
  public func run(_ list: PeopleList, by doer: (any Doer)?) async throws -> Outcome {
    var outcome = Outcome()
    outcome.problems = list.problems.sorted
    outcome.omittedProblems = list.problems.omitted
    outcome.isDry = options.isDry
    let isIncomplete = list.problems.isIncomplete || list.entries.isEmpty
    if !list.problems.errors.isEmpty, isIncomplete || !options.skipsBadRows {
      outcome.isRefused = true
      return outcome
    }
    let (now, options, before) = (clock.now(), options, outcome)
    if options.isDry {
      return try await database.read { connection in
        try Right.importPeople.check(doer, connection)
        return try Merge(connection, list, options, now).outcome(before)
      }
    }
    return try await database.write { connection in
      try Right.importPeople.check(doer, connection)
      let merge = try Merge(connection, list, options, now)
      try merge.write(by: doer, connection)
      return merge.outcome(before)
    }
  }

  /// What the list changes.
  private struct Merge {
    var added: [Account] = []
    var changed: [Account] = []
    /// What the changed were before.
    var before: [String: Account] = [:]
    var removed: [Account] = []
    var unchanged = 0
    var kept = 0
    let now: Instant

    init(_ connection: Connection, _ list: PeopleList, _ options: Options, _ now: Instant) throws {
      self.now = now
      let all = try connection.query("SELECT \(Account.columns) FROM accounts WHERE standing <> 'erased'").map(
        Account.init)
      let byEmail = Dictionary(
        all.compactMap { account in account.email.map { ($0, account) } }, uniquingKeysWith: { first, _ in first })
      let byNumber = Dictionary(
        all.compactMap { account in account.registration.map { ($0, account) } },
        uniquingKeysWith: { first, _ in first })
      var seen: Set<String> = []
      for entry in list.entries {
        let known = byEmail[entry.email] ?? entry.registration.flatMap { byNumber[$0] }
        guard let known, seen.insert(known.id).inserted else {
          added.append(Self.account(entry, now))
          continue
        }
        let account = Self.merged(known, entry)
        if account == known { unchanged += 1 } else { changed.append(account) }
        before[account.id] = known
      }
      for account in all where !seen.contains(account.id) && account.standing != .removed {
        if options.prunes, account.role == .participant { removed.append(account) } else { kept += 1 }
      }
      try keepOneOrganizer(of: all)
    }

    /// Throws where the list takes the role from everybody who can run the conference.
    private func keepOneOrganizer(of all: [Account]) throws {
      func runsIt(_ account: Account) -> Bool { account.role == .organizer && account.standing == .active }
      guard all.contains(where: runsIt) else { return }
      let touched = Set(changed.map(\.id))
      guard all.contains(where: { runsIt($0) && !touched.contains($0.id) }) || (changed + added).contains(where: runsIt)
      else { throw ConferenceError.conflict("the list leaves no organizer; let one of them keep the role") }
    }

    private static func account(_ entry: PeopleList.Entry, _ now: Instant) -> Account {
      merged(Account(email: entry.email, name: entry.name, added: now), entry)
    }

    /// What the list does not say stays; who was removed or waited may come in, who was banned may not.
    private static func merged(_ known: Account, _ entry: PeopleList.Entry) -> Account {
      var account = known
      account.email = entry.email
      account.name = entry.name
      account.affiliation = entry.affiliation ?? known.affiliation
      account.country = entry.country ?? known.country
      account.registration = entry.registration ?? known.registration
      account.role = entry.role ?? known.role
      if known.standing != .banned { account.standing = .active }
      return account
    }

    func write(by doer: (any Doer)?, _ connection: Connection) throws {
      // An address may move from one account to another.
      for account in changed { try connection.execute("UPDATE accounts SET email = NULL WHERE id = \(account.id)") }
      for account in added { try People.add(account, at: now, connection) }
      for changed in changed {
        try People.update(changed, at: now, connection)
        try record(changed, by: doer, connection)
      }
      for var removed in removed {
        removed.standing = .removed
        try People.update(removed, at: now, connection)
        try Devices.end(removed.id, at: now, connection)
        try Deed(by: doer, "removed, as a list lacks them", removed.id).write(at: now, connection)
      }
      guard !(added.isEmpty && changed.isEmpty && removed.isEmpty) else { return }
      try Deed(
        by: doer, "people imported", "people",
        ["added": "\(added.count)", "changed": "\(changed.count)", "removed": "\(removed.count)"]
      ).write(at: now, connection)
    }

    /// Says of each person by whom they were let in or given a role; who got another role signs in anew.
    private func record(_ changed: Account, by doer: (any Doer)?, _ connection: Connection) throws {
      guard let before = before[changed.id] else { return }
      if before.standing != changed.standing {
        try Deed(by: doer, "let in by a list", changed.id, ["before": before.standing.rawValue])
          .write(at: now, connection)
      }
      try People.endWaysIn(to: changed, leaving: before.email, by: doer, at: now, connection)
      guard before.role != changed.role else { return }
      try Devices.end(changed.id, at: now, connection)
      try Deed(
        by: doer, "role changed to \(changed.role.rawValue) by a list", changed.id, ["before": before.role.rawValue]
      ).write(at: now, connection)
    }

    func outcome(_ before: Outcome) -> Outcome {
      var outcome = before
      (outcome.added, outcome.changed, outcome.unchanged) = (added.count, changed.count, unchanged)
      (outcome.removed, outcome.kept) = (removed.count, kept)
      return outcome
    }
  }
}
