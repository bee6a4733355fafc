/// How long a mail that was not taken waits for its next attempt.
enum OutboxBackoff {
  /// Seconds until the next attempt after so many; nil when it is enough. A minute, doubled up to an hour, for about three
  /// days; for what somebody waits for, five seconds, tripled up to an hour.
  static func seconds(after attempts: Int, _ purpose: MailPurpose) -> Int? {
    guard attempts < most else { return nil }
    let (first, factor) = purpose.isWaitedFor ? (5, 3) : (60, 2)
    let wait = (1..<max(attempts, 1)).reduce(first) { wait, _ in min(wait * factor, hour) }
    return min(wait, hour)
  }

  private static let hour = 3600
  /// 63 minutes for six attempts, and 71 hours for the rest.
  static let most = 6 + 71
}
