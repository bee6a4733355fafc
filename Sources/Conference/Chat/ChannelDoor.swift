import Database

extension Access {
  /// Whether what is written in a channel is open to somebody, apart from whose it is where it is only some people's.
  public var mayReadChat: Bool { isLetIn }

  public func mayWrite(in channel: Channel) -> Bool {
    isLetIn && (channel.writers == .everyone || audience == .organizer)
  }

  public func mayEdit(_ message: Message) -> Bool { isLetIn && message.author == account?.id && message.isShown }
}

/// Finds channels for those who may read them.
public struct ChannelDoor: Sendable {
  let access: Access
  /// As the audience may see it: what is closed to somebody has no channel for them.
  let program: Program

  public init(_ access: Access, _ program: Program) { (self.access, self.program) = (access, program) }

  /// The same door with what its person may do as the database knows it now: the first line of whatever is written through it.
  func renewed(_ connection: Connection) throws -> ChannelDoor {
    ChannelDoor(try access.renewed(connection), program)
  }

  /// The channel; throws where there is none, or none that somebody may read.
  public func channel(_ key: ChannelKey, _ connection: Connection) throws -> Channel {
    try access.require(access.mayReadChat, "Only participants read what is written here")
    guard let channel = try find(key, connection) else { throw ConferenceError.notFound("channel") }
    return channel
  }

  /// The channel; nil where there is none for somebody.
  func find(_ key: ChannelKey, _ connection: Connection) throws -> Channel? {
    switch key.kind {
    case .general: try Self.general(key, connection)
    case .direct: try direct(key, connection)
    case .help: try help(key, connection)
    default: Channel(key, in: program)
    }
  }

  static func general(_ key: ChannelKey, _ connection: Connection) throws -> Channel? {
    try connection.first(
      "SELECT id, title, purpose, writers FROM channels WHERE id = \(key.description) AND removed_at IS NULL"
    ).flatMap(Channel.init)
  }

  /// Of who asked and those who help; a visitor is answered by mail, and has none.
  private func help(_ key: ChannelKey, _ connection: Connection) throws -> Channel? {
    guard let request = try HelpDesk.request(key.name, connection), request.account != nil, access.mayRead(request)
    else {
      return nil
    }
    return Channel(
      key, title: "Help desk: \(HelpText.short(request.text))", purpose: "Read by who asked and by those who help.")
  }

  /// Called after the other one, and only there for the two.
  private func direct(_ key: ChannelKey, _ connection: Connection) throws -> Channel? {
    guard let me = access.account?.id else { return nil }
    let row = try connection.first(
      """
      SELECT accounts.name FROM direct_channels JOIN accounts ON accounts.id = CASE WHEN first = \(me) THEN second ELSE first END
      WHERE direct_channels.id = \(key.name) AND (first = \(me) OR second = \(me))
      """)
    return try row.map { Channel(key, title: try $0.value(0)) }
  }
}

extension Channel {
  init?(_ row: Row) throws {
    guard let key = ChannelKey(try row.value("id")) else { return nil }
    self.init(
      key, title: try row.value("title"), purpose: try row.value("purpose"),
      writers: Writers(rawValue: try row.value("writers")) ?? .organizers)
  }
}
