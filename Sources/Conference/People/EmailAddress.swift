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

  /// Whether a text is this address as somebody may write it. Quick, as it is asked of all authors of a program.
  func isWritten(_ other: String) -> Bool {
    let bytes = other.utf8
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return EmailAddress(other) == self }
    guard bytes.count == mailbox.local.utf8.count + 1 + mailbox.domain.utf8.count else { return false }
    return bytes.elementsEqual(text.utf8) { $0 == $1 || ($0 >= 0x41 && $0 <= 0x5A && $0 | 0x20 == $1) }
  }
}
