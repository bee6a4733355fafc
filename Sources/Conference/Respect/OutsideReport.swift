import Database

/// What goes with the mail of a report to an address outside: to whom it is answered, and the picture. It is looked up when the mail
/// goes, so that neither is kept with it.
struct OutsideReport: Sendable, Equatable {
  let id: String
  /// Nil where there is none any more.
  let reporter: EmailAddress?

  private static let prefix = "report "

  /// What the one mail of a case is known by.
  static func name(of id: String) -> String { prefix + id }

  /// Nil where a mail is none of a report.
  static func of(_ mail: String, _ connection: Connection) throws -> OutsideReport? {
    guard let row = try connection.first("SELECT only_once FROM outbox WHERE id = \(mail)"),
      let name = try row.value(0, as: String?.self), name.hasPrefix(prefix),
      let found = try ConductCases.find(String(name.dropFirst(prefix.count)), connection)
    else { return nil }
    return OutsideReport(id: found.id, reporter: try People.account(found.reporter, connection)?.email)
  }

  /// Whether a mail is of a report that somebody made, or that is about them: it says who they are.
  static func isMail(of account: Account) -> SQL {
    """
    outbox.only_once IN (SELECT \(prefix) || id FROM conduct_cases WHERE account = \(account.id) OR person = \(account.id))
    """
  }

  /// Empties these mails; what has not gone never goes, and organizers see that.
  static func forgetMails(of account: Account, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE outbox SET body_text = '', body_html = NULL, lease_until = NULL,
        last_error = CASE WHEN state = 'sent' THEN last_error ELSE 'somebody whom it names was erased' END,
        state = CASE WHEN state = 'sent' THEN state ELSE 'dropped' END
      WHERE \(isMail(of: account))
      """)
  }
}
