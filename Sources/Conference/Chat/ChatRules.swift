import Database

/// How much one person may write, so that nobody drowns the others.
public struct ChatRules: Choice {
  public static let name = "chat"
  public static let standard = ChatRules()
  public static let bursts = 1...100
  public static let hours = 1...10_000

  /// So many messages in ten seconds, and in an hour.
  public var burst = 8
  public var hourly = 240
  /// Whether pictures may be sent.
  public var pictures = true

  /// So many changes of one's messages in ten minutes, each of which goes to all who read them.
  static let edits = 30

  public init() {}

  static func checkEdit(_ account: Account, at now: Instant, _ connection: Connection) throws {
    guard try Allowance("edits \(account.id)", edits, per: 600).take(at: now, connection) else {
      throw ConferenceError.limited("That was \(edits) changes in ten minutes. Wait a while and change it then")
    }
  }

  func check(_ account: Account, _ channel: Channel, at now: Instant, _ connection: Connection) throws {
    guard try Allowance("messages burst \(account.id)", burst, per: 10).take(at: now, connection) else {
      throw ConferenceError.limited("That was \(burst) messages in ten seconds. Wait a little and send it again")
    }
    guard try Allowance("messages hour \(account.id)", hourly, per: 3_600).take(at: now, connection) else {
      throw ConferenceError.limited("That was \(hourly) messages in an hour. Wait a while and send it again")
    }
  }
}
