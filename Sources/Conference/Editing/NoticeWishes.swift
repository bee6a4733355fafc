import Database

/// Whether people want a mail when something that they saved is cancelled, moved or taken away: they do until they say otherwise,
/// by the link in each of those mails.
public struct NoticeWishes: Sendable {
  /// Of the address by which one declines, before the token.
  public static let path = "notice-mail"

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Whether the person whose mails have the token gets them; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? {
    try await database.first("SELECT notices_declined_at FROM mail_wishes WHERE token = \(token.text)").map {
      try $0.value(0, as: Int64?.self) == nil
    }
  }

  /// Notes that they are wanted, or not; drops those on their way where not.
  public func want(_ areWanted: Bool, _ token: Secret) async throws {
    let now = clock.now()
    let declined = areWanted ? nil : now.milliseconds
    try await database.write { connection in
      let row = try connection.first(
        "UPDATE mail_wishes SET notices_declined_at = \(declined) WHERE token = \(token.text) RETURNING account")
      guard let account: String = try row?.value(0) else { throw ConferenceError.notFound("such link") }
      guard !areWanted, let email = try People.account(account, connection)?.email else { return }
      try Outbox.dropDeclined(Self.path, to: email, connection)
    }
  }
}
