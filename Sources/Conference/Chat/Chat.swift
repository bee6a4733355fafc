import Database

/// What people write in channels. A message and the event that tells about it are one transaction.
public struct Chat: Sendable {
  let database: Database
  let clock: Clock
  /// So many messages stand on one page.
  public static let pageSize = 50

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Writes a message, or gives back the one that the sender's browser has sent before; throws where somebody may not write.
  ///
  /// It is the same one only where the text, the picture and its place are the same, too: a form that is sent again out of the browser's history may hold another.
  ///
  /// - Parameter thread: the message that it replies to; a reply to a reply joins its thread.
  public func post(
    _ text: MessageText, in key: ChannelKey, thread: String? = nil, picture: SentPicture? = nil, by door: ChannelDoor
  ) async throws -> Message {
    let now = clock.now()
    let named = try await named(text, in: key, by: door)
    return try await database.write { connection in
      let door = try door.renewed(connection)
      let channel = try door.channel(key, connection)
      let account = try Self.writer(in: channel, door.access)
      let root = try thread.map { try Self.root($0, in: key, connection) }
      let client = text.name(in: key, thread: root, picture: picture)
      if let known = try Self.known(client, account.id, connection) { return known }
      try Moderation.check(door.access, key, at: now, connection)
      if key.kind == .direct { try DirectChannels.check(key, account.id, connection) }
      try ChatRules.current(connection).check(account, channel, at: now, connection)
      let id = Account.newId()
      // What somebody has read up to a number holds for all messages before it.
      try connection.takeTurn("messages \(key)")
      let row = try connection.first(
        """
        INSERT INTO messages (id, channel, author, client, body, words, picture, thread, sent_at)
        VALUES (\(id), \(key.description), \(account.id), \(client), \(text.text), \(Folding.folded(text.text)),
          \(picture?.name), \(root), \(now.milliseconds))
        RETURNING number
        """)
      let number: Int64 = try row?.value(0) ?? 0
      try Conversations.wrote(account.id, key, number: number, at: now, connection)
      if !named.isEmpty { try Self.mention(named, in: id, key, by: account.id, at: now, connection) }
      let concerned = try Self.concerned(key, root, connection).subtracting([account.id])
      Self.tellUnread(concerned.subtracting(named), key, at: now, connection)
      try Self.tell(id, in: key, at: now, connection)
      if let root { try Self.tell(root, in: key, at: now, connection) }
      return try Self.found(id, connection)
    }
  }

  /// Who writes; throws where they may not.
  static func writer(in channel: Channel, _ access: Access) throws -> Account {
    try access.require(access.mayWrite(in: channel), "Only organizers write in “\(channel.title)”")
    guard let account = access.account else { throw ConferenceError.unauthenticated }
    return account
  }

  /// To whom a message is written: the two of a channel, or who asked for help and who answers; elsewhere who wrote what it replies to.
  private static func concerned(_ key: ChannelKey, _ root: String?, _ connection: Connection) throws -> Set<String> {
    switch key.kind {
    case .direct: return Set(try DirectChannels.members(key, connection))
    case .help:
      let request = try HelpDesk.request(key.name, connection)
      return Set([request?.account, request?.helper].compactMap(\.self))
    default:
      guard let root else { return [] }
      let row = try connection.first("SELECT author FROM messages WHERE id = \(root)")
      return Set(try row.map { [try $0.value(0, as: String.self)] } ?? [])
    }
  }

  private static func known(_ client: String, _ author: String, _ connection: Connection) throws -> Message? {
    try connection.first("SELECT id FROM messages WHERE author = \(author) AND client = \(client)")
      .map { try found(try $0.value(0), connection) }
  }

  private static func root(_ id: String, in key: ChannelKey, _ connection: Connection) throws -> String {
    guard Slug.isAddress(id),
      let row = try connection.first(
        "SELECT COALESCE(thread, id) FROM messages WHERE id = \(id) AND channel = \(key.description)")
    else { throw ConferenceError.notFound("message to reply to") }
    return try row.value(0)
  }

  /// Throws where somebody may neither change what they wrote nor react to what others wrote, however slowly: they are muted, the channel is
  /// closed, or one of the two in it does not want it.
  static func checkOpen(
    _ key: ChannelKey, _ account: String, _ access: Access, at now: Instant, _ connection: Connection
  ) throws {
    guard key.kind != .help else { return }
    try Moderation.checkMutes(account, key.description, at: now, connection)
    if key.kind == .direct { try DirectChannels.check(key, account, connection) }
    guard try access.mayModerate || ChannelRules.current(key.description, connection).closed == nil else {
      throw ConferenceError.forbidden("A moderator has closed this channel")
    }
  }

  /// Lets every open page show how a message stands; of a channel that is not everybody's, also those that list it.
  static func tell(_ message: String, in key: ChannelKey, at now: Instant, _ connection: Connection) throws {
    connection.record(topic: key.topic, kind: "message", subject: message, at: now.milliseconds)
    Conversations.tell(try concerned(key, nil, connection), at: now, connection)
  }
}

/// What its author does with a message.
extension Chat {
  /// Gives a message another text, which names whom it names now.
  public func edit(_ id: String, to text: MessageText, by door: ChannelDoor) async throws {
    let named = try await named(text, in: try await message(id, by: door).channel, by: door)
    try await change(id, by: door) { door, message, now, connection in
      let account = try Self.writer(in: try door.channel(message.channel, connection), door.access)
      try Self.checkOpen(message.channel, account.id, door.access, at: now, connection)
      guard !text.text.isEmpty || message.picture != nil else { throw MessageText.empty }
      try ChatRules.checkEdit(account, at: now, connection)
      try connection.execute(
        """
        UPDATE messages SET body = \(text.text), words = \(Folding.folded(text.text)), edited_at = \(now.milliseconds)
        WHERE id = \(message.id)
        """)
      try Self.mention(named, in: id, message.channel, by: account.id, at: now, connection)
    }
  }

  /// Takes a message back: its place stays, its text and picture go. Gives back the name of the picture.
  @discardableResult
  public func remove(_ id: String, by door: ChannelDoor) async throws -> String? {
    try await change(id, by: door) { _, message, now, connection in
      try connection.execute(
        "UPDATE messages SET body = '', words = '', picture = NULL, removed_at = \(now.milliseconds) WHERE id = \(id)")
      try Self.mention([], in: id, message.channel, by: message.author, at: now, connection)
      try connection.execute("DELETE FROM message_reactions WHERE message = \(id)")
      if let thread = message.thread { try Self.tell(thread, in: message.channel, at: now, connection) }
    }.picture
  }

  @discardableResult
  private func change(
    _ id: String, by door: ChannelDoor,
    _ body: @escaping @Sendable (ChannelDoor, Message, Instant, Connection) throws -> Void
  ) async throws -> Message {
    let now = clock.now()
    return try await database.write { connection in
      let door = try door.renewed(connection)
      let message = try Self.found(id, connection)
      _ = try door.channel(message.channel, connection)
      try door.access.require(door.access.mayEdit(message), "Only who wrote a message changes it")
      try body(door, message, now, connection)
      try Self.tell(id, in: message.channel, at: now, connection)
      return message
    }
  }

  /// Reacts by a sign, or takes it back.
  public func react(_ id: String, _ sign: String, _ isOn: Bool, by door: ChannelDoor) async throws {
    guard Reaction.all.contains(sign) else {
      throw ConferenceError.invalid(field: "Reaction", problem: "there is no such sign", advice: "Choose another one.")
    }
    let now = clock.now()
    try await database.write { connection in
      let door = try door.renewed(connection)
      let message = try Self.found(id, connection)
      _ = try door.channel(message.channel, connection)
      guard message.isShown, let account = door.access.account?.id else { throw ConferenceError.notFound("message") }
      if isOn { try Self.checkOpen(message.channel, account, door.access, at: now, connection) }
      let allowance = Allowance("reactions \(account)", 60, per: 60)
      guard try allowance.take(at: now, connection) else {
        let left = try allowance.left(at: now, connection)
        throw ConferenceError.limited("Too many reactions in a minute. Wait a little", seconds: left)
      }
      if isOn {
        try connection.execute(
          """
          INSERT INTO message_reactions (message, account, sign, reacted_at)
          VALUES (\(id), \(account), \(sign), \(now.milliseconds)) ON CONFLICT (message, account, sign) DO NOTHING
          """)
      } else {
        try connection.execute(
          "DELETE FROM message_reactions WHERE message = \(id) AND account = \(account) AND sign = \(sign)")
      }
      connection.record(topic: message.channel.topic, kind: "reactions", subject: id, at: now.milliseconds)
    }
  }
}
