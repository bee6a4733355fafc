import Database

/// Channels of two people, who have both said that others may write to them.
public struct DirectChannels: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// The channel of somebody and another one, made where there is none; throws unless both allow it.
  public func open(with other: String, by access: Access) async throws -> ChannelKey {
    try access.require(access.isLetIn, "Only participants write to each other")
    guard let me = access.account?.id else { throw ConferenceError.unauthenticated }
    guard me != other else { throw ConferenceError.conflict("this is you") }
    let now = clock.now()
    return try await database.write { connection in
      try Access.requireLetIn(me, connection)
      guard let account = try People.account(other, connection), account.standing == .active else {
        throw ConferenceError.notFound("person")
      }
      let (first, second) = (min(me, other), max(me, other))
      if let known = try Self.known(first, second, connection) { return known }
      guard try !Blocks.stand(between: me, and: other, connection) else { throw Blocks.refusal }
      guard try People.profile(of: other, connection)?.isReachable == true else {
        throw ConferenceError.forbidden("\(account.name) has not said that others may write to them directly")
      }
      guard try People.profile(of: me, connection)?.isReachable == true else {
        throw ConferenceError.conflict("say in your own profile first that others may write to you")
      }
      guard try Allowance("direct channels \(me)", 30, per: 3_600).take(at: now, connection) else {
        throw ConferenceError.limited("You began to write to 30 people in an hour. Wait for the next one")
      }
      let id = Account.newId()
      try connection.execute(
        "INSERT INTO direct_channels (id, first, second, added_at) VALUES (\(id), \(first), \(second), \(now.milliseconds))"
      )
      let key = ChannelKey(kind: .direct, name: id)
      for account in [first, second] {
        try connection.execute(
          """
          INSERT INTO conversations (account, channel, follows_at, read_number)
          VALUES (\(account), \(key.description), \(now.milliseconds), 0)
          """)
      }
      Conversations.tell([first, second], at: now, connection)
      return key
    }
  }

  private static func known(_ first: String, _ second: String, _ connection: Connection) throws -> ChannelKey? {
    try connection.first("SELECT id FROM direct_channels WHERE first = \(first) AND second = \(second)")
      .map { ChannelKey(kind: .direct, name: try $0.value(0)) }
  }

  /// Throws where one of the two has blocked the other, or has said since that others may not write to them; what was written stays.
  static func check(_ key: ChannelKey, _ me: String, _ connection: Connection) throws {
    for member in try members(key, connection) {
      if member != me, try Blocks.stand(between: me, and: member, connection) { throw Blocks.refusal }
      guard try People.profile(of: member, connection)?.reachable == false else { continue }
      guard member != me else {
        throw ConferenceError.forbidden(
          "You have said that others may not write to you directly. Allow it in your profile to write here")
      }
      let name = try People.account(member, connection)?.name ?? "This person"
      throw ConferenceError.forbidden(
        "\(name) does not want to be written to directly any more. What was written can still be read")
    }
  }

  /// What keeps somebody from writing in a channel of two, to be shown to them; nil where nothing does, or it is no such channel.
  public func obstacle(in key: ChannelKey, to account: String) async throws -> String? {
    guard key.kind == .direct else { return nil }
    return try await database.read { connection -> String? in
      do {
        try Self.check(key, account, connection)
        return nil
      } catch ConferenceError.forbidden(let what) {
        return what
      }
    }
  }

  /// Lets the pages of two people show anew whether they may write to each other.
  static func tellSilence(between one: String, and other: String, at now: Instant, _ connection: Connection) throws {
    guard let key = try known(min(one, other), max(one, other), connection) else { return }
    for account in [one, other] { Silence.tell(account, in: key.description, at: now, connection) }
  }

  static func members(_ key: ChannelKey, _ connection: Connection) throws -> [String] {
    let row = try connection.first("SELECT first, second FROM direct_channels WHERE id = \(key.name)")
    return try row.map { [try $0.value(0), try $0.value(1)] } ?? []
  }
}
