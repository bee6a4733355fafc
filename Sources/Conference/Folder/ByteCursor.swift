/// Walks over valid UTF-8 and knows the line and column at which it stands; LF, CR LF and a lone CR end lines.
struct ByteCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  private var line = 1
  private var continuations = 0
  private var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// How many characters lie before the cursor.
  private var scalars: Int { offset - continuations }

  var position: Position { Position(line: line, column: scalars - lineStart + 1) }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func peek(_ distance: Int = 1) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  /// Steps over one byte; at the end it stays where it is.
  @inline(__always)
  mutating func advance() {
    guard offset < bytes.count else { return }
    let byte = bytes[offset]
    offset += 1
    if byte >= 0x20 {
      if byte & 0xC0 == 0x80 { continuations += 1 }
    } else if byte == .lineFeed || (byte == .carriageReturn && current != .lineFeed) {
      line += 1
      lineStart = scalars
    }
  }

  mutating func advance(by count: Int) {
    for _ in 0..<count { advance() }
  }

  /// Steps over CR LF, LF or CR.
  mutating func skipLineEnd() {
    if current == .carriageReturn, peek() == .lineFeed { advance() }
    advance()
  }

  /// Goes forward until `count` characters lie behind, never back.
  mutating func advance(toScalar count: Int) {
    while scalars < count, offset < bytes.count { advance() }
    while let byte = current, byte & 0xC0 == 0x80 { advance() }
  }

  /// Goes forward to a byte offset, never back.
  mutating func advance(toOffset target: Int) {
    while offset < target, offset < bytes.count { advance() }
  }

  /// The text from an earlier offset to the cursor.
  func text(from start: Int) -> String { text(start..<offset) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The whole character at the cursor, in quotation marks, or nil at the end.
  var quotedCharacter: String? {
    guard current != nil else { return nil }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return text(offset..<end).quoted
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let colon = UInt8(ascii: ":")
  static let backslash = UInt8(ascii: "\\")
}
