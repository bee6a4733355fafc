import Mail

/// A mail that a feature wants sent.
public struct OutgoingMail: Sendable {
  public var recipient: MailAddress
  public var purpose: MailPurpose
  public var subject: HeaderText
  public var text: String
  public var html: String?
  /// Given for all that a person may decline.
  public var unsubscribe: UnsubscribeLink?
  /// When it goes at the earliest, whenever it is approved; nil for at once.
  public var notBefore: Instant?
  /// When it is of no more use, such as a code that counts for ten minutes.
  public var expires: Instant?
  /// No second mail with the same text here is ever taken while the first one is kept, which is some weeks.
  public var onlyOnce: String?

  public init(to recipient: MailAddress, purpose: MailPurpose, subject: HeaderText, text: String, html: String? = nil) {
    (self.recipient, self.purpose, self.subject) = (recipient, purpose, subject)
    (self.text, self.html) = (text, html)
  }
}
