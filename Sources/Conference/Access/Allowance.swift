import Database

/// How often something may be done within a stretch of time, counted on all nodes together.
public struct Allowance: Sendable {
  let name: String
  let limit: Int
  let seconds: Int

  /// - Parameters:
  ///   - name: what is counted, with whose it is: "asking client 192.0.2.1".
  ///   - limit: how often it may be done in so many seconds.
  public init(_ name: String, _ limit: Int, per seconds: Int) {
    (self.name, self.limit, self.seconds) = (name, limit, seconds)
  }

  /// Uses one up; whether there was one left.
  func take(at now: Instant, _ connection: Connection) throws -> Bool {
    let begin = now.adding(seconds: -seconds).milliseconds
    // A clock that was set back must not shut anybody out until it has caught up; those of several nodes differ a little.
    let end = now.adding(seconds: seconds).milliseconds
    let row = try connection.first(
      """
      INSERT INTO allowances (name, used, since) VALUES (\(name), 1, \(now.milliseconds))
      ON CONFLICT (name) DO UPDATE SET
        used = CASE WHEN allowances.since > \(begin) AND allowances.since <= \(end) THEN allowances.used + 1 ELSE 1 END,
        since = CASE WHEN allowances.since > \(begin) AND allowances.since <= \(end) THEN allowances.since
          ELSE \(now.milliseconds) END
      RETURNING used
      """)
    return try row.map { try $0.value(0, as: Int.self) <= limit } ?? false
  }

  /// Whether there is one left, which is not used up by asking.
  func isLeft(at now: Instant, _ connection: Connection) throws -> Bool {
    guard let row = try connection.first("SELECT used, since FROM allowances WHERE name = \(name)") else { return true }
    let since = Instant(milliseconds: try row.value("since"))
    guard since > now.adding(seconds: -seconds), since <= now.adding(seconds: seconds) else { return true }
    return try row.value("used", as: Int.self) < limit
  }

  /// For how many seconds who has used it up has to wait; rounded up, so that nobody comes too early.
  func left(at now: Instant, _ connection: Connection) throws -> Int {
    let since: Int64? = try connection.first("SELECT since FROM allowances WHERE name = \(name)")?.value(0)
    let end = Instant(milliseconds: since ?? now.milliseconds).adding(seconds: seconds)
    return Int((max(end - now, 1) + 999) / 1_000)
  }

  /// When that is over: "in 7 seconds", "in 34 minutes".
  static func words(_ left: Int) -> String {
    let (count, word) = left < 100 ? (left, "second") : ((left + 59) / 60, "minute")
    return "in \(count) \(word)\(count == 1 ? "" : "s")"
  }
}
