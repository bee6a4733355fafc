import Database

extension Outbox {
  /// A claim counts for so long: longer than any transport takes.
  static let leaseSeconds = 150

  /// Whether there is anything to do now; cheap enough to be asked after every event.
  func hasWork() async throws -> Bool {
    let now = clock.now().milliseconds
    return try await database.first(
      """
      SELECT 1 FROM outbox
      WHERE (state = 'waiting' AND next_at <= \(now)) OR (state = 'sending' AND lease_until <= \(now))
      LIMIT 1
      """) != nil
  }

  /// Takes up to `limit` mails that are due, of which nobody waits for at most `patient`; no two nodes ever take the same.
  func claim(_ limit: Int, patient: Int) async throws -> [OutboxEntry] {
    let now = clock.now()
    return try await database.write { connection in
      try Self.settleInterrupted(now, in: connection)
      let found = try Self.due(now, limit, in: connection)
      let due = try found.filter { try !Self.isDropped($0, now, in: connection) }
      let (urgent, others) = (due.filter(\.purpose.isWaitedFor), due.filter { !$0.purpose.isWaitedFor })
      return try (urgent + others.prefix(patient)).map { try Self.lease($0, now, in: connection) }
    }
  }

  private static func due(_ now: Instant, _ limit: Int, in connection: Connection) throws -> [OutboxEntry] {
    try connection.query(
      """
      SELECT \(OutboxEntry.columns) FROM outbox WHERE state = 'waiting' AND next_at <= \(now.milliseconds)
      ORDER BY urgency, next_at, id LIMIT \(limit)
      """
    ).map(OutboxEntry.init)
  }

  private static func lease(_ entry: OutboxEntry, _ now: Instant, in connection: Connection) throws -> OutboxEntry {
    let lease = now.adding(seconds: leaseSeconds)
    let claimed = try connection.first(
      """
      UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = \(lease.milliseconds)
      WHERE id = \(entry.id) AND state = 'waiting' RETURNING \(OutboxEntry.columns)
      """)
    guard let claimed else { throw ConferenceError.conflict("the mail \(entry.id) was taken by another") }
    var mail = try OutboxEntry(claimed)
    if mail.purpose == .conduct { mail.report = try OutsideReport.of(mail.id, connection) }
    return mail
  }

  /// Drops a mail that comes too late.
  private static func isDropped(_ entry: OutboxEntry, _ now: Instant, in connection: Connection) throws -> Bool {
    guard let expires = entry.expires, expires <= now else { return false }
    try connection.execute(
      """
      UPDATE outbox SET state = 'dropped', body_text = '', body_html = NULL, last_error = COALESCE(last_error, 'it came too late')
      WHERE id = \(entry.id)
      """)
    return true
  }

  /// A sender that ended in the middle leaves it open whether its mail went: only what somebody waits for is sent again.
  private static func settleInterrupted(_ now: Instant, in connection: Connection) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = CASE WHEN urgency = 0 THEN 'waiting' ELSE 'unknown' END, next_at = \(now.milliseconds),
        last_error = 'the server ended while this mail was being sent'
      WHERE state = 'sending' AND lease_until <= \(now.milliseconds)
      """)
  }
}
