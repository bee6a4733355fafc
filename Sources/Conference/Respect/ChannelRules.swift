import Database

/// What moderators made hold for a channel.
public struct ChannelRules: Hashable, Sendable {
  /// The kind of the event that tells of them.
  public static let event = "rules"

  public var channel: String
  /// So many seconds have to pass between two messages of one person; 0 where it is not slowed down.
  public var slowSeconds = 0
  public var closed: Instant?

  static func current(_ channel: String, _ connection: Connection) throws -> ChannelRules {
    let row = try connection.first("SELECT slow_seconds, closed_at FROM channel_rules WHERE channel = \(channel)")
    guard let row else { return ChannelRules(channel: channel) }
    return ChannelRules(
      channel: channel, slowSeconds: try row.value(0),
      closed: try row.value(1, as: Int64?.self).map { Instant(milliseconds: $0) })
  }

  func store(at now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      INSERT INTO channel_rules (channel, slow_seconds, closed_at) VALUES (\(channel), \(slowSeconds), \(closed?.milliseconds))
      ON CONFLICT (channel) DO UPDATE SET slow_seconds = \(slowSeconds), closed_at = \(closed?.milliseconds)
      """)
    connection.record(topic: "chat/\(channel)", kind: Self.event, subject: channel, at: now.milliseconds)
  }

  /// Throws where one may not write, since the channel is closed or slowed down; a message that may be sent is counted.
  func check(_ account: String, at now: Instant, _ connection: Connection) throws {
    guard closed == nil else {
      throw ConferenceError.forbidden("A moderator has closed this channel; what you wrote is kept")
    }
    guard slowSeconds > 0 else { return }
    let pace = Allowance("slow \(channel) \(account)", 1, per: slowSeconds)
    guard try !pace.take(at: now, connection) else { return }
    let (words, left) = (Self.words(slowSeconds), try pace.left(at: now, connection))
    throw ConferenceError.limited(
      "A moderator has slowed this channel down: one message in \(words). You can write again \(Allowance.words(left)); what you wrote is kept",
      seconds: left)
  }

  /// "30 seconds", "5 minutes".
  public static func words(_ seconds: Int) -> String {
    seconds % 60 == 0 && seconds > 0 ? counted(seconds / 60, "minute") : counted(seconds, "second")
  }

  private static func counted(_ count: Int, _ word: String) -> String { count == 1 ? "1 \(word)" : "\(count) \(word)s" }
}
