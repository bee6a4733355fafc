import Database

/// How much stands in a channel.
public struct ChannelCount: Hashable, Sendable {
  public let messages: Int
  /// Who wrote them.
  public let people: Int
}

extension GeneralChannels {
  /// How much stands in each that is there and has anything, by its key; for who may remove them.
  public func counts(for reader: (any Doer)?) async throws -> [String: ChannelCount] {
    let rows = try await database.read { connection in
      try Right.keepChannels.check(reader, connection)
      return try connection.query(
        """
        SELECT channel, COUNT(*) AS messages, COUNT(DISTINCT author) AS authors FROM messages
        WHERE channel IN (SELECT id FROM channels WHERE id LIKE 'general/%' AND removed_at IS NULL)
          AND removed_at IS NULL GROUP BY channel
        """)
    }
    return Dictionary(
      uniqueKeysWithValues: try rows.map { row in
        (
          try row.value("channel", as: String.self),
          ChannelCount(messages: try row.value("messages"), people: try row.value("authors"))
        )
      })
  }
}
