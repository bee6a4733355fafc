import Database

/// Changes of events, sessions and booths by those who host them: each is on record and can be undone by organizers, and
/// imports keep it.
public struct Hosts: Sendable {
  let database: Database
  let clock: Clock
  let data: DataFolder

  /// In characters, for each field.
  public static let limit = 20_000

  public init(_ database: Database, clock: Clock, in data: DataFolder) {
    (self.database, self.clock, self.data) = (database, clock, data)
  }

  /// Stores what a host may write of an entry, whatever else of it was sent along; throws unless it is theirs as it is stored.
  public func put<E: HostedEntry>(_ written: E, seen: ProgramEdit.Seen, by access: Access) async throws {
    for (field, text) in written.part where (text ?? "").count > Self.limit {
      throw ConferenceError.invalid(
        field: field, problem: "it is longer than \(Self.limit) characters", advice: "Write it shorter.")
    }
    try await edit(E.self, written.id, by: access, seen: seen) { entry, access in
      let changed = entry.taking(partOf: written)
      if !access.mayChangeProgram { try changed.checkFiles(before: entry) }
      return changed
    }
  }

  /// Takes a picture as the logo of a booth, made anew; nil takes the logo away.
  public func takeLogo(_ picture: [UInt8]?, of sponsor: String, by access: Access) async throws {
    try await check(Sponsor.self, sponsor, access)
    let (now, account) = (clock.now(), access.account?.id ?? "")
    let isAllowed = try await database.write { try Allowance("uploads \(account)", 30, per: 3_600).take(at: now, $0) }
    guard isAllowed else { throw ConferenceError.limited("Too many files in an hour. Wait for the next one") }
    guard let picture else { return try await setLogo(nil, of: sponsor, by: access) }
    try await LogoPicture.take(picture, in: data) { try await setLogo($0, of: sponsor, by: access) }
  }

  private func setLogo(_ logo: String?, of sponsor: String, by access: Access) async throws {
    try await edit(Sponsor.self, sponsor, by: access, seen: .anything) { entry, _ in
      var sponsor = entry
      sponsor.logo = logo
      return sponsor
    }
  }

  /// Throws unless the entry is somebody's to write in.
  public func check<E: HostedEntry>(_ type: E.Type, _ id: String, _ access: Access) async throws {
    guard let draft = try await ProgramStore(database).draft() else { throw ConferenceError.notFound("conference") }
    let current = try await database.read { try access.renewed($0) }
    _ = try Self.own(type, id, current, in: ProgramEdit(draft))
  }

  private func edit<E: HostedEntry>(
    _ type: E.Type, _ id: String, by access: Access, seen: ProgramEdit.Seen,
    _ change: @escaping @Sendable (E, Access) throws -> E
  ) async throws {
    try await ProgramEditor(database, clock: clock).edit(own: access) { program, access, _ in
      try program.put(try change(try Self.own(type, id, access, in: program), access), seen: seen)
    }
  }

  private static func own<E: HostedEntry>(_ type: E.Type, _ id: String, _ access: Access, in program: ProgramEdit)
    throws -> E
  {
    guard let entry = try program.entry(type, id) else { throw ConferenceError.notFound(E.entryKind.rawValue) }
    try access.require(
      try access.mayChangeProgram || entry.isHosted(by: access, in: program),
      "Those whose addresses the program has for it change what is here")
    return entry
  }
}

extension ProgramEdit {
  /// The program as it is, to look at.
  fileprivate init(_ draft: Draft) throws {
    self.init(try draft.rows().enumerated().map { StoredEntry(row: $1, number: $0) }, nextNumber: 0)
  }
}
