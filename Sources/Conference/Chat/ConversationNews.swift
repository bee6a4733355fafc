import Database

/// What is new to somebody in a channel.
private struct ChannelNews {
  let key: ChannelKey
  /// At most 99.
  var unread = 0
  var forMe = 0
  /// The number of the first message that names them.
  var firstForMe: Int64?
  /// The number of the newest message that is new.
  var newest: Int64 = 0
  /// Whether they follow the channel or wrote in it.
  var isOwn = false

  /// Of all channels that are somebody's own, and of all in which they are named, those with something new first.
  static func all(of account: String, _ connection: Connection) throws -> [ChannelNews] {
    var news: [ChannelNews] = []
    var mentions = try mentions(of: account, connection)
    let fresh: SQL =
      "messages.channel = conversations.channel AND \(Conversations.isNew(to: account, after: "conversations.read_number"))"
    // What is read must not take the places of what is not.
    let own = try connection.query(
      """
      SELECT channel, unread, newest FROM (SELECT channel,
          (SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE \(fresh) LIMIT 99) AS fresh) AS unread,
          (SELECT MAX(number) FROM messages WHERE \(fresh)) AS newest
        FROM conversations WHERE account = \(account) AND \(Conversations.isOwn)) AS own
      ORDER BY CASE WHEN unread > 0 THEN 0 ELSE 1 END, channel LIMIT \(Conversations.most)
      """)
    for row in own {
      guard let key = ChannelKey(try row.value(0)) else { continue }
      var one = mentions.removeValue(forKey: key) ?? ChannelNews(key: key)
      (one.unread, one.isOwn) = (try row.value(1), true)
      one.newest = try row.value(2, as: Int64?.self) ?? 0
      news.append(one)
    }
    return mentions.values.sorted { $0.key.description < $1.key.description } + news
  }

  private static func mentions(of account: String, _ connection: Connection) throws -> [ChannelKey: ChannelNews] {
    let rows = try connection.query(
      """
      SELECT messages.channel, COUNT(*), MIN(messages.number), MAX(messages.number) FROM message_mentions
        JOIN messages ON messages.id = message_mentions.message
        LEFT JOIN conversations ON conversations.account = message_mentions.account AND conversations.channel = messages.channel
      WHERE message_mentions.account = \(account)
        AND \(Conversations.isNew(to: account, after: "COALESCE(conversations.read_number, 0)"))
      GROUP BY messages.channel ORDER BY messages.channel LIMIT \(Conversations.most)
      """)
    var mentions: [ChannelKey: ChannelNews] = [:]
    for row in rows {
      guard let key = ChannelKey(try row.value(0)) else { continue }
      mentions[key] = ChannelNews(
        key: key, forMe: try row.value(1), firstForMe: try row.value(2), newest: try row.value(3))
    }
    return mentions
  }
}

extension Conversations {
  /// How much is new in all channels of somebody's own together, at most 100, and what names them in others, as far as they may read them still.
  public func unread(by door: ChannelDoor) async throws -> Int { try await news(by: door).count }

  /// The same, and how much of it names them.
  public func news(by door: ChannelDoor) async throws -> Unread {
    guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
    return try await database.read { connection in
      let fresh = try ChannelNews.all(of: account, connection).filter { $0.unread > 0 || $0.forMe > 0 }
      let readable = try fresh.filter { try door.find($0.key, connection) != nil }
      return Unread(
        count: min(100, readable.reduce(0) { $0 + ($1.isOwn ? $1.unread : $1.forMe) }),
        forMe: min(100, readable.reduce(0) { $0 + $1.forMe }), newest: readable.map(\.newest).max() ?? 0)
    }
  }

  /// All of somebody's, and those in which they are named: first where they are, then those with something new, then by the newest message.
  public func all(by door: ChannelDoor) async throws -> [Conversation] {
    guard let account = door.access.account?.id else { throw ConferenceError.unauthenticated }
    return try await database.read { connection in
      let found = try ChannelNews.all(of: account, connection).compactMap { news -> Conversation? in
        guard let channel = try door.find(news.key, connection) else { return nil }
        let last = try Chat.messages(
          """
          channel = \(news.key.description) AND removed_at IS NULL AND hidden_at IS NULL AND \(Chat.isUnblocked(by: account))
          ORDER BY messages.number DESC LIMIT 1
          """, connection)
        let first = try news.firstForMe.flatMap { try Chat.messages("messages.number = \($0)", connection).first }
        return Conversation(
          channel: channel, unread: news.unread, forMe: news.forMe, firstForMe: first, last: last.first,
          newest: news.newest)
      }
      return found.sorted { $0.order > $1.order }
    }
  }

  /// How far a channel is read for who reads it already and has now seen a page of a thread of it: up to what is new to them elsewhere. Nil where that
  /// is no further than before.
  public func read(with thread: MessageThread, of account: String) async throws -> (before: Int64, now: Int64)? {
    let (channel, root) = (thread.channel.key.description, thread.root.id)
    let (first, last) = (thread.page.messages.first?.number ?? 0, thread.page.messages.last?.number ?? 0)
    return try await database.read { connection in
      let row = try connection.first(
        "SELECT read_number FROM conversations WHERE account = \(account) AND channel = \(channel)")
      guard let before: Int64 = try row?.value(0) else { return nil }
      let other = try connection.first(
        """
        SELECT MIN(number) FROM messages WHERE channel = \(channel) AND \(Self.isNew(to: account, after: "\(before)"))
          AND id <> \(root) AND (thread IS NULL OR thread <> \(root) OR number < \(first) OR number > \(last))
        """)
      let next = try other?.value(0, as: Int64?.self)
      let now = try next.map { $0 - 1 } ?? Self.newest(thread.channel.key, connection)
      return now > before ? (before: before, now: now) : nil
    }
  }
}

extension Unread {
  /// What is new in all of somebody's conversations together.
  public init(of conversations: [Conversation]) {
    count = min(100, conversations.reduce(0) { $0 + ($1.unread > 0 ? $1.unread : $1.forMe) })
    forMe = min(100, conversations.reduce(0) { $0 + $1.forMe })
    newest = conversations.map(\.newest).max() ?? 0
  }
}

extension Conversation {
  fileprivate var order: (Int, Int, Int64) { (forMe > 0 ? 1 : 0, unread > 0 ? 1 : 0, last?.number ?? 0) }
}
