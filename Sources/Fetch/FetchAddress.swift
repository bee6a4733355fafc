import Foundation

/// An address that may be fetched from: over TLS, or plainly where it is on this machine.
public struct FetchAddress: Hashable, Sendable, Decodable, CustomStringConvertible {
  /// Printable ASCII without spaces, so that it can stand in a header.
  public let text: String
  public let isTLS: Bool
  public var description: String { text }

  /// Nil unless the text is `https://HOST...`, or `http://` with a host of the loopback; names and passwords are refused.
  public init?(_ text: String) {
    guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.forbidden.contains($0) }),
      let parts = URLComponents(string: text), let host = parts.encodedHost, !host.isEmpty, parts.user == nil,
      parts.password == nil, parts.fragment == nil, Self.isName(host)
    else { return nil }
    isTLS = parts.scheme == "https"
    guard isTLS || (parts.scheme == "http" && Self.loopback.contains(host)) else { return nil }
    self.text = text
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let address = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "“\(text.prefix(200))” may not be fetched"))
    }
    self = address
  }

  private static let loopback = ["127.0.0.1", "localhost", "::1", "[::1]"]
  // What browsers and libraries read in different ways.
  private static let forbidden = Set("@\\\"<>^`{|}".utf8)

  private static func isName(_ host: String) -> Bool {
    host.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || ".-:[]".utf8.contains(byte)
    }
  }
}
