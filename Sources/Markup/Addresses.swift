extension HTML {
  /// Whether an address may stand in a link: `http://`, `https://` and `webcal://` addresses, `mailto:`, and relative
  /// ones that start with `/` (but not `//`), `#` or `?`.
  ///
  /// Browsers skip tabs and line ends inside of an address, skip control characters and spaces before it, and read `\`
  /// as `/`; so an address with a control character is refused, and a leading space matches nothing that is allowed.
  public static func allows(url: String) -> Bool {
    let utf8 = Array(url.utf8)
    guard let first = utf8.first, !utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return utf8.count == 1 || !isSlash(utf8[1])
    default: return isOutside(utf8) || begins(utf8, with: "mailto:")
    }
  }

  /// Whether an allowed address leads to another site, as far as its form tells.
  static func isOutside(url: String) -> Bool {
    isOutside(Array(url.utf8))
  }

  /// An allowed address as others reach it: one within the site begins at the site's, where that is given.
  static func absolute(url: String, at address: String?) -> String {
    guard let address, let first = url.first else { return url }
    return first == "/" ? address + url : first == "#" || first == "?" ? "\(address)/\(url)" : url
  }

  private static func isOutside(_ utf8: [UInt8]) -> Bool {
    begins(utf8, with: "https://") || begins(utf8, with: "http://") || begins(utf8, with: "webcal://")
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// Compares ASCII without case; `|= 0x20` makes letters lower case and leaves `:` and `/` as they are.
  private static func begins(_ utf8: [UInt8], with prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
      utf8.count > prefix.count && zip(utf8, prefix).allSatisfy { $0 | 0x20 == $1 }
    }
  }
}
