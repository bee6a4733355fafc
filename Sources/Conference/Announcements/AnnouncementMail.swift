import Database
import Mail

/// How an announcement goes by mail: what is written, and where one says that one wants no more of it.
public struct AnnouncementMail: Sendable {
  /// The letter to one person, with the address by which they decline.
  public typealias Writing = @Sendable (Account, _ declining: String) -> Letter

  /// Of the address by which one declines, before the token.
  public static let path = "mail"

  let writing: Writing
  /// What comes before the token in the address by which one declines.
  let decliningAt: String

  /// - Parameter decliningAt: an address such as "https://conference.example/mail/", with the path, to which a token is added.
  public init(decliningAt: String, writing: @escaping Writing) {
    (self.decliningAt, self.writing) = (decliningAt, writing)
  }

  /// Puts a mail for each whom it concerns and who did not decline into the outbox, to be reviewed; returns how many.
  ///
  /// - Parameter circle: of its session; nil where it is for no single one.
  func enqueue(
    _ text: AnnouncementText, to circle: SessionCircle?, batch: String, in outbox: Outbox, _ connection: Connection
  ) throws -> Int {
    let readers = try Self.readers(circle, connection).filter { $0.0.email != nil }
    let mails = try MailWish.withTokens(readers, connection).compactMap { account, token -> OutgoingMail? in
      guard let email = account.email else { return nil }
      let link = decliningAt + token
      var mail = OutgoingMail(to: email.mailbox, writing(account, link))
      mail.unsubscribe = try UnsubscribeLink(link)
      (mail.notBefore, mail.expires) = (text.from, text.until)
      return mail
    }
    for (number, start) in stride(from: 0, to: mails.count, by: Outbox.largestBatch).enumerated() {
      let part = Array(mails[start..<min(start + Outbox.largestBatch, mails.count)])
      try outbox.enqueue(part, batch: Self.name(batch, number), in: connection)
    }
    return mails.count
  }

  /// Whom it concerns and who did not decline, each with the token of their links where they have one.
  fileprivate static func readers(_ circle: SessionCircle?, _ connection: Connection) throws
    -> [(Account, token: String?)]
  {
    let accounts = try circle?.accounts(connection)
    return try connection.query(
      """
      SELECT \(Account.columns), mail_wishes.token FROM accounts LEFT JOIN mail_wishes ON mail_wishes.account = accounts.id
      WHERE standing = 'active' AND mail_wishes.declined_at IS NULL ORDER BY id
      """
    ).map { row -> (Account, token: String?) in (try Account(row), try row.value("token", as: String?.self)) }
      .filter { accounts?.contains($0.0.id) ?? true }
  }

  static func drop(_ batch: String, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'dropped', last_error = 'it was withdrawn'
      WHERE batch IN \(list: names(batch)) AND state IN ('waiting-for-review', 'waiting')
      """)
  }

  /// Throws a conflict where mails wait, as they are for those whom it concerned when it was made.
  static func checkGone(_ batch: String, _ connection: Connection) throws {
    let waiting = try connection.first(
      """
      SELECT 1 FROM outbox WHERE batch IN \(list: names(batch)) AND state IN ('waiting-for-review', 'waiting') LIMIT 1
      """)
    guard waiting == nil else {
      throw ConferenceError.conflict(
        "mails of this announcement wait for those whom it concerned; drop them in the outbox first, or withdraw it and write another one"
      )
    }
  }

  /// What has not gone goes when the announcement is shown now.
  static func move(_ batch: String, to text: AnnouncementText, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE outbox SET next_at = \(text.from.milliseconds), expires_at = \(text.until?.milliseconds)
      WHERE batch IN \(list: names(batch)) AND attempts = 0 AND state IN ('waiting-for-review', 'waiting')
      """)
  }

  private static func names(_ batch: String) -> [String] { (0..<10).map { name(batch, $0) } }

  /// A batch holds only so many; the others are in further ones.
  private static func name(_ batch: String, _ number: Int) -> String { number == 0 ? batch : "\(batch) \(number + 1)" }
}

extension Announcements {
  /// How many would get an announcement by mail: those of its session, or all who are let in, but who declined.
  public func mails(forSession session: String?, for reader: (any Doer)?) async throws -> Int {
    try await database.read { connection in
      try Right.announce.check(reader, connection)
      let circle = try session.map { try SessionCircle.stored($0, connection) }
      return try AnnouncementMail.readers(circle, connection).count(where: { $0.0.email != nil })
    }
  }
}

extension People {
  private static let announcements = MailWish("declined_at", path: AnnouncementMail.path)

  /// Whether the person whose links have the token still gets announcements by mail; nil where nobody's have.
  public func getsAnnouncements(_ token: Secret) async throws -> Bool? {
    try await Self.announcements.areWanted(token, database)
  }

  /// Notes that somebody wants announcements by mail, or none; drops those on their way where none.
  public func wish(_ getsAnnouncements: Bool, _ token: Secret) async throws {
    try await Self.announcements.want(getsAnnouncements, token, database, at: clock.now())
  }
}
