import Database

/// What people say of themselves, in the database and in the folder of portraits.
extension People {
  /// Somebody and what they wrote; nil for who is not there, or no more.
  public func profile(of id: String) async throws -> (account: Account, profile: Profile?)? {
    try await database.read { connection in
      guard let account = try Self.account(id, connection), account.standing == .active || account.standing == .waiting
      else { return nil }
      return (account, try Self.profile(of: id, connection))
    }
  }

  /// What the last list that named somebody calls them, who may call themselves otherwise by now; nil where none did.
  public func listedName(of id: String, for reader: (any Doer)?) async throws -> String? {
    try await database.read { connection in
      try Right.readPeople.check(reader, connection)
      return try connection.first("SELECT name FROM listed_people WHERE account = \(id)")
        .flatMap { try $0.value(0, as: String?.self) }
    }
  }

  static func profile(of id: String, _ connection: Connection) throws -> Profile? {
    try connection.first("SELECT profile FROM accounts WHERE id = \(id)").flatMap { try Profile(json: try $0.value(0)) }
  }

  /// Writes what somebody says of themselves; all nodes are told. What the list of people says otherwise by it is on record.
  public func write(_ form: ProfileForm, of id: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      guard var account = try Self.account(id, connection) else { throw ConferenceError.notFound("person") }
      let (badge, profile) = try form.checked(try Self.profile(of: id, connection) ?? Profile(), at: now)
      let before = account
      (account.name, account.affiliation, account.country) = (badge.name, badge.affiliation, badge.country)
      try NamesOfRoles.check(account, before: before.name, connection)
      try Self.update(account, at: now, connection)
      try Self.store(profile, of: id, connection)
      let changes = Deed.differences(before.details, account.details)
      guard !changes.isEmpty else { return }
      guard try Allowance("details \(id)", 20, per: 3_600).take(at: now, connection) else {
        throw ConferenceError.limited("Too many changes of your name in an hour. Wait for the next one")
      }
      try Deed(by: id, Deed.ownDetails, id, changes).write(at: now, connection)
    }
  }

  /// Takes a picture in place of the one before, which goes, or none.
  public func setPortrait(_ bytes: [UInt8]?, of id: String, in portraits: PictureFolder) async throws {
    let now = clock.now()
    let isAllowed = try await database.write { try Allowance("portraits \(id)", 20, per: 3_600).take(at: now, $0) }
    guard isAllowed else { throw ConferenceError.limited("Too many pictures in an hour. Wait for the next one") }
    var name: String?
    if let bytes { name = try await portraits.keep(bytes) }
    do {
      if let old = try await replacePortrait(name, of: id) { portraits.remove(old) }
    } catch {
      if let name, !error.mayBeDone { portraits.remove(name) }
      throw error
    }
  }

  private func replacePortrait(_ name: String?, of id: String) async throws -> String? {
    try await database.write { connection in
      let known = try Self.profile(of: id, connection)
      var profile = known ?? Profile()
      let old = profile.portrait
      profile.portrait = name
      // Who sends a picture before anything else wants it seen, and has written nothing else yet.
      if known == nil { profile.shown = Profile.Part.writtenToBeRead }
      try Self.store(profile, of: id, connection)
      return old
    }
  }

  private static func store(_ profile: Profile, of id: String, _ connection: Connection) throws {
    try connection.execute("UPDATE accounts SET profile = \(try profile.json) WHERE id = \(id)")
  }
}
