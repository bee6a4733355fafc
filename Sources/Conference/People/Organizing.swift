import Database

/// What organizers do with people; each of these is on record.
extension People {
  /// Makes somebody an organizer, with a new account where there is none, from the command line; who was something else before
  /// is signed out, as by any other change of role. Throws for who is banned.
  public func addOrganizer(_ email: EmailAddress, name: String) async throws -> Account {
    let (now, name) = (clock.now(), try Newcomer(name: name).name)
    return try await database.write { connection in
      let known = try Self.account(email, connection)
      if known?.standing == .banned {
        throw ConferenceError.conflict(
          "\(email.text) is banned; if you mean it, first say: hatata people standing \(email.text) active")
      }
      var account = known ?? Account(email: email, name: name, added: now)
      (account.role, account.standing) = (.organizer, .active)
      if let known {
        try Self.update(account, at: now, connection)
        if account != known { try Devices.end(account.id, at: now, connection) }
      } else {
        try Self.add(account, at: now, connection)
      }
      try Deed(by: nil, "made organizer", account.id).write(at: now, connection)
      return account
    }
  }

  /// Gives somebody a role; signs them out, so that the new one counts from the next sign-in.
  public func setRole(_ role: Role, of id: String, by doer: (any Doer)?) async throws {
    try await change(id, by: doer, having: .giveRoles, "role changed to \(role.rawValue)") { account, connection in
      if account.role == .organizer, role != .organizer { try Self.keepOneOrganizer(besides: id, connection) }
      account.role = role
    }
  }

  /// Lets somebody in, lets them wait or shuts them out; signs them out, but for who waited and is let in. Bans are on the record of
  /// moderators, too.
  ///
  /// - Parameter why: told to moderators, where it is a ban.
  public func setStanding(_ standing: Standing, of id: String, why: String = "", by doer: (any Doer)?) async throws {
    guard standing != .erased else {
      throw ConferenceError.invalid(
        field: "Standing", problem: "people erase themselves", advice: "Ban them, or remove them.")
    }
    let (now, why) = (clock.now(), try Moderation.checked(why))
    try await database.write { connection in
      try Right.keepPeople.check(doer, connection)
      let before = try Self.account(id, connection)?.standing ?? .active
      try Self.setStanding(standing, of: id, by: doer, at: now, connection)
      switch (before == .banned, standing == .banned) {
      case (false, true): try Moderation.noteBan(id, before: before, why: why, by: doer, at: now, connection)
      case (true, false): try Moderation.noteEnd(ofBansOf: id, by: doer, at: now, connection)
      case (true, true), (false, false): break
      }
    }
  }

  /// Without asking for a right, as who moderates has asked for another one.
  static func setStanding(
    _ standing: Standing, of id: String, by doer: (any Doer)?, at now: Instant, _ connection: Connection
  ) throws {
    try change(id, by: doer, deed(for: standing), at: now, connection) {
      account, connection in
      if account.role == .organizer, standing != .active { try keepOneOrganizer(besides: id, connection) }
      account.standing = standing
      if standing != .active { try PrivateCalendars.end(for: id, connection) }
    }
  }

  /// As it is on record.
  static func deed(for standing: Standing) -> String { "standing changed to \(standing.rawValue)" }

  func change(
    _ id: String, by doer: (any Doer)?, having right: Right, _ action: String,
    _ body: @escaping @Sendable (inout Account, Connection) throws -> Void
  ) async throws {
    let now = clock.now()
    try await database.write { connection in
      try right.check(doer, connection)
      try Self.change(id, by: doer, action, at: now, connection, body)
    }
  }

  private static func change(
    _ id: String, by doer: (any Doer)?, _ action: String, at now: Instant, _ connection: Connection,
    _ body: (inout Account, Connection) throws -> Void
  ) throws {
    guard var account = try Self.account(id, connection), account.standing != .erased else {
      throw ConferenceError.notFound("person")
    }
    let before = account
    try body(&account, connection)
    guard account != before else { return }
    try update(account, at: now, connection)
    // Who waits with a page open goes on with it.
    let isLetIn = before.standing == .waiting && account.standing == .active
    if !isLetIn { try Devices.end(id, at: now, connection) }
    try Deed(by: doer, action, id, ["before": "\(before.role.rawValue), \(before.standing.rawValue)"])
      .write(at: now, connection)
  }

  /// Throws a conflict where nobody else could run the conference any more.
  static func keepOneOrganizer(besides id: String, _ connection: Connection) throws {
    let others: Int =
      try connection.first(
        "SELECT COUNT(*) FROM accounts WHERE role = 'organizer' AND standing = 'active' AND id <> \(id)")?.value(0) ?? 0
    guard others > 0 else { throw ConferenceError.conflict("this is the only organizer; make somebody else one first") }
  }
}

extension People {
  /// Signs somebody out of all browsers.
  public func signOut(_ id: String, by doer: (any Doer)?) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Right.keepPeople.check(doer, connection)
      guard try Self.account(id, connection) != nil else { throw ConferenceError.notFound("person") }
      try Devices.end(id, at: now, connection)
      try Deed(by: doer, "signed out", id).write(at: now, connection)
    }
  }
}
