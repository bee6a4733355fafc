import Database

/// Keeping order: what moderators do, each of it on record with why, and undoable; and what follows for who wants to write.
public struct Moderation: Sendable {
  public static let longestWhy = 500

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Throws where somebody may not write to a channel now: they are muted, the channel is closed or slowed down, or one of the two
  /// in it has blocked the other. A message that may be sent is counted.
  ///
  /// The help desk is open to those who are muted, too; moderators write where a channel is closed or slowed down.
  static func check(_ access: Access, _ channel: ChannelKey, at now: Instant, _ connection: Connection) throws {
    guard let account = access.account?.id else { throw ConferenceError.unauthenticated }
    guard channel.kind != .help else { return }
    try checkMutes(account, channel.description, at: now, connection)
    if channel.kind == .direct { try checkBlocks(account, channel, connection) }
    guard !access.mayModerate else { return }
    try ChannelRules.current(channel.description, connection).check(account, at: now, connection)
  }

  private static func checkBlocks(_ account: String, _ channel: ChannelKey, _ connection: Connection) throws {
    for other in try DirectChannels.members(channel, connection) where other != account {
      guard try !Blocks.stand(between: account, and: other, connection) else { throw Blocks.refusal }
    }
  }

  /// What keeps somebody from writing in a channel and not in others, or in all where none is given, to be shown to them.
  public func mute(of account: String, in channel: ChannelKey?) async throws -> Mute? {
    let (channel, now) = (channel?.description ?? "", clock.now())
    return try await database.read { try Self.mute(of: account, in: [channel], at: now, $0) }
  }

  /// The one that lasts longest.
  private static func mute(of account: String, in channels: [String], at now: Instant, _ connection: Connection) throws
    -> Mute?
  {
    let row = try connection.first(
      """
      SELECT until_at, channel FROM moderations WHERE person = \(account) AND action = 'mute' AND channel IN \(list: channels)
        AND undone_at IS NULL AND (until_at IS NULL OR until_at > \(now.milliseconds))
      ORDER BY CASE WHEN until_at IS NULL THEN 0 ELSE 1 END, until_at DESC LIMIT 1
      """)
    guard let row else { return nil }
    return Mute(
      until: try row.value(0, as: Int64?.self).map { Instant(milliseconds: $0) },
      isEverywhere: try row.value(1, as: String.self).isEmpty)
  }

  static func checkMutes(_ account: String, _ channel: String, at now: Instant, _ connection: Connection) throws {
    guard let mute = try mute(of: account, in: ["", channel], at: now, connection) else { return }
    let place = mute.isEverywhere ? "" : " in this channel"
    let end = mute.until.map {
      " until \(TimeText.dayText(Zone.utc.day(at: $0))), \(TimeText.clock($0, zone: .utc)) UTC"
    }
    throw ConferenceError.forbidden(
      "A moderator has muted you\(place)\(end ?? ""). You can read, and what you wrote is kept. The help desk is open to you"
    )
  }

  /// Keeps somebody from writing in a channel, or everywhere, for so many minutes, or until it is undone.
  public func mute(_ person: String, in channel: String?, minutes: Int?, why: String, by access: Access) async throws {
    let (now, why) = (clock.now(), try Self.checked(why))
    if let minutes, !(1...(60 * 24 * 60)).contains(minutes) {
      throw ConferenceError.invalid(
        field: "For how long", problem: "it is not within 60 days", advice: "Choose one of the list.")
    }
    guard channel.map({ ChannelKey($0) != nil }) ?? true else { throw ConferenceError.notFound("channel") }
    try await database.write { connection in
      let access = try access.renewed(connection)
      _ = try Self.person(person, for: access, connection)
      try Self.write(
        .mute, person: person, channel: channel ?? "", why: why, until: minutes.map { now.adding(minutes: $0) },
        by: access, at: now, connection)
      Silence.tell(person, in: channel ?? "", at: now, connection)
    }
  }

  /// Makes people wait between two messages in a channel; 0 seconds end that, whoever made it: what it came of is undone.
  public func slow(_ channel: String, seconds: Int, why: String, by access: Access) async throws {
    let (now, why) = (clock.now(), try Self.checked(why))
    guard (0...3_600).contains(seconds) else {
      throw ConferenceError.invalid(
        field: "Slow mode", problem: "it is not within an hour", advice: "Choose one of the list.")
    }
    try await changeRules(of: channel, by: access) { rules, connection in
      guard rules.slowSeconds != seconds else { return }
      if seconds > 0 {
        try Self.write(.slow, channel: channel, why: why, seconds: seconds, by: access, at: now, connection)
      } else {
        try Self.undoSlowModes(of: channel, by: access, at: now, connection)
      }
      rules.slowSeconds = seconds
    }
  }

  /// Lets nobody but moderators write in a channel, until it is undone.
  public func close(_ channel: String, why: String, by access: Access) async throws {
    let (now, why) = (clock.now(), try Self.checked(why))
    try await changeRules(of: channel, by: access) { rules, connection in
      guard rules.closed == nil else { throw ConferenceError.conflict("the channel is closed already") }
      try Self.write(.close, channel: channel, why: why, by: access, at: now, connection)
      rules.closed = now
    }
  }

  private func changeRules(
    of channel: String, by access: Access, _ body: @escaping @Sendable (inout ChannelRules, Connection) throws -> Void
  ) async throws {
    guard ChannelKey(channel) != nil else { throw ConferenceError.notFound("channel") }
    let now = clock.now()
    try await database.write { connection in
      _ = try Self.moderator(access, connection)
      let before = try ChannelRules.current(channel, connection)
      var rules = before
      try body(&rules, connection)
      if rules != before { try rules.store(at: now, connection) }
    }
  }

  public func rules(of channel: String) async throws -> ChannelRules {
    try await database.read { try ChannelRules.current(channel, $0) }
  }

  static func checked(_ why: String) throws -> String {
    try WrittenText(why, "Why", atMost: longestWhy, mayBeEmpty: true).text
  }

  /// What a moderator may do as the database knows it now; throws where somebody is none.
  static func moderator(_ access: Access, _ connection: Connection) throws -> Access {
    let access = try access.renewed(connection)
    try access.require(access.mayModerate, "Only moderators may do this")
    return access
  }

  /// Somebody whom the moderator may mute and ban; throws where not.
  static func person(_ id: String, for access: Access, _ connection: Connection) throws -> Account {
    guard let account = try People.account(id, connection), account.standing != .erased else {
      throw ConferenceError.notFound("person")
    }
    try access.require(access.mayModerate(account), "Only somebody with a higher role may do this to \(account.name)")
    return account
  }

  @discardableResult
  static func write(
    _ action: ModerationEntry.Action, person: String? = nil, channel: String = "", subject: String? = nil, why: String,
    until: Instant? = nil, seconds: Int? = nil, by access: Access, at now: Instant, _ connection: Connection
  ) throws -> String {
    guard let account = access.account?.id else { throw ConferenceError.unauthenticated }
    let id = Account.newId()
    try connection.execute(
      """
      INSERT INTO moderations (id, at, account, action, person, channel, subject, why, until_at, seconds)
      VALUES (\(id), \(now.milliseconds), \(account), \(action), \(person), \(channel), \(subject), \(why),
        \(until?.milliseconds), \(seconds))
      """)
    return id
  }
}
