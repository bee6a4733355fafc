import Database
import Mail

/// What a mail says, before it is known whether anybody should get it.
public struct Letter: Sendable {
  public var purpose: MailPurpose
  public var subject: String
  public var text: String

  public init(purpose: MailPurpose, subject: String, text: String) {
    (self.purpose, self.subject, self.text) = (purpose, subject, text)
  }

  /// Puts it into the outbox. One that nobody should get goes there too, without its text and never to be sent, so that both take
  /// the same time and organizers see why no mail came.
  func post(to address: EmailAddress, isWanted: Bool, expires: Instant?, in outbox: Outbox, _ connection: Connection)
    throws
  {
    var mail = OutgoingMail(to: address.mailbox, purpose: purpose, subject: HeaderText(flattening: subject), text: text)
    mail.expires = expires
    if isWanted { try outbox.enqueue(mail, in: connection) } else { try outbox.drop(mail, in: connection) }
  }
}
