import Database

/// A mail to everybody who saved a session, or a paper in it, when something happened to it.
public struct SavedNotice: Sendable {
  let session: Session
  let letter: Letter

  public init(about session: Session, _ letter: Letter) { (self.session, self.letter) = (session, letter) }

  func post(change: Int, _ outbox: Outbox, _ connection: Connection) throws {
    for address in try recipients(connection) {
      var mail = OutgoingMail(to: address.mailbox, letter)
      mail.onlyOnce = "program change \(change) to \(address)"
      try outbox.enqueue(mail, in: connection)
    }
  }

  private func recipients(_ connection: Connection) throws -> [EmailAddress] {
    let papers = Set(session.slots.map(\.paper))
    var found: Set<EmailAddress> = []
    try connection.forEach(
      """
      SELECT accounts.email, saved.kind, saved.subject FROM saved JOIN accounts ON accounts.id = saved.account
      WHERE saved.saved_at IS NOT NULL AND accounts.standing = 'active' AND accounts.email IS NOT NULL
        AND (saved.kind = 'paper' OR (saved.kind = 'session' AND saved.subject = \(session.id)))
      """
    ) { row in
      let (kind, subject): (String, String) = (try row.value("kind"), try row.value("subject"))
      guard kind == "session" || papers.contains(subject) else { return }
      if let address = EmailAddress(try row.value("email")) { found.insert(address) }
    }
    return found.sorted { $0.text < $1.text }
  }
}
