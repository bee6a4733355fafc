import Database

/// A stretch of a channel, from older to newer.
public struct MessagePage: Sendable {
  public let messages: [Message]
  public let hasOlder: Bool
  public let hasNewer: Bool
}

/// What was replied to a message.
public struct MessageThread: Sendable {
  public let channel: Channel
  public let root: Message
  /// A page of them.
  public let page: MessagePage
  /// The one that was asked for: the root, or a reply.
  public let chosen: Message
}

/// Where a page of a channel or of a thread stands.
public enum MessageAnchor: Hashable, Sendable {
  case newest
  case before(Int64)
  case after(Int64)
  /// With the message of this number in its middle.
  case around(Int64)
}

extension Chat {
  /// A page of what stands in a channel by itself, without replies.
  public func page(_ key: ChannelKey, _ anchor: MessageAnchor = .newest, by door: ChannelDoor) async throws
    -> MessagePage
  {
    try await database.read { connection in
      _ = try door.channel(key, connection)
      return try Self.page(of: "channel = \(key.description) AND thread IS NULL", anchor, connection)
    }
  }

  /// Where the page of a channel stands that has a message in its middle, or for a reply what it replies to; nil where there is none of the id in it.
  public func anchor(of id: String, in key: ChannelKey, by door: ChannelDoor) async throws -> MessageAnchor? {
    guard Slug.isAddress(id) else { return nil }
    return try await database.read { connection in
      _ = try door.channel(key, connection)
      let row = try connection.first(
        """
        SELECT COALESCE(roots.number, messages.number) FROM messages LEFT JOIN messages roots ON roots.id = messages.thread
        WHERE messages.id = \(id) AND messages.channel = \(key.description)
        """)
      return try row.map { MessageAnchor.around(try $0.value(0)) }
    }
  }

  /// - Parameter list: says which messages stand in the list that has pages.
  private static func page(of list: SQL, _ anchor: MessageAnchor, _ connection: Connection) throws -> MessagePage {
    let half = pageSize / 2
    switch anchor {
    case .newest:
      let older = try before(nil, list, limit: pageSize + 1, connection)
      return MessagePage(messages: older.suffix(pageSize), hasOlder: older.count > pageSize, hasNewer: false)
    case .before(let number):
      let older = try before(number, list, limit: pageSize + 1, connection)
      return MessagePage(messages: older.suffix(pageSize), hasOlder: older.count > pageSize, hasNewer: true)
    case .after(let number):
      let newer = try after(number, list, limit: pageSize + 1, connection)
      return MessagePage(
        messages: Array(newer.prefix(pageSize)), hasOlder: try !before(number + 1, list, limit: 1, connection).isEmpty,
        hasNewer: newer.count > pageSize)
    case .around(let number):
      let older = try before(number, list, limit: half + 1, connection)
      let newer = try after(number - 1, list, limit: half + 1, connection)
      return MessagePage(
        messages: older.suffix(half) + newer.prefix(half), hasOlder: older.count > half, hasNewer: newer.count > half)
    }
  }

  private static func before(_ number: Int64?, _ list: SQL, limit: Int, _ connection: Connection) throws -> [Message] {
    let bound: SQL = number.map { "AND messages.number < \($0)" } ?? ""
    return try messages("\(list) \(bound) ORDER BY messages.number DESC LIMIT \(limit)", connection).reversed()
  }

  private static func after(_ number: Int64, _ list: SQL, limit: Int, _ connection: Connection) throws -> [Message] {
    try messages("\(list) AND messages.number > \(number) ORDER BY messages.number LIMIT \(limit)", connection)
  }

  /// A message, or the one that it replies to, with a page of the replies: without an anchor the newest, or the one with the reply that is asked for.
  public func thread(_ id: String, _ anchor: MessageAnchor? = nil, by door: ChannelDoor) async throws -> MessageThread {
    try await database.read { connection in
      let chosen = try Self.found(id, connection)
      let channel = try door.channel(chosen.channel, connection)
      let root = try chosen.thread.map { try Self.found($0, connection) } ?? chosen
      let list: SQL = "thread = \(root.id)"
      var page = try Self.page(of: list, anchor ?? .newest, connection)
      if anchor == nil, chosen.thread != nil, let first = page.messages.first, chosen.number < first.number {
        page = try Self.page(of: list, .around(chosen.number), connection)
      }
      return MessageThread(channel: channel, root: root, page: page, chosen: chosen)
    }
  }

  /// The message, for whoever may read its channel.
  public func message(_ id: String, by door: ChannelDoor) async throws -> Message {
    try await database.read { connection in
      let message = try Self.found(id, connection)
      _ = try door.channel(message.channel, connection)
      return message
    }
  }

  /// The message, for whoever has the right to it already.
  public func message(_ id: String) async throws -> Message {
    try await database.read { try Self.found(id, $0) }
  }

  static func found(_ id: String, _ connection: Connection) throws -> Message {
    guard Slug.isAddress(id), let message = try messages("messages.id = \(id)", connection).first else {
      throw ConferenceError.notFound("message")
    }
    return message
  }

  /// Messages with what others added to them.
  static func messages(_ condition: SQL, _ connection: Connection) throws -> [Message] {
    var messages = try connection.query(
      "SELECT \(Message.columns) FROM messages JOIN accounts ON accounts.id = messages.author WHERE \(condition)"
    ).map(Message.init)
    guard !messages.isEmpty else { return [] }
    let ids = messages.map(\.id)
    var replies: [String: Int] = [:]
    try connection.forEach(
      """
      SELECT thread, COUNT(*) FROM messages WHERE thread IN \(list: ids) AND removed_at IS NULL AND hidden_at IS NULL GROUP BY thread
      """
    ) { replies[try $0.value(0)] = try $0.value(1) }
    var reactions: [String: [String: Int]] = [:]
    try connection.forEach(
      "SELECT message, sign, COUNT(*) FROM message_reactions WHERE message IN \(list: ids) GROUP BY message, sign"
    ) { reactions[try $0.value(0), default: [:]][try $0.value(1)] = try $0.value(2) }
    let mentions = try mentions(in: messages, connection)
    for index in messages.indices {
      messages[index].mentions = mentions[messages[index].id] ?? []
      messages[index].replies = replies[messages[index].id] ?? 0
      let counts = reactions[messages[index].id] ?? [:]
      messages[index].reactions = Reaction.all.compactMap { sign in counts[sign].map { (sign, $0) } }
    }
    return messages
  }

  /// By which signs somebody reacted to messages.
  public func reactions(of account: String, to messages: [Message]) async throws -> [String: [String]] {
    var signs: [String: [String]] = [:]
    for row in try await database.query(
      "SELECT message, sign FROM message_reactions WHERE account = \(account) AND message IN \(list: messages.map(\.id)) ORDER BY sign"
    ) {
      signs[try row.value(0), default: []].append(try row.value(1))
    }
    return signs
  }

  /// Of messages by others than those whom somebody has blocked.
  static func isUnblocked(by account: String) -> SQL {
    "author NOT IN (SELECT blocked FROM blocks WHERE account = \(account))"
  }
}
