import Conference
import HTTPTypes
import Hummingbird

/// Refuses what another site makes a visitor's browser send.
enum SameSite {
  /// What a browser says of how a request came to be: "navigate" where its answer will be looked at.
  static let mode = HTTPField.Name("Sec-Fetch-Mode")!

  /// Whether a request may change something: it comes from our own pages, or from no browser at all.
  static func allows(_ request: Request, address: String) -> Bool {
    if let origin = request.headers[.origin] {
      return origin == Self.origin(of: address) || isHost(of: origin, request.head.authority)
    }
    let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!]
    return site == nil || site == "same-origin" || site == "none"
  }

  /// Another name of the same server, such as localhost: a page elsewhere cannot make a browser send ours as its host.
  private static func isHost(of origin: String, _ host: String?) -> Bool {
    guard let host, !host.isEmpty else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }

  private static func origin(of address: String) -> String {
    guard let scheme = address.range(of: "://") else { return address }
    return String(address[..<scheme.upperBound] + address[scheme.upperBound...].prefix { $0 != "/" })
  }
}
