import Database

/// Channels that belong to nothing in the program; organizers make them.
public struct GeneralChannels: Sendable {
  let database: Database
  let clock: Clock
  static let most = 60
  /// The kinds of the events that tell of one.
  public static let (changed, removed) = ("channel", "channel removed")

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// All that are there, in their order.
  public func all() async throws -> [Channel] {
    try await database.query(
      "SELECT id, title, purpose, writers FROM channels WHERE id LIKE 'general/%' AND removed_at IS NULL ORDER BY position, title LIMIT \(Self.most)"
    ).compactMap(Channel.init)
  }

  /// Makes one; its address comes of its title.
  public func add(title: String, purpose: String?, writers: Channel.Writers, by doer: any Doer) async throws -> Channel
  {
    let (title, purpose) = try Self.checked(title, purpose)
    let now = clock.now()
    return try await database.write { connection in
      try Right.keepChannels.check(doer, connection)
      let count: Int =
        try connection.first("SELECT COUNT(*) FROM channels WHERE id LIKE 'general/%' AND removed_at IS NULL")?.value(0)
        ?? 0
      guard count < Self.most else { throw ConferenceError.conflict("there are \(count) channels already") }
      let name = Slug.made(of: title)
      let key = ChannelKey(kind: .general, name: name.isEmpty ? Account.newId() : name)
      guard try ChannelDoor.general(key, connection) == nil else {
        throw ConferenceError.conflict("there is a channel “\(title)” already")
      }
      let position = count
      try connection.execute(
        """
        INSERT INTO channels (id, title, purpose, writers, position, added_at)
        VALUES (\(key.description), \(title), \(purpose), \(writers.rawValue), \(position), \(now.milliseconds))
        ON CONFLICT (id) DO UPDATE SET title = \(title), purpose = \(purpose), writers = \(writers.rawValue), removed_at = NULL
        """)
      try Deed(by: doer, "channel made", key.description, ["title": title]).write(at: now, connection)
      Self.tell(Self.changed, of: key, at: now, connection)
      return Channel(key, title: title, purpose: purpose, writers: writers)
    }
  }

  public func change(_ key: ChannelKey, title: String, purpose: String?, writers: Channel.Writers, by doer: any Doer)
    async throws
  {
    let (title, purpose) = try Self.checked(title, purpose)
    let now = clock.now()
    try await database.write { connection in
      try Right.keepChannels.check(doer, connection)
      let count = try connection.execute(
        """
        UPDATE channels SET title = \(title), purpose = \(purpose), writers = \(writers.rawValue)
        WHERE id = \(key.description) AND removed_at IS NULL
        """)
      guard count == 1 else { throw ConferenceError.notFound("channel") }
      try Deed(by: doer, "channel changed", key.description, ["title": title]).write(at: now, connection)
      Self.tell(Self.changed, of: key, at: now, connection)
    }
  }

  /// Takes a channel away; what was written in it stays in the database, and comes back with a channel of the same title.
  public func remove(_ key: ChannelKey, by doer: any Doer) async throws {
    let now = clock.now()
    try await database.write { connection in
      try Right.keepChannels.check(doer, connection)
      let count = try connection.execute(
        "UPDATE channels SET removed_at = \(now.milliseconds) WHERE id = \(key.description) AND removed_at IS NULL")
      guard count == 1 else { throw ConferenceError.notFound("channel") }
      try Deed(by: doer, "channel removed", key.description).write(at: now, connection)
      Self.tell(Self.removed, of: key, at: now, connection)
    }
  }

  private static func tell(_ kind: String, of key: ChannelKey, at now: Instant, _ connection: Connection) {
    connection.record(topic: key.topic, kind: kind, subject: key.description, at: now.milliseconds)
  }

  private static func checked(_ title: String, _ purpose: String?) throws -> (String, String?) {
    guard let title = try Newcomer.line(title, "Title", atMost: 60) else {
      throw ConferenceError.invalid(field: "Title", problem: "it is missing", advice: "Say what is talked about here.")
    }
    return (title, try Newcomer.line(purpose ?? "", "Purpose", atMost: 200))
  }
}
