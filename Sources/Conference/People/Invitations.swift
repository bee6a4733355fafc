import Database
import Letters
import Mail

/// Mails to those who are on the list and never signed in. They lead to the page where one signs in, and let nobody in by themselves.
public struct Invitations: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Puts a mail for each of them who did not decline into the outbox, to be reviewed; nobody is invited twice within the weeks that
  /// mails are kept. Returns how many.
  ///
  /// - Parameters:
  ///   - conference: its name.
  ///   - address: where the site is reached, without a slash at the end.
  public func invite(to conference: String, address: String, by doer: (any Doer)?) async throws -> Int {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.keepPeople.check(doer, connection)
      let batch = "invitations \(Account.newId())"
      let stationery = try ConferenceInfo.current(connection)?.stationery ?? Stationery(name: conference)
      let letter = InvitationLetter(conference: conference, address: address, stationery: stationery)
      let mails = try MailWish.withTokens(Self.strangers(connection), connection).compactMap { account, token in
        try letter.mail(to: account, token)
      }
      var count = 0
      for (number, start) in stride(from: 0, to: mails.count, by: Outbox.largestBatch).enumerated() {
        let part = Array(mails[start..<min(start + Outbox.largestBatch, mails.count)])
        count += try outbox.enqueue(part, batch: number == 0 ? batch : "\(batch) \(number + 1)", in: connection)
      }
      if count > 0 { try Deed(by: doer, "invited", batch, ["mails": "\(count)"]).write(at: now, connection) }
      return count
    }
  }

  /// What the one mail to an address is known by.
  static func name(of email: EmailAddress) -> String { "invitation to \(email)" }

  /// Those who may come in, never did and did not decline, each with the token of their links where they have one.
  private static func strangers(_ connection: Connection) throws -> [(Account, token: String?)] {
    try connection.query(
      """
      SELECT \(Account.columns), mail_wishes.token FROM accounts LEFT JOIN mail_wishes ON mail_wishes.account = accounts.id
      WHERE standing = 'active' AND email IS NOT NULL AND conduct_at IS NULL AND \(InvitationWishes.declined) IS NULL
        AND NOT EXISTS (SELECT 1 FROM devices WHERE devices.account = accounts.id) ORDER BY id
      """
    ).map { row -> (Account, token: String?) in (try Account(row), try row.value("token", as: String?.self)) }
  }
}

/// What is written to those who are invited.
private struct InvitationLetter {
  let conference: String
  let address: String
  let stationery: Stationery

  /// - Parameter token: that of the person's links.
  func mail(to account: Account, _ token: String) throws -> OutgoingMail? {
    guard let email = account.email else { return nil }
    let declining = "\(address)/\(InvitationWishes.path)/\(token)"
    let letter = Letter(
      on: stationery, purpose: .notice, subject: "You are registered for \(conference)",
      [
        .greeting(account.name),
        .words("you are registered for \(conference). To come in, ask for a link with this address at"),
        .button("Sign in", url: address + "/sign-in"),
        .words("This mail itself lets nobody in, so you may keep it. You get it once."),
      ], footnotes: [.link("Do not write to me about this conference again", url: declining)])
    var mail = OutgoingMail(to: email.mailbox, letter)
    mail.unsubscribe = try UnsubscribeLink(declining)
    mail.onlyOnce = Invitations.name(of: email)
    return mail
  }
}
