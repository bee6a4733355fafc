import Database
import Mail

/// The mails on their way, in the database: what a transaction puts here is sent if, and only if, it is committed.
public struct Outbox: Sendable {
  public let database: Database
  public let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Adds a mail to the transaction; returns its id, or nil where it may be sent only once and was taken before.
  @discardableResult
  public func enqueue(_ mail: OutgoingMail, in connection: Connection) throws -> String? {
    guard let id = try insert(mail, .waiting, batch: nil, in: connection) else { return nil }
    tell(of: id, in: connection)
    return id
  }

  /// Adds mails to the transaction, many in one statement; returns how many were taken.
  @discardableResult
  func enqueue(_ mails: [OutgoingMail], in connection: Connection) throws -> Int {
    let count = try insert(mails, .waiting, batch: nil, in: connection)
    if count > 0 { tell(of: "mails", in: connection) }
    return count
  }

  /// Notes a mail that somebody asked for and nobody is to get: its subject and text are not kept.
  func drop(_ mail: OutgoingMail, in connection: Connection) throws {
    var empty = OutgoingMail(
      to: mail.recipient, purpose: mail.purpose,
      subject: HeaderText(flattening: "(nobody with this address may sign in)"),
      text: "")
    empty.expires = mail.expires
    if let id = try insert(empty, .dropped, batch: nil, in: connection) { tell(of: id, in: connection) }
  }

  /// Adds a mail in a transaction of its own.
  @discardableResult
  public func enqueue(_ mail: OutgoingMail) async throws -> String? {
    try await database.write { try enqueue(mail, in: $0) }
  }

  /// Adds mails to many people, none of which goes before an organizer has looked at them; returns how many were taken.
  @discardableResult
  public func enqueue(_ mails: [OutgoingMail], batch: String, in connection: Connection) throws -> Int {
    guard mails.count <= Self.largestBatch else {
      throw ConferenceError.invalid(
        field: "recipients", problem: "there are more than \(Self.largestBatch)", advice: "write to fewer at a time")
    }
    return try insert(mails, .waitingForReview, batch: batch, in: connection)
  }

  /// Drops what is on its way to somebody who has just declined it: mails whose links to do so have the path; all that may be
  /// declined, where none is given.
  static func dropDeclined(_ path: String? = nil, to address: EmailAddress, _ connection: Connection) throws {
    let links = path.map { "%/\($0)/%" } ?? "%"
    try connection.execute(
      """
      UPDATE outbox SET state = 'dropped', last_error = 'they want no such mail'
      WHERE recipient = \(address.text) AND unsubscribe_url LIKE \(links) AND state IN ('waiting-for-review', 'waiting')
      """)
  }

  /// The same of what is on its way to an account.
  static func dropDeclined(_ path: String? = nil, of account: String, _ connection: Connection) throws {
    guard let email = try People.account(account, connection)?.email else { return }
    try dropDeclined(path, to: email, connection)
  }

  /// So many mails may be reviewed together.
  public static let largestBatch = 20_000

  /// Lets a postman, here or on another node, look at once.
  func tell(of subject: String, in connection: Connection) {
    connection.record(topic: "outbox", kind: "due", subject: subject, at: clock.now().milliseconds)
  }

  private func insert(_ mail: OutgoingMail, _ state: OutboxEntry.State, batch: String?, in connection: Connection)
    throws
    -> String?
  {
    let id = newID()
    return try insert([row(of: mail, id: id, state, batch: batch)], in: connection) == 1 ? id : nil
  }

  private func insert(_ mails: [OutgoingMail], _ state: OutboxEntry.State, batch: String?, in connection: Connection)
    throws
    -> Int
  {
    var count = 0
    for start in stride(from: 0, to: mails.count, by: 100) {
      let part = mails[start..<min(start + 100, mails.count)]
      count += try insert(part.map { row(of: $0, id: newID(), state, batch: batch) }, in: connection)
    }
    return count
  }

  private func newID() -> String { OutboxID.make(at: clock.now()) }

  private func row(of mail: OutgoingMail, id: String, _ state: OutboxEntry.State, batch: String?) -> SQL {
    let now = clock.now()
    return """
      (\(id), \(mail.recipient.description), \(mail.purpose.rawValue), \(mail.purpose.urgency), \(mail.subject.text),
        \(Self.storable(mail.text)), \(mail.html.map(Self.storable)), \(mail.unsubscribe?.url), \(state.rawValue), 0,
        \(max(now, mail.notBefore ?? now).milliseconds), \(mail.expires?.milliseconds), \(now.milliseconds), \(batch), \(mail.onlyOnce))
      """
  }

  /// How many of them are new.
  private func insert(_ rows: [SQL], in connection: Connection) throws -> Int {
    try connection.execute(
      """
      INSERT INTO outbox (id, recipient, purpose, urgency, subject, body_text, body_html, unsubscribe_url, state, attempts,
        next_at, expires_at, created_at, batch, only_once)
      VALUES \(rows: rows)
      ON CONFLICT (only_once) DO NOTHING
      """)
  }

  /// PostgreSQL holds no text with a zero in it.
  private static func storable(_ text: String) -> String { text.replacing("\0", with: "") }
}

/// Names of mails: they sort by time, and cannot be guessed.
enum OutboxID {
  static func make(at instant: Instant) -> String {
    "\(hex(UInt64(max(instant.milliseconds, 0)), 12))-\(hex(.random(in: 0 ... .max), 16))"
  }

  private static func hex(_ number: UInt64, _ width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
