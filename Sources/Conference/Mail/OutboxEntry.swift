import Database

/// A mail in the outbox, as organizers see it and as it is sent.
public struct OutboxEntry: Sendable, Equatable, Identifiable {
  public enum State: String, Sendable, CaseIterable, SQLDecodable {
    case waitingForReview = "waiting-for-review"
    case waiting, sending, sent
    /// It was refused, or could not be sent for three days.
    case failed
    /// An organizer did not want it, or it came too late.
    case dropped
    /// It may or may not have gone; only an organizer sends it again.
    case unknown
  }

  public let id: String
  public let recipient: String
  public let purpose: MailPurpose
  public let subject: String
  public let text: String
  public let html: String?
  public let unsubscribe: String?
  public let state: State
  public let attempts: Int
  public let next: Instant
  public let expires: Instant?
  public let lease: Instant?
  public let lastError: String?
  public let messageID: String?
  public let created: Instant
  public let sent: Instant?
  public let batch: String?
  /// Known of one that was claimed.
  var report: OutsideReport?
}

extension OutboxEntry {
  /// What organizers may read of it: nothing that is for its reader only, which might not even say of which kind it is.
  public var shown: (subject: String, text: String) {
    purpose.isSecret ? ("(a mail for its reader only)", "") : (subject, text)
  }

  /// Its recipient and what kept it, as mail servers repeat addresses; nil for both where nobody is to learn who gets it.
  public var shownWay: (recipient: String?, lastError: String?) {
    purpose.hidesReader ? (nil, nil) : (recipient, lastError)
  }

  static let columns: SQL = """
    id, recipient, purpose, subject, body_text, body_html, unsubscribe_url, state, attempts, next_at, expires_at, lease_until,
    last_error, message_id, created_at, sent_at, batch
    """

  init(_ row: Row) throws {
    id = try row.value("id")
    recipient = try row.value("recipient")
    purpose = try row.value("purpose")
    subject = try row.value("subject")
    text = try row.value("body_text")
    html = try row.value("body_html")
    unsubscribe = try row.value("unsubscribe_url")
    state = try row.value("state")
    attempts = try row.value("attempts")
    next = Instant(milliseconds: try row.value("next_at"))
    expires = try Self.instant("expires_at", of: row)
    lease = try Self.instant("lease_until", of: row)
    lastError = try row.value("last_error")
    messageID = try row.value("message_id")
    created = Instant(milliseconds: try row.value("created_at"))
    sent = try Self.instant("sent_at", of: row)
    batch = try row.value("batch")
  }

  private static func instant(_ column: String, of row: Row) throws -> Instant? {
    try row.value(column, as: Int64?.self).map { Instant(milliseconds: $0) }
  }
}
