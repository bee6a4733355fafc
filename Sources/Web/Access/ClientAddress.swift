import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Where a request comes from, for counting: behind a proxy that is trusted, what the proxy says.
public struct TrustedProxies: Sendable {
  private let networks: [(address: [UInt8], bits: Int)]

  public static let none = TrustedProxies(networks: [])

  private init(networks: [(address: [UInt8], bits: Int)]) { self.networks = networks }

  /// Reads addresses and networks such as "127.0.0.1, 10.0.0.0/8, fd00::/8"; nil if one of them is none.
  public init?(_ text: String) {
    var networks: [(address: [UInt8], bits: Int)] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let pieces = part.split(separator: "/", maxSplits: 1)
      guard let bytes = Self.bytes(of: String(pieces[0])) else { return nil }
      guard let bits = pieces.count == 1 ? bytes.count * 8 : Int(pieces[1]), (0...bytes.count * 8).contains(bits) else {
        return nil
      }
      networks.append((bytes, bits))
    }
    self.networks = networks
  }

  /// The address that counts for a request: the last one in X-Forwarded-For that is not a trusted proxy's. Of IPv6 the
  /// network of 64 bits, which is one household's.
  func client(_ request: Request, peer: SocketAddress?) -> String {
    var client = peer?.ipAddress ?? "unknown"
    let forwarded = (request.headers[values: .init("X-Forwarded-For")!]).flatMap { $0.split(separator: ",") }
    for hop in forwarded.reversed() {
      guard isTrusted(client) else { break }
      let text = hop.trimmingPrefix(" ").split(separator: " ").first.map(Self.withoutPort) ?? ""
      guard Self.bytes(of: text) != nil else { break }
      client = text
    }
    return Self.counted(client)
  }

  /// What seems to be a proxy and is not trusted: it says for whom it asks, and nobody listens.
  func unheard(_ request: Request, peer: SocketAddress?) -> String? {
    guard request.headers[HTTPField.Name("X-Forwarded-For")!] != nil, let address = peer?.ipAddress else { return nil }
    return isTrusted(address) ? nil : address
  }

  /// An address without the port that some proxies write after it: "192.0.2.1:5678", "[2001:db8::1]:80".
  private static func withoutPort(_ text: Substring) -> String {
    if let match = text.wholeMatch(of: /\[([0-9A-Fa-f:.]+)\](?::[0-9]+)?/) { return String(match.1) }
    // An address of IPv6 has two colons at least.
    if let match = text.wholeMatch(of: /([0-9.]+):[0-9]+/) { return String(match.1) }
    return String(text)
  }

  private func isTrusted(_ address: String) -> Bool {
    guard let bytes = Self.bytes(of: address) else { return false }
    return networks.contains { network in
      network.address.count == bytes.count
        && (0..<network.bits).allSatisfy { bit in
          let mask = UInt8(0x80) >> UInt8(bit % 8)
          return network.address[bit / 8] & mask == bytes[bit / 8] & mask
        }
    }
  }

  private static func counted(_ address: String) -> String {
    guard let bytes = bytes(of: address), bytes.count == 16 else { return address }
    return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".") + "/64"
  }

  private static func bytes(of text: String) -> [UInt8]? {
    guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
    switch address {
    case .v4(let v4): return withUnsafeBytes(of: v4.address.sin_addr) { Array($0) }
    case .v6(let v6):
      let bytes = withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) }
      // An IPv4 address as an IPv6 socket shows it.
      let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
      return isMapped ? Array(bytes.suffix(4)) : bytes
    case .unixDomainSocket: return nil
    }
  }
}

/// Whether it was said that a proxy is not trusted, which is said once.
final class ProxyHint: Sendable {
  private let isGiven = Mutex(false)

  /// Whether it is to be said now.
  func isDue() -> Bool {
    isGiven.withLock { isGiven in
      let isFirst = !isGiven
      isGiven = true
      return isFirst
    }
  }
}

extension Site {
  /// Where a request comes from, to be counted.
  func client(_ request: Request, peer: SocketAddress?) -> String {
    if let proxy = settings.trustedProxies.unheard(request, peer: peer), proxyHint.isDue() {
      logger.warning(
        """
        A request came with X-Forwarded-For from an address that is not among the trusted proxies. If it is your proxy, say so with \
        --trusted-proxies: until then all who come by it share the limits of one client
        """, metadata: ["address": "\(proxy)"])
    }
    return settings.trustedProxies.client(request, peer: peer)
  }
}
