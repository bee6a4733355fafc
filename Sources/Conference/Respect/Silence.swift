import Database

/// That somebody may not write, in one channel or in all of them.
public struct Mute: Hashable, Sendable {
  /// Nil until it is undone.
  public let until: Instant?
  public let isEverywhere: Bool
}

/// What keeps one person from writing and not everybody: a mute, or a block between the two of a direct channel.
public enum Silence {
  /// The kind of the event that tells somebody's own pages of it; its subject is the channel, or empty for all of them.
  public static let changed = "silence"

  static func tell(_ account: String, in channel: String, at now: Instant, _ connection: Connection) {
    connection.record(topic: "me/\(account)", kind: changed, subject: channel, at: now.milliseconds)
  }
}
