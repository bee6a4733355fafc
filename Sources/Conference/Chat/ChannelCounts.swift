import Database

/// How much stands in a channel.
public struct ChannelCount: Hashable, Sendable {
  public let messages: Int
  /// Who wrote them.
  public let people: Int
}

extension GeneralChannels {
  /// How much stands in each that has anything, by its key.
  public func counts() async throws -> [String: ChannelCount] {
    let rows = try await database.query(
      """
      SELECT channel, COUNT(*) AS messages, COUNT(DISTINCT author) AS authors FROM messages
      WHERE channel LIKE 'general/%' AND removed_at IS NULL GROUP BY channel
      """)
    return Dictionary(
      uniqueKeysWithValues: try rows.map { row in
        (
          try row.value("channel", as: String.self),
          ChannelCount(messages: try row.value("messages"), people: try row.value("authors"))
        )
      })
  }
}
