import Crypto
import Foundation

/// A random text that whoever has it may do something with; only its hash is stored.
public struct Secret: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  /// 32 random bytes, as base64url (RFC 4648, 5) without padding.
  public static func random() -> Secret {
    Secret(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64URL)
  }

  /// What the database keeps of it: SHA-256, as base64url.
  public var hash: String { Data(SHA256.hash(data: Data(text.utf8))).base64URL }

  /// Another secret that follows from this one, but not the other way round.
  public func derived(for purpose: String) -> Secret {
    let key = SymmetricKey(data: Data(text.utf8))
    return Secret(Data(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: key)).base64URL)
  }

  /// Whether both are the same, in a time that does not tell where they differ.
  public func matches(_ other: String) -> Bool {
    let (mine, others) = (SHA256.hash(data: Data(text.utf8)), SHA256.hash(data: Data(other.utf8)))
    return mine == others
  }
}

extension Data {
  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
