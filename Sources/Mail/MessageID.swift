/// The name of a mail in the whole world; a mail that is sent again under the same one is recognized by many receivers.
public struct MessageID: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the at sign: letters, digits, hyphens and dots.
  public let local: String
  public let domain: String

  /// Throws where `local` is no plain word.
  public init(_ local: String, at sender: MailAddress) throws {
    guard !local.isEmpty, local.utf8.count <= 100, local.utf8.allSatisfy(Self.isPlain) else {
      throw MailError("the name of a mail has other characters than letters, digits and hyphens", "choose another")
    }
    (self.local, domain) = (local, sender.domain)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  public var description: String { "<\(local)@\(domain)>" }
}
