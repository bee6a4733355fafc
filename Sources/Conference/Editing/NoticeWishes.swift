import Database

/// Whether people want a mail when something that they saved is cancelled, moved or taken away: they do until they say otherwise,
/// by the link in each of those mails.
public struct NoticeWishes: Sendable {
  /// Of the address by which one declines, before the token.
  public static let path = "notice-mail"
  private static let wish = MailWish("notices_declined_at", path: path)

  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Whether the person whose mails have the token gets them; nil where nobody's have.
  public func areWanted(_ token: Secret) async throws -> Bool? { try await Self.wish.areWanted(token, database) }

  /// Notes that they are wanted, or not; drops those on their way where not.
  public func want(_ areWanted: Bool, _ token: Secret) async throws {
    try await Self.wish.want(areWanted, token, database, at: clock.now())
  }
}
