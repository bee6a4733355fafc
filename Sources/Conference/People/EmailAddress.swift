import Mail

/// An address as accounts are known by: composed and in lower case, so that it is the same however it was typed.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  /// Where mail goes.
  let mailbox: MailAddress
  public var text: String { mailbox.description }
  public var description: String { text }

  /// Nil if the text is no address that mail can be sent to.
  public init?(_ text: String) {
    guard let mailbox = try? MailAddress(text.lowercased()) else { return nil }
    self.mailbox = mailbox
  }
}
