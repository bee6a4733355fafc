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

  /// Who is muted in a channel now, there or everywhere, and until when; nil where it lasts until it is undone.
  public func muted(in channel: String, for reader: (any Doer)?) async throws -> [(
    person: String, until: Instant?
  )] {
    let now = clock.now().milliseconds
    return try await database.read { connection in
      try Right.moderate.check(reader, connection)
      return try connection.query(
        """
        SELECT person, CASE WHEN COUNT(until_at) = COUNT(*) THEN MAX(until_at) END FROM moderations
        WHERE action = 'mute' AND channel IN ('', \(channel)) AND person IS NOT NULL
          AND undone_at IS NULL AND (until_at IS NULL OR until_at > \(now)) GROUP BY person ORDER BY person LIMIT 500
        """
      ).map { row -> (person: String, until: Instant?) in
        let until = try row.value(1, as: Int64?.self).map { Instant(milliseconds: $0) }
        return (person: try row.value(0, as: String.self), until: until)
      }
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
    case .hide:
      guard let thing = entry.subject.flatMap({ WrittenThing($0) }) else { break }
      let kept: Set<String> = try entry.person.map { try hiddenByOthers(of: $0, connection) } ?? []
      if !kept.contains(thing.text) { try thing.restore(at: now, connection) }
    case .slow, .close:
      var rules = try ChannelRules.current(entry.channel, connection)
      if entry.action == .slow {
        rules.slowSeconds = try slowSeconds(of: entry.channel, connection)
      } else {
        rules.closed = nil
      }
      try rules.store(at: now, connection)
    case .ban: try lift(entry, by: account, at: now, connection)
    case .show: break
    }
  }

  /// By the newest of a channel's slow modes that stand.
  private static func slowSeconds(of channel: String, _ connection: Connection) throws -> Int {
    try connection.first(
      """
      SELECT COALESCE(seconds, 0) FROM moderations WHERE action = 'slow' AND channel = \(channel) AND undone_at IS NULL
      ORDER BY at DESC, id LIMIT 1
      """)?.value(0) ?? 0
  }

  static func undoSlowModes(of channel: String, by access: Access, at now: Instant, _ connection: Connection) throws {
    guard let account = access.account?.id else { throw ConferenceError.unauthenticated }
    try connection.execute(
      """
      UPDATE moderations SET undone_at = \(now.milliseconds), undone_by = \(account)
      WHERE action = 'slow' AND channel = \(channel) AND undone_at IS NULL
      """)
  }

  /// Brings something back by itself, whatever hid it: no ban does so again when it is undone. False where it was not hidden.
  @discardableResult
  private static func show(_ thing: WrittenThing, at now: Instant, _ connection: Connection) throws -> Bool {
    try connection.execute("DELETE FROM moderation_marks WHERE subject = \(thing.text)")
    return try thing.restore(at: now, connection)
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
        // Whatever else hides it: somebody wants it to be seen.
        try Self.show(thing, at: now, connection)
        return
      }
      guard let place = try thing.place(connection) else { throw ConferenceError.notFound(thing.word) }
      if let account = access.account?.id { try Self.check(account, isNot: place.author) }
      guard try Self.show(thing, at: now, connection) else { throw ConferenceError.notFound("hidden \(thing.word)") }
      try Self.write(
        .show, person: place.author, channel: place.channel, subject: thing.text, why: "", by: access, at: now,
        connection)
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
}
