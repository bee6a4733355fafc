extension HTML {
  /// Appends markup from the source code.
  mutating func write(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text with `& < > " '` as character references and U+FFFD for control characters that HTML forbids.
  mutating func write(escaping text: some StringProtocol) {
    withContiguousUTF8(text) { bytes.append($0, replacing: Self.isSpecial, with: Self.reference) }
  }

  /// Appends a JSON text with `< > &`, U+2028 and U+2029 as `\uXXXX`, which means the same inside JSON's strings,
  /// the only place where valid JSON has them.
  mutating func write(json: String) {
    withContiguousUTF8(json) { utf8 in
      bytes.append(utf8, replacing: Self.isSpecialInJSON, with: Self.jsonEscape)
    }
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    // One bit for each byte below 64: C0 controls except for tab, line feed and carriage return; then " & ' < >.
    let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 9 | 1 << 10 | 1 << 13)
    let special = controls | 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
    return byte < 64 && (special >> UInt64(byte)) & 1 == 1
  }

  private static func reference(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (StaticString, Int) {
    switch utf8[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case UInt8(ascii: "'"): ("&#39;", 1)
    default: ("\u{FFFD}", 1)
    }
  }

  @inline(__always)
  private static func isSpecialInJSON(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == 0xE2
  }

  private static func jsonEscape(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (StaticString, Int) {
    switch utf8[index] {
    case UInt8(ascii: "<"): return ("\\u003C", 1)
    case UInt8(ascii: ">"): return ("\\u003E", 1)
    case UInt8(ascii: "&"): return ("\\u0026", 1)
    default:
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return ("", 0) }
      if utf8[index + 2] == 0xA8 { return ("\\u2028", 3) }
      return utf8[index + 2] == 0xA9 ? ("\\u2029", 3) : ("", 0)
    }
  }
}

/// Calls the function with the text's UTF-8, without a copy where the text is stored that way already.
private func withContiguousUTF8(_ text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
  if text.utf8.withContiguousStorageIfAvailable(body) == nil {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }
}

extension [UInt8] {
  /// Appends bytes, copying runs without special ones at once; a replacement says how many bytes it stands for, 0 to
  /// keep the byte.
  @inline(__always)
  fileprivate mutating func append(
    _ utf8: UnsafeBufferPointer<UInt8>, replacing isSpecial: (UInt8) -> Bool,
    with replacement: (UnsafeBufferPointer<UInt8>, Int) -> (StaticString, Int)
  ) {
    var copied = 0
    var index = 0
    while index < utf8.count {
      guard isSpecial(utf8[index]) else {
        index += 1
        continue
      }
      let (text, length) = replacement(utf8, index)
      if length > 0 {
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
        text.withUTF8Buffer { append(contentsOf: $0) }
        copied = index + length
      }
      index += Swift.max(length, 1)
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...]))
  }
}
