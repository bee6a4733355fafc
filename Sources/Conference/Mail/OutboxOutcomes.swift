import Database
import Mail

extension Outbox {
  /// Writes down how the sending of a claimed mail ended, also late; nothing changes where another attempt was begun meanwhile.
  func record(_ outcome: MailOutcome, of entry: OutboxEntry, id messageID: String?) async throws {
    let now = clock.now()
    let fate = Self.fate(of: entry, outcome, now)
    let isOver = fate.state != .waiting && fate.state != .unknown
    // What went says the same as its text, which is all that anybody looks at, and takes the more room.
    let erasure: SQL =
      isOver && entry.purpose.isSecret
      ? ", body_text = '', body_html = NULL" : fate.state == .sent ? ", body_html = NULL" : ""
    let problem = fate.state == .sent ? nil : HeaderText(flattening: outcome.words).text
    try await database.execute(
      """
      UPDATE outbox SET state = \(fate.state.rawValue), next_at = \(fate.next.milliseconds), lease_until = NULL,
        last_error = \(problem), message_id = \(messageID),
        sent_at = \(fate.state == .sent ? now.milliseconds : nil) \(erasure)
      WHERE id = \(entry.id) AND state IN ('sending', 'unknown') AND lease_until = \(entry.lease?.milliseconds)
      """)
  }

  private static func fate(of entry: OutboxEntry, _ outcome: MailOutcome, _ now: Instant)
    -> (state: OutboxEntry.State, next: Instant)
  {
    switch outcome {
    case .accepted: return (.sent, now)
    case .refused: return (.failed, now)
    case .uncertain where !entry.purpose.isWaitedFor: return (.unknown, now)
    case .uncertain, .tryLater:
      guard let wait = OutboxBackoff.seconds(after: entry.attempts, entry.purpose) else { return (.failed, now) }
      return (.waiting, now.adding(seconds: wait))
    }
  }
}
