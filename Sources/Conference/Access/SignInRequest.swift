import Database

/// What was sent to sign in with, as the database keeps it.
struct SignInRequest {
  /// 10 minutes.
  static let lifetime = 600

  let id: String
  let email: EmailAddress
  let account: String?
  let codeHash: String
  let browserHash: String?
  let newcomer: Newcomer?

  /// Given by an organizer or printed by the command line, and good in any browser.
  var isByHand: Bool { browserHash == nil }

  private static let columns: SQL = "id, email, account, code_hash, browser_hash, newcomer"

  private init(_ row: Row) throws {
    id = try row.value("id")
    let text: String = try row.value("email")
    guard let address = EmailAddress(text) else {
      throw ConferenceError.unavailable("the database holds “\(text)” as an address")
    }
    email = address
    account = try row.value("account")
    codeHash = try row.value("code_hash")
    browserHash = try row.value("browser_hash")
    newcomer = try row.value("newcomer", as: String?.self).map { try Newcomer(json: $0) }
  }

  /// The request with the link, if that still works.
  static func open(link: Secret, at now: Instant, _ connection: Connection) throws -> SignInRequest? {
    try connection.first(
      """
      SELECT \(columns) FROM sign_ins
      WHERE link_hash = \(link.hash) AND used_at IS NULL AND expires_at > \(now.milliseconds)
      """
    ).map(SignInRequest.init)
  }

  /// The requests for the address whose codes may still work: at most one that was sent and one that was given by hand, as each ends
  /// those of its kind that came before (`close`).
  static func open(email: EmailAddress, at now: Instant, _ connection: Connection) throws -> [SignInRequest] {
    try connection.query(
      """
      SELECT \(columns) FROM sign_ins
      WHERE email = \(email.text) AND used_at IS NULL AND expires_at > \(now.milliseconds)
      ORDER BY asked_at DESC, id DESC LIMIT 10
      """
    ).map(SignInRequest.init)
  }

  /// Ends all that was sent to the address before, or all that was given by hand.
  static func close(_ email: EmailAddress, byHand isByHand: Bool, at now: Instant, _ connection: Connection) throws {
    let kind: SQL = isByHand ? "browser_hash IS NULL" : "browser_hash IS NOT NULL"
    try connection.execute(
      """
      UPDATE sign_ins SET expires_at = \(now.milliseconds)
      WHERE email = \(email.text) AND \(kind) AND used_at IS NULL AND expires_at > \(now.milliseconds)
      """)
  }

  /// Ends all that was sent or given to somebody, to whatever address.
  static func closeAll(of account: String, at now: Instant, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE sign_ins SET expires_at = \(now.milliseconds)
      WHERE account = \(account) AND used_at IS NULL AND expires_at > \(now.milliseconds)
      """)
  }

  func use(at now: Instant, _ connection: Connection) throws {
    try connection.execute("UPDATE sign_ins SET used_at = \(now.milliseconds) WHERE id = \(id)")
  }
}

/// The two ways in that a mail brings: the link for the browser that asked, the code for any other.
public struct Ticket: Sendable {
  public let link: Secret
  public let code: SignInCode
  public let expires: Instant

  /// Makes a way in, which ends the earlier ones of its kind for the address: one by mail those by mail, one by hand (without a
  /// browser) those by hand. Otherwise whoever types an address could end what its owner was given.
  static func make(
    for email: EmailAddress, account: String?, newcomer: Newcomer? = nil, browser: Secret?,
    lasting seconds: Int = SignInRequest.lifetime, at now: Instant, _ connection: Connection
  ) throws -> Ticket {
    try SignInRequest.close(email, byHand: browser == nil, at: now, connection)
    let ticket = Ticket(link: .random(), code: .random(), expires: now.adding(seconds: seconds))
    let id = Account.newId()
    try connection.execute(
      """
      INSERT INTO sign_ins (id, email, account, link_hash, code_hash, browser_hash, asked_at, expires_at, newcomer)
      VALUES (\(id), \(email.text), \(account), \(ticket.link.hash), \(ticket.code.hash(of: id)), \(browser?.hash),
        \(now.milliseconds), \(ticket.expires.milliseconds), \(try newcomer?.json))
      """)
    return ticket
  }
}
