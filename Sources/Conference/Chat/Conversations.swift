import Database

/// A channel among somebody's own, with what is new in it.
public struct Conversation: Sendable {
  public let channel: Channel
  /// What others wrote since it was read; at most 99. 0 where one neither follows it nor wrote in it, but is named.
  public let unread: Int
  /// How much of what is new names who asks.
  public let forMe: Int
  /// The first of that.
  public let firstForMe: Message?
  public let last: Message?
  /// The number of the newest message that is new; 0 where nothing is.
  public let newest: Int64
}

/// How much is new to somebody.
public struct Unread: Hashable, Sendable {
  /// At most 100.
  public let count: Int
  /// How much of it names them; at most 100.
  public let forMe: Int
  /// The number of the newest message of it, which rises with each that comes; 0 where nothing is new.
  public var newest: Int64 = 0
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
  /// How much of that are replies, which stand on pages of their own.
  public var newReplies = 0
  /// The id of the first of them.
  public var firstReply: String?
}

/// The channels that somebody follows or wrote in.
public struct Conversations: Sendable {
  let database: Database
  let clock: Clock
  /// Nobody follows more. What one only reads does not count.
  static let most = 1_000
  /// Of channels that one follows or wrote in.
  static let isOwn: SQL = "left_at IS NULL AND (follows_at IS NOT NULL OR wrote_at IS NOT NULL)"
  /// The kind of the event that tells somebody's own pages that their conversations are others, or stand otherwise.
  public static let changed = "conversations"

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Lets the pages of people that list their conversations do so anew.
  static func tell(_ accounts: Set<String>, at now: Instant, _ connection: Connection) {
    for account in accounts.sorted() {
      connection.record(topic: "me/\(account)", kind: changed, subject: "", at: now.milliseconds)
    }
  }

  /// Makes a channel one's own. How far it was read stays: who replies on a page of its own has not seen the rest.
  static func wrote(_ account: String, _ key: ChannelKey, number: Int64, at now: Instant, _ connection: Connection)
    throws
  {
    let known = try connection.first(
      "SELECT 1 FROM conversations WHERE account = \(account) AND channel = \(key.description) AND \(isOwn)")
    if known == nil { tell([account], at: now, connection) }
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
      let door = try door.renewed(connection)
      guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
      try door.access.require(door.access.isLetIn, "This is for participants")
      let row = try connection.first(
        "SELECT COUNT(*) FROM conversations WHERE account = \(account) AND \(Self.isOwn)")
      let count: Int = try row?.value(0) ?? 0
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
      if !keys.isEmpty { Self.tell([account], at: now, connection) }
    }
  }

  static func newest(_ key: ChannelKey, _ connection: Connection) throws -> Int64 {
    try connection.first("SELECT MAX(number) FROM messages WHERE channel = \(key.description)")?.value(
      0, as: Int64?.self) ?? 0
  }

  /// Notes that a channel was read up to a message; never back.
  public func read(_ key: ChannelKey, upTo number: Int64, by door: ChannelDoor) async throws {
    try await database.write { connection in
      let door = try door.renewed(connection)
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

  /// Notes that all of one's channels were read, and those in which one is named.
  public func readAll(of account: String) async throws {
    let now = clock.now()
    try await database.write { connection in
      try connection.execute(
        """
        INSERT INTO conversations (account, channel, read_number)
        SELECT DISTINCT message_mentions.account, messages.channel, 0 FROM message_mentions
          JOIN messages ON messages.id = message_mentions.message WHERE message_mentions.account = \(account)
        ON CONFLICT (account, channel) DO NOTHING
        """)
      try connection.execute(
        """
        UPDATE conversations SET read_number =
          COALESCE((SELECT MAX(number) FROM messages WHERE messages.channel = conversations.channel), read_number)
        WHERE account = \(account)
        """)
      Self.tell([account], at: now, connection)
    }
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
      let fresh: SQL = "channel = \(key.description) AND \(Self.isNew(to: account, after: "\(read)"))"
      state.unread = try connection.first("SELECT COUNT(*) FROM messages WHERE \(fresh)")?.value(0) ?? 0
      guard state.unread > 0 else { return state }
      let replies = try connection.first(
        "SELECT COUNT(*), MIN(number) FROM messages WHERE \(fresh) AND thread IS NOT NULL")
      state.newReplies = try replies?.value(0) ?? 0
      guard let first = try replies?.value(1, as: Int64?.self) else { return state }
      state.firstReply = try connection.first("SELECT id FROM messages WHERE number = \(first)")?.value(0)
      return state
    }
  }

  static func isNew(to account: String, after number: SQL) -> SQL {
    "number > \(number) AND author <> \(account) AND removed_at IS NULL AND hidden_at IS NULL AND \(Chat.isUnblocked(by: account))"
  }
}
