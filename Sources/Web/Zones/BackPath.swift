/// Where to return to after a choice: a path of this site, whatever was asked for.
struct BackPath: Equatable {
  /// "/" unless the text is a local path, which browsers cannot read as another host's address.
  let path: String

  init(_ text: String?) {
    guard let text, Self.isLocal(text), !text.hasPrefix("/zones") else {
      path = "/"
      return
    }
    path = Self.escaped(text)
  }

  private static func isLocal(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2000 else { return false }
    if bytes.count > 1, bytes[1] == UInt8(ascii: "/") || bytes[1] == UInt8(ascii: "\\") { return false }
    return !bytes.contains { $0 < 0x20 || $0 == 0x7F }
  }

  /// Only what may stand in a header; percent signs are as they were given.
  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}
