import Foundation

/// A way by which mails leave.
public protocol MailTransport: Sendable {
  /// Hands one mail over; never throws, as every ending is an outcome. A canceled task gives up soon, but not in the
  /// moment in which it could not be said whether the mail went.
  func send(_ message: MailMessage) async -> MailOutcome

  /// Ends connections that were kept for more mails; they are made again when needed.
  func rest()

  /// Removes what it keeps of mails that are dated before an instant.
  func forget(before date: Date)
}

extension MailTransport {
  public func rest() {}
  public func forget(before date: Date) {}
}

/// How handing over a mail ended, with the other side's words.
public enum MailOutcome: Equatable, Sendable {
  /// The other side has taken the mail, and answers for it now.
  case accepted(String)
  /// It will never take this mail to this address.
  case refused(String)
  /// It did not take the mail, but may take it later.
  case tryLater(String)
  /// The whole mail was sent and no answer came: it may or may not have been taken.
  case uncertain(String)

  public var words: String {
    switch self {
    case .accepted(let words), .refused(let words), .tryLater(let words), .uncertain(let words): words
    }
  }
}
