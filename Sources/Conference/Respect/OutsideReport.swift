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

  /// Whether the mail of a case has not gone yet, or nobody knows if it has.
  private static let isOnItsWay: SQL = """
    EXISTS (SELECT 1 FROM outbox WHERE outbox.only_once = \(prefix) || conduct_cases.id
      AND outbox.state NOT IN ('sent', 'failed', 'dropped'))
    """

  /// Which cases are of reports that others made of somebody and that still wait: by erasing themselves nobody keeps those from whom they
  /// are for.
  private static func isDue(about account: Account) -> SQL {
    "conduct_cases.person = \(account.id) AND conduct_cases.account <> \(account.id) AND \(isOnItsWay)"
  }

  /// Empties these mails, but for those of others that are still to go, which say nothing any more once they have gone. What has not gone of
  /// one's own reports never goes, and organizers see that.
  static func forgetMails(of account: Account, _ connection: Connection) throws {
    try connection.execute(
      """
      UPDATE outbox SET body_text = '', body_html = NULL, lease_until = NULL,
        last_error = CASE WHEN state = 'sent' THEN last_error ELSE 'somebody whom it names was erased' END,
        state = CASE WHEN state = 'sent' THEN state ELSE 'dropped' END
      WHERE \(isMail(of: account))
        AND outbox.only_once NOT IN (SELECT \(prefix) || id FROM conduct_cases WHERE \(isDue(about: account)))
      """)
  }

  /// The cases with a copy of somebody's portrait that goes with no mail any more.
  static func portraits(of account: Account, _ connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT id FROM conduct_cases WHERE person = \(account.id) AND kind = 'person' AND NOT (\(isDue(about: account)))
      """
    ).map { try $0.value(0) }
  }

  /// The same of all who were erased.
  static func portraitsOfErased(_ connection: Connection) throws -> [String] {
    try connection.query(
      """
      SELECT conduct_cases.id FROM conduct_cases JOIN accounts ON accounts.id = conduct_cases.person
      WHERE accounts.standing = 'erased' AND conduct_cases.kind = 'person' AND NOT \(isOnItsWay)
      """
    ).map { try $0.value(0) }
  }
}
