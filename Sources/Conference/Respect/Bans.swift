import Database

extension Moderation {
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
      if hidesWords { try Self.hideWords(of: person, with: id, at: now, connection) }
    }
  }

  /// Marks what an earlier ban hides already, too, so that it stays so when that one is undone before.
  private static func hideWords(of person: String, with ban: String, at now: Instant, _ connection: Connection) throws {
    var subjects = try hiddenByOthers(of: person, connection)
    for thing in try WrittenThing.all(by: person, connection) {
      if try thing.hide(at: now, connection) { subjects.insert(thing.text) }
    }
    for subject in subjects.sorted() { try mark(ban, subject, connection) }
  }

  /// Keeps what undoing a ban brings back.
  private static func mark(_ ban: String, _ subject: String, _ connection: Connection) throws {
    try connection.execute("INSERT INTO moderation_marks (moderation, subject) VALUES (\(ban), \(subject))")
  }

  /// Undoes a ban, which is marked as undone already: lets the person in, and brings back what nothing else hides that stands.
  static func lift(_ ban: ModerationEntry, by account: String, at now: Instant, _ connection: Connection) throws {
    guard let person = ban.person else { return }
    let marks = try connection.query("SELECT subject FROM moderation_marks WHERE moderation = \(ban.id)").map {
      try $0.value(0, as: String.self)
    }
    if try isBanned(person, by: ban, connection) {
      let before = marks.compactMap(Standing.init(mark:)).first ?? .active
      try People.setStanding(before, of: person, by: account, at: now, connection)
    }
    let hidden = try hiddenByOthers(of: person, connection)
    for mark in marks where !hidden.contains(mark) { try WrittenThing(mark)?.restore(at: now, connection) }
  }

  /// What of somebody's is hidden by bans and one by one, by all that stands.
  static func hiddenByOthers(of person: String, _ connection: Connection) throws -> Set<String> {
    let rows = try connection.query(
      """
      SELECT marks.subject FROM moderations bans JOIN moderation_marks marks ON marks.moderation = bans.id
      WHERE bans.person = \(person) AND bans.undone_at IS NULL AND marks.subject NOT LIKE 'standings/%'
      UNION SELECT subject FROM moderations
      WHERE person = \(person) AND action = 'hide' AND subject IS NOT NULL AND undone_at IS NULL
      """)
    return Set(try rows.map { try $0.value(0, as: String.self) })
  }

  /// Notes what organizers do at their own place, so that moderators know who did it and undo it. The command line is nobody and
  /// stands on the organizers' record only.
  ///
  /// - Parameter before: the standing that undoing it brings back.
  static func noteBan(
    _ person: String, before: Standing, why: String, by doer: (any Doer)?, at now: Instant, _ connection: Connection
  ) throws {
    guard let account = doer?.signature.account else { return }
    let id = try write(.ban, person: person, why: why, by: try Access.stored(account, connection), at: now, connection)
    try mark(id, before.mark, connection)
  }

  /// Marks bans as undone when organizers let somebody in again; what one hid stays hidden, so that such a one can still be undone.
  static func noteEnd(ofBansOf person: String, by doer: (any Doer)?, at now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE moderations SET undone_at = \(now.milliseconds), undone_by = \(doer?.signature.account)
      WHERE person = \(person) AND action = 'ban' AND undone_at IS NULL
        AND id NOT IN (SELECT moderation FROM moderation_marks WHERE subject NOT LIKE 'standings/%')
      """)
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
}

extension Standing {
  /// As it is kept among the marks of a ban, beside "messages/ID".
  fileprivate var mark: String { "standings/\(rawValue)" }

  fileprivate init?(mark: String) {
    guard mark.hasPrefix("standings/") else { return nil }
    self.init(rawValue: String(mark.dropFirst("standings/".count)))
  }
}
