import Foundation

/// Where secrets stand in the address of a database, so that they can be hidden wherever the address is seen.
public enum AddressSecrets {
  /// The ranges of its bytes: what stands between the first colon and the last at sign before the path, and the values of parameters that are
  /// secret, as libpq takes both (PostgreSQL's documentation, 34.1.1.2). Rather too much than too little.
  public static func ranges(in address: String) -> [Range<Int>] {
    let bytes = Array(address.utf8)
    guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return [] }
    let rest = bytes[scheme.upperBound...]
    var ranges: [Range<Int>] = []
    let authority = rest.prefix { $0 != UInt8(ascii: "/") }
    if let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let colon = authority[..<at].firstIndex(of: UInt8(ascii: ":"))
    {
      ranges.append(colon + 1..<at)
    }
    guard let mark = rest.firstIndex(of: UInt8(ascii: "?")) else { return ranges }
    for pair in rest[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), isSecret(pair[..<equals]) else { continue }
      ranges.append(equals + 1..<pair.endIndex)
    }
    return ranges
  }

  /// `password`, `sslpassword` and their like, also where letters of the name are written as %70.
  private static func isSecret(_ name: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: name, as: UTF8.self)
    let plain = (text.removingPercentEncoding ?? text).lowercased()
    return plain.contains("password") || plain.contains("secret")
  }
}
