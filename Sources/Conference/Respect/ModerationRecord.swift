import Database

extension Moderation {
  /// What moderators did, the newest first.
  public func record(
    _ choice: ModerationChoice = ModerationChoice(), for reader: (any Doer)?, offset: Int = 0, limit: Int = 50
  ) async throws -> [ModerationEntry] {
    try await database.read { connection in
      try Right.moderate.check(reader, connection)
      return try connection.query(
        """
        SELECT \(ModerationEntry.columns) FROM \(ModerationEntry.tables) WHERE \(choice.condition)
        ORDER BY at DESC, moderations.id LIMIT \(min(limit, 200)) OFFSET \(max(offset, 0))
        """
      ).map(ModerationEntry.init)
    }
  }

  /// Who is muted in a channel now, there or everywhere.
  public func muted(in channel: String, for reader: (any Doer)?) async throws -> [String] {
    let now = clock.now().milliseconds
    return try await database.read { connection in
      try Right.moderate.check(reader, connection)
      return try connection.query(
        """
        SELECT DISTINCT person FROM moderations WHERE action = 'mute' AND channel IN ('', \(channel)) AND person IS NOT NULL
          AND undone_at IS NULL AND (until_at IS NULL OR until_at > \(now)) ORDER BY person LIMIT 500
        """
      ).map { try $0.value(0, as: String.self) }
    }
  }

  /// Undoes something that still stands; it stays on record.
  public func undo(_ id: String, by access: Access) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Self.undo(id, by: try Self.moderator(access, connection), at: now, connection)
    }
  }

  /// Opens a closed channel again; that it was closed stays on record, undone.
  public func open(_ channel: String, by access: Access) async throws {
    let now = clock.now()
    try await database.write { connection in
      let access = try Self.moderator(access, connection)
      let row = try connection.first(
        """
        SELECT id FROM moderations WHERE action = 'close' AND channel = \(channel) AND undone_at IS NULL
        ORDER BY at DESC, id LIMIT 1
        """)
      guard let id: String = try row?.value(0) else { throw ConferenceError.conflict("the channel is open already") }
      try Self.undo(id, by: access, at: now, connection)
    }
  }

  private static func undo(_ id: String, by access: Access, at now: Instant, _ connection: Connection) throws {
    guard let account = access.account?.id else { throw ConferenceError.unauthenticated }
    let row = try connection.first(
      "SELECT \(ModerationEntry.columns) FROM \(ModerationEntry.tables) WHERE moderations.id = \(id)")
    guard let entry = try row.map(ModerationEntry.init) else { throw ConferenceError.notFound("entry of the record") }
    guard entry.stands(at: now) else {
      throw ConferenceError.conflict("it was undone already, or has ended by itself")
    }
    if entry.action == .mute || entry.action == .ban, let person = entry.person {
      _ = try Self.person(person, for: access, connection)
    }
    if entry.action == .hide, entry.by != account { try check(account, isNot: entry.person) }
    try connection.execute(
      "UPDATE moderations SET undone_at = \(now.milliseconds), undone_by = \(account) WHERE id = \(id)")
    try Self.reverse(entry, by: account, at: now, connection)
  }

  /// Nobody brings back what they wrote themselves and another moderator hid.
  private static func check(_ account: String, isNot author: String?) throws {
    guard author != account else {
      throw ConferenceError.forbidden("You wrote this yourself; another moderator can bring it back")
    }
  }

  private static func reverse(_ entry: ModerationEntry, by account: String, at now: Instant, _ connection: Connection)
    throws
  {
    switch entry.action {
    case .mute: if let person = entry.person { Silence.tell(person, in: entry.channel, at: now, connection) }
    case .hide: try entry.subject.flatMap { WrittenThing($0) }?.restore(at: now, connection)
    case .slow, .close:
      var rules = try ChannelRules.current(entry.channel, connection)
      if entry.action == .slow { rules.slowSeconds = entry.secondsBefore ?? 0 } else { rules.closed = nil }
      try rules.store(at: now, connection)
    case .ban:
      let marks = try connection.query("SELECT subject FROM moderation_marks WHERE moderation = \(entry.id)").map {
        try $0.value(0, as: String.self)
      }
      if let person = entry.person, try isBanned(person, by: entry, connection) {
        let before = marks.compactMap(Standing.init(mark:)).first ?? .active
        try People.setStanding(before, of: person, by: account, at: now, connection)
      }
      for mark in marks { try WrittenThing(mark)?.restore(at: now, connection) }
    }
  }

  /// Whether somebody is shut out by this ban, and not by a later one, after organizers had lifted it: each ban is on record.
  private static func isBanned(_ person: String, by entry: ModerationEntry, _ connection: Connection) throws -> Bool {
    guard try People.account(person, connection)?.standing == .banned else { return false }
    let later = try connection.first(
      """
      SELECT 1 FROM deeds WHERE subject = \(person) AND action = \(People.deed(for: .banned)) AND at > \(entry.at.milliseconds)
      LIMIT 1
      """)
    return later == nil
  }

  /// Hides a message or a question from everybody but moderators.
  public func hide(_ thing: WrittenThing, why: String, by access: Access) async throws {
    let (now, why) = (clock.now(), try Self.checked(why))
    try await database.write { connection in
      let access = try Self.moderator(access, connection)
      guard let place = try thing.place(connection) else { throw ConferenceError.notFound(thing.word) }
      guard try thing.hide(at: now, connection) else {
        throw ConferenceError.conflict("it is hidden already, or was removed by its author")
      }
      try Self.write(
        .hide, person: place.author, channel: place.channel, subject: thing.text, why: why, by: access, at: now,
        connection)
    }
  }

  /// Restores what was hidden, whoever hid it; what one wrote oneself only where one hid it oneself.
  public func restore(_ thing: WrittenThing, by access: Access) async throws {
    let now = clock.now()
    try await database.write { connection in
      let access = try Self.moderator(access, connection)
      let row = try connection.first(
        """
        SELECT id FROM moderations WHERE action = 'hide' AND subject = \(thing.text) AND undone_at IS NULL
        ORDER BY at DESC LIMIT 1
        """)
      if let id: String = try row?.value(0) {
        try Self.undo(id, by: access, at: now, connection)
        return
      }
      if let account = access.account?.id { try Self.check(account, isNot: try thing.place(connection)?.author) }
      guard try thing.restore(at: now, connection) else { throw ConferenceError.notFound("hidden \(thing.word)") }
      try Deed(by: access.account?.id, "\(thing.word) restored", thing.text).write(at: now, connection)
    }
  }

  /// Whether a moderator may show something again that is hidden: what others wrote, and of one's own what one hid oneself.
  public func mayRestore(_ thing: WrittenThing, of author: String, by access: Access) async throws -> Bool {
    guard access.mayModerate, let account = access.account?.id else { return false }
    guard author == account else { return true }
    return try await database.first(
      """
      SELECT 1 FROM moderations WHERE action = 'hide' AND subject = \(thing.text) AND account = \(account)
        AND undone_at IS NULL
      """) != nil
  }

  /// Shuts somebody out who may come in, ends their sessions and streams, and hides what they wrote where it is wanted. Undoing it
  /// brings back the standing that they had: a moderator lets in nobody whom organizers did not.
  public func ban(_ person: String, hidesWords: Bool, why: String, by access: Access) async throws {
    let (now, why) = (clock.now(), try Self.checked(why))
    try await database.write { connection in
      let access = try access.renewed(connection)
      guard let account = access.account?.id else { throw ConferenceError.unauthenticated }
      let banned = try Self.person(person, for: access, connection)
      guard banned.standing != .banned else { throw ConferenceError.conflict("\(banned.name) is banned already") }
      guard banned.mayComeIn else {
        throw ConferenceError.conflict("\(banned.name) may not come in as it is; only organizers let them in again")
      }
      try People.setStanding(.banned, of: person, by: account, at: now, connection)
      let id = try Self.write(.ban, person: person, why: why, by: access, at: now, connection)
      try Self.mark(id, banned.standing.mark, connection)
      guard hidesWords else { return }
      for thing in try WrittenThing.all(by: person, connection) {
        guard try thing.hide(at: now, connection) else { continue }
        try Self.mark(id, thing.text, connection)
      }
    }
  }

  /// Keeps what undoing a ban brings back.
  private static func mark(_ ban: String, _ subject: String, _ connection: Connection) throws {
    try connection.execute("INSERT INTO moderation_marks (moderation, subject) VALUES (\(ban), \(subject))")
  }
}

extension Standing {
  /// As it is kept among the marks of a ban, beside "messages/ID".
  fileprivate var mark: String { "standings/\(rawValue)" }

  fileprivate init?(mark: String) {
    guard mark.hasPrefix("standings/") else { return nil }
    self.init(rawValue: String(mark.dropFirst("standings/".count)))
  }
}
