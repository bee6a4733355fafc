import Database
import Letters

/// Mails to those who are on the list and never signed in. They lead to the page where one signs in, and let nobody in by themselves.
public struct Invitations: Sendable {
  let database: Database
  let clock: Clock

  public init(_ database: Database, clock: Clock) { (self.database, self.clock) = (database, clock) }

  /// Puts a mail for each of them into the outbox, to be reviewed; nobody is invited twice within the weeks that mails are kept.
  /// Returns how many.
  ///
  /// - Parameters:
  ///   - conference: its name.
  ///   - page: the address of the page where one signs in.
  public func invite(to conference: String, at page: String, by doer: (any Doer)?) async throws -> Int {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.keepPeople.check(doer, connection)
      let batch = "invitations \(Account.newId())"
      let stationery = try ConferenceInfo.current(connection)?.stationery ?? Stationery(name: conference)
      let mails = try Self.strangers(connection).compactMap { account in
        account.email.map { Self.mail(to: $0, account, conference, page, stationery) }
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

  private static func strangers(_ connection: Connection) throws -> [Account] {
    try connection.query(
      """
      SELECT \(Account.columns) FROM accounts
      WHERE standing = 'active' AND email IS NOT NULL AND conduct_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM devices WHERE devices.account = accounts.id) ORDER BY id
      """
    ).map(Account.init)
  }

  private static func mail(
    to email: EmailAddress, _ account: Account, _ conference: String, _ page: String, _ stationery: Stationery
  ) -> OutgoingMail {
    let letter = Letter(
      on: stationery, purpose: .notice, subject: "You are registered for \(conference)",
      [
        .greeting(account.name),
        .words("you are registered for \(conference). To come in, ask for a link with this address at"),
        .button("Sign in", url: page),
        .words("This mail itself lets nobody in, so you may keep it. You get it once."),
      ])
    var mail = OutgoingMail(to: email.mailbox, letter)
    mail.onlyOnce = "invitation to \(email)"
    return mail
  }
}
