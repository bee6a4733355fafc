import Crypto
import Foundation

/// A picture as it is sent with a message.
public struct SentPicture: Hashable, Sendable {
  /// Of the file that is kept, which is another one each time.
  let name: String
  /// By which it is known again.
  let hash: String

  /// - Parameter bytes: as they were sent.
  public init(_ name: String, of bytes: [UInt8]) {
    (self.name, self.hash) = (name, Data(SHA256.hash(data: bytes)).base64URL)
  }
}
