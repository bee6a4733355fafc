import Database

/// What to look for among what was written.
public struct MessageChoice: Hashable, Sendable {
  /// Words that a message has, all of them.
  public var text: String
  /// Parts of the name of who wrote it.
  public var writer: String
  public var channel: ChannelKey?

  public init(_ text: String, writer: String = "", in channel: ChannelKey? = nil) {
    (self.text, self.writer, self.channel) = (text, writer, channel)
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { Self.words(text).isEmpty && Self.words(writer).isEmpty }

  /// At most 8 count.
  private static func words(_ text: String) -> ArraySlice<Substring> {
    Folding.folded(text).split { $0.isWhitespace || $0 == "\0" }.prefix(8)
  }

  /// What messages must be, once for each 500 of those who may have written them, of whom 2,000 count; nothing where nobody is
  /// called so. By what else the list of people is searched by, such as addresses, nobody is found.
  fileprivate func conditions(_ connection: Connection) throws -> [SQL] {
    var parts: [SQL] = Self.words(text).map { "messages.words LIKE \(PeopleChoice.pattern($0)) ESCAPE '!'" as SQL }
    if let channel { parts.append("messages.channel = \(channel.description)") }
    let names = Array(Self.words(writer))
    guard !names.isEmpty else { return [parts.joined(separator: " AND ")] }
    let writers = try People.named(names, atMost: 2_000, connection)
    return stride(from: 0, to: writers.count, by: 500).map { start in
      let part = Array(writers[start..<min(start + 500, writers.count)])
      return (parts + ["messages.author IN \(list: part)" as SQL]).joined(separator: " AND ")
    }
  }
}

extension Chat {
  /// The newest messages that were chosen, in channels that somebody may read; of the help desk's, in those of what they asked themselves.
  ///
  /// - Parameter number: of a message that all of them are older than.
  public func search(
    _ choice: MessageChoice, by door: ChannelDoor, before number: Int64 = .max, limit: Int = 50
  ) async throws -> [(channel: Channel, message: Message)] {
    guard !choice.isEmpty, let me = door.access.account?.id else { return [] }
    return try await database.read { connection in
      let found = try choice.conditions(connection).flatMap { condition in
        try Self.newest(condition, before: number, for: me, by: door, limit, connection)
      }
      return Array(found.sorted { $0.message.number > $1.message.number }.prefix(limit))
    }
  }

  private static func newest(
    _ condition: SQL, before number: Int64, for me: String, by door: ChannelDoor, _ limit: Int,
    _ connection: Connection
  ) throws -> [(channel: Channel, message: Message)] {
    var channels: [ChannelKey: Channel?] = [:]
    var found: [(channel: Channel, message: Message)] = []
    var end = number
    // What somebody may not read must not take the places of what they may.
    while found.count < limit {
      let page = try messages(
        """
        \(condition) AND messages.number < \(end) AND removed_at IS NULL AND hidden_at IS NULL AND \(isUnblocked(by: me))
        AND (messages.channel NOT LIKE 'help/%' OR messages.channel IN
          (SELECT 'help/' || id FROM help_requests WHERE account = \(me)))
        AND (messages.channel NOT LIKE 'direct/%' OR messages.channel IN
          (SELECT 'direct/' || id FROM direct_channels WHERE first = \(me) OR second = \(me)))
        ORDER BY messages.number DESC LIMIT \(limit)
        """, connection)
      for message in page {
        let channel: Channel? = try channels[message.channel] ?? door.find(message.channel, connection)
        channels[message.channel] = .some(channel)
        if let channel { found.append((channel: channel, message: message)) }
      }
      guard page.count == limit, let oldest = page.last else { break }
      end = oldest.number
    }
    return found
  }
}
