import Database

/// How much one person may write, so that nobody drowns the others.
public struct ChatRules: Choice {
  public static let name = "chat"
  public static let standard = ChatRules()
  public static let bursts = 1...100
  public static let hours = 1...10_000

  /// So many messages in ten seconds, and in an hour, in all channels together.
  public var burst = 8
  public var hourly = 240
  /// So many of them in one channel.
  public var channelBurst = 6
  public var channelHourly = 120
  /// Whether pictures may be sent.
  public var pictures = true

  /// So many changes of one's messages in ten minutes, each of which goes to all who read them.
  static let edits = 30

  public init() {}

  static func checkEdit(_ account: Account, at now: Instant, _ connection: Connection) throws {
    let allowance = Allowance("edits \(account.id)", edits, per: 600)
    guard try !allowance.take(at: now, connection) else { return }
    throw ConferenceError.limited(
      "That was \(edits) changes in ten minutes. Wait a while and change it then",
      seconds: try allowance.left(at: now, connection))
  }

  /// Throws where somebody has written as much as they may, with when they may go on; a message that may be sent is counted.
  func check(_ account: Account, _ channel: Channel, at now: Instant, _ connection: Connection) throws {
    for limit in limits(account, channel) {
      guard try !limit.allowance.take(at: now, connection) else { continue }
      let left = try limit.allowance.left(at: now, connection)
      throw ConferenceError.limited(
        "That was \(limit.words). You can write again \(Allowance.words(left)); what you wrote is kept", seconds: left)
    }
  }

  private func limits(_ account: Account, _ channel: Channel) -> [(allowance: Allowance, words: String)] {
    let (all, here) = (account.id, "\(channel.key) \(account.id)")
    return [
      (Allowance("messages burst \(all)", burst, per: 10), "\(Self.counted(burst)) in ten seconds"),
      (Allowance("messages hour \(all)", hourly, per: 3_600), "\(Self.counted(hourly)) in an hour"),
      (
        Allowance("channel burst \(here)", channelBurst, per: 10),
        "\(Self.counted(channelBurst)) in ten seconds in this channel"
      ),
      (
        Allowance("channel hour \(here)", channelHourly, per: 3_600),
        "\(Self.counted(channelHourly)) in an hour in this channel"
      ),
    ]
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 message" : "\(count.grouped) messages" }
}

extension ChatRules {
  /// What was chosen before there were limits for one channel leaves them at their standard.
  public init(from decoder: any Decoder) throws {
    self.init()
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    burst = try fields.decode(Int.self, forKey: .burst)
    hourly = try fields.decode(Int.self, forKey: .hourly)
    channelBurst = try fields.decodeIfPresent(Int.self, forKey: .channelBurst) ?? channelBurst
    channelHourly = try fields.decodeIfPresent(Int.self, forKey: .channelHourly) ?? channelHourly
    pictures = try fields.decode(Bool.self, forKey: .pictures)
  }
}
