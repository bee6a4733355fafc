import Database

/// What waits in the outbox for somebody whose address becomes another one goes to that, but for links and codes to sign in, which
/// are of no more use.
enum MovedMails {
  /// Not of mails that are for whoever reads at an address, whichever account has it.
  private static let isForAccount: SQL = [OutsideReport.name(of: ""), AddressLetter.name, HelpDesk.answerName]
    .map { "COALESCE(only_once, '') NOT LIKE \($0 + "%")" as SQL }.joined(separator: " AND ")

  static func redirect(
    from before: EmailAddress, to address: EmailAddress, at now: Instant, _ connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'dropped', body_text = '', body_html = NULL, last_error = 'they have another address now'
      WHERE recipient = \(before.text) AND purpose = 'sign-in' AND state = 'waiting'
      """)
    let waiting: SQL = """
      recipient = \(before.text) AND state IN ('waiting-for-review', 'waiting') AND purpose <> 'sign-in'
      AND \(isForAccount)
      """
    let invitation = Invitations.name(of: address)
    try connection.execute(
      """
      UPDATE outbox SET only_once = \(invitation) WHERE only_once = \(Invitations.name(of: before)) AND \(waiting)
        AND NOT EXISTS (SELECT 1 FROM outbox others WHERE others.only_once = \(invitation))
      """)
    // What the server of the one before put off is new to another. As of before now it would be of who had that address then.
    try connection.execute(
      """
      UPDATE outbox SET recipient = \(address.text), created_at = \(now.milliseconds), attempts = 0, last_error = NULL,
        next_at = CASE WHEN attempts > 0 THEN \(now.milliseconds) ELSE next_at END
      WHERE \(waiting)
      """)
  }
}
