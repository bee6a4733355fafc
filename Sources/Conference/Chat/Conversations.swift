import Database

/// A channel among somebody's own, with what is new in it.
public struct Conversation: Sendable {
  public let channel: Channel
  /// What others wrote since it was read; at most 99.
  public let unread: Int
  public let last: Message?
  public let isFollowed: Bool
}

/// What one has to do with a channel.
public struct ChannelState: Hashable, Sendable {
  /// How far it was read; nil for who never did.
  public var read: Int64?
  /// The number of the newest message, also where it is a reply.
  public var newest: Int64 = 0
  public var isFollowed = false
  /// What others wrote since.
  public var unread = 0
}

/// The channels that somebody follows or wrote in.
public struct Conversations: Sendable {
  let database: Database
  let clock: Clock
  /// Nobody follows more.
  static let most = 1_000

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Makes a channel one's own. How far it was read stays: who replies on a page of its own has not seen the rest.
  static func wrote(_ account: String, _ key: ChannelKey, number: Int64, at now: Instant, _ connection: Connection)
    throws
  {
    try connection.execute(
      """
      INSERT INTO conversations (account, channel, wrote_at, read_number)
      VALUES (\(account), \(key.description), \(now.milliseconds), \(number))
      ON CONFLICT (account, channel) DO UPDATE SET wrote_at = \(now.milliseconds), left_at = NULL
      """)
  }

  /// Follows channels, or lets go of them.
  public func follow(_ keys: [ChannelKey], _ isOn: Bool, by door: ChannelDoor) async throws {
    let now = clock.now()
    try await database.write { connection in
      guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
      let count: Int =
        try connection.first("SELECT COUNT(*) FROM conversations WHERE account = \(account)")?.value(0) ?? 0
      guard count + keys.count <= Self.most || !isOn else {
        throw ConferenceError.conflict("you follow \(count) channels already; let go of some first")
      }
      for key in keys {
        _ = try door.channel(key, connection)
        let newest = try Self.newest(key, connection)
        let (follows, left) = isOn ? (now.milliseconds as Int64?, nil) : (nil, now.milliseconds as Int64?)
        try connection.execute(
          """
          INSERT INTO conversations (account, channel, follows_at, left_at, read_number)
          VALUES (\(account), \(key.description), \(follows), \(left), \(newest))
          ON CONFLICT (account, channel) DO UPDATE SET follows_at = \(follows), left_at = \(left)
          """)
      }
    }
  }

  private static func newest(_ key: ChannelKey, _ connection: Connection) throws -> Int64 {
    try connection.first("SELECT MAX(number) FROM messages WHERE channel = \(key.description)")?.value(
      0, as: Int64?.self) ?? 0
  }

  /// Notes that a channel was read up to a message; never back.
  public func read(_ key: ChannelKey, upTo number: Int64, by door: ChannelDoor) async throws {
    try await database.write { connection in
      guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
      _ = try door.channel(key, connection)
      let number = min(number, try Self.newest(key, connection))
      try connection.execute(
        """
        INSERT INTO conversations (account, channel, read_number) VALUES (\(account), \(key.description), \(number))
        ON CONFLICT (account, channel) DO UPDATE SET
          read_number = CASE WHEN conversations.read_number < \(number) THEN \(number) ELSE conversations.read_number END
        """)
    }
  }

  /// Notes that all of one's channels were read.
  public func readAll(of account: String) async throws {
    try await database.execute(
      """
      UPDATE conversations SET read_number =
        COALESCE((SELECT MAX(number) FROM messages WHERE messages.channel = conversations.channel), read_number)
      WHERE account = \(account)
      """)
  }

  public func state(_ key: ChannelKey, of account: String) async throws -> ChannelState {
    try await database.read { connection in
      var state = ChannelState(newest: try Self.newest(key, connection))
      let row = try connection.first(
        """
        SELECT read_number, follows_at, wrote_at, left_at FROM conversations WHERE account = \(account) AND channel = \(key.description)
        """)
      guard let row else { return state }
      state.read = try row.value(0)
      let isOwn = try row.value(1, as: Int64?.self) != nil || row.value(2, as: Int64?.self) != nil
      state.isFollowed = try isOwn && row.value(3, as: Int64?.self) == nil
      let read = state.read ?? 0
      state.unread =
        try connection.first(
          "SELECT COUNT(*) FROM messages WHERE channel = \(key.description) AND \(Self.isNew(to: account, after: "\(read)"))"
        )?.value(0) ?? 0
      return state
    }
  }

  private static func isNew(to account: String, after number: SQL) -> SQL {
    "number > \(number) AND author <> \(account) AND removed_at IS NULL AND hidden_at IS NULL AND \(Chat.isUnblocked(by: account))"
  }

  /// How much is new in each of somebody's own, at most 99.
  private static func counts(of account: String, _ connection: Connection) throws -> [(key: ChannelKey, unread: Int)] {
    try connection.query(
      """
      SELECT channel, (SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE messages.channel = conversations.channel
        AND \(isNew(to: account, after: "conversations.read_number")) LIMIT 99) AS fresh) AS unread
      FROM conversations WHERE account = \(account) AND left_at IS NULL AND (follows_at IS NOT NULL OR wrote_at IS NOT NULL)
      ORDER BY channel LIMIT \(most)
      """
    ).compactMap { row -> (key: ChannelKey, unread: Int)? in
      guard let key = ChannelKey(try row.value(0)) else { return nil }
      return (key: key, unread: try row.value(1))
    }
  }

  /// How much is new in all of them together, as far as somebody may read them still; at most 100.
  public func unread(by door: ChannelDoor) async throws -> Int {
    guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
    return try await database.read { connection in
      let fresh = try Self.counts(of: account, connection).filter { $0.unread > 0 }
      let readable = try fresh.filter { try door.find($0.key, connection) != nil }
      return min(100, readable.reduce(0) { $0 + $1.unread })
    }
  }

  /// All of somebody's, those with something new first, then by the newest message.
  public func all(by door: ChannelDoor) async throws -> [Conversation] {
    guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
    return try await database.read { connection in
      let found = try Self.counts(of: account, connection).compactMap { key, unread -> Conversation? in
        guard let channel = try door.find(key, connection) else { return nil }
        let last = try Chat.messages(
          """
          channel = \(key.description) AND removed_at IS NULL AND hidden_at IS NULL AND \(Chat.isUnblocked(by: account))
          ORDER BY messages.number DESC LIMIT 1
          """, connection)
        return Conversation(channel: channel, unread: unread, last: last.first, isFollowed: true)
      }
      return found.sorted {
        ($0.unread > 0 ? 1 : 0, $0.last?.number ?? 0) > ($1.unread > 0 ? 1 : 0, $1.last?.number ?? 0)
      }
    }
  }
}
