import Database
import Letters
import Mail

/// What a mail says, before it is known whether anybody should get it.
public struct Letter: Sendable {
  public let purpose: MailPurpose
  public let subject: String
  /// The same twice, made of the same parts.
  let text: String
  let html: String

  public init(
    on stationery: Stationery, purpose: MailPurpose, subject: String, _ parts: [LetterPart],
    footnotes: [LetterPart] = []
  ) {
    let letter = LetterText(parts, footnotes: footnotes)
    (self.purpose, self.subject) = (purpose, subject)
    (text, html) = (letter.plain, letter.html(subject: subject, on: stationery))
  }

  /// Puts it into the outbox. One that nobody should get goes there too, without its text and never to be sent, so that both take
  /// the same time and organizers see why no mail came.
  func post(
    to address: EmailAddress, isWanted: Bool, expires: Instant?, onlyOnce: String? = nil, in outbox: Outbox,
    _ connection: Connection
  ) throws {
    var mail = OutgoingMail(to: address.mailbox, self)
    (mail.expires, mail.onlyOnce) = (expires, onlyOnce)
    if isWanted { try outbox.enqueue(mail, in: connection) } else { try outbox.drop(mail, in: connection) }
  }
}

extension OutgoingMail {
  init(to recipient: MailAddress, _ letter: Letter) {
    self.init(
      to: recipient, purpose: letter.purpose, subject: HeaderText(flattening: letter.subject), text: letter.text,
      html: letter.html)
  }
}
