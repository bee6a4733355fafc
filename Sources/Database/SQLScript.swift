/// Takes the text of a migration apart into statements as PostgreSQL reads it, so that each can be looked at; a
/// semicolon ends one unless it stands in quotes, in `$$`, or in a comment.
struct SQLScript {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ script: String) { bytes = Array(script.utf8) }

  /// The statements without their semicolons, and without those that have nothing but white space and comments.
  static func statements(of text: String) -> [String] {
    var script = SQLScript(text)
    var statements: [String] = []
    while script.place < script.bytes.count {
      if let statement = script.nextStatement() { statements.append(statement) }
    }
    return statements
  }

  private mutating func nextStatement() -> String? {
    let start = place
    var isEmpty = true
    while place < bytes.count, bytes[place] != UInt8(ascii: ";") {
      if skipComment() { continue }
      if bytes[place] > UInt8(ascii: " ") { isEmpty = false }
      if !skipQuoted() { place += 1 }
    }
    defer { place += 1 }
    return isEmpty ? nil : String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
  }

  private mutating func skipComment() -> Bool {
    if isAt("--") {
      while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
      return true
    }
    guard isAt("/*") else { return false }
    var depth = 0
    repeat {
      let (begins, ends) = (isAt("/*"), isAt("*/"))
      depth += begins ? 1 : ends ? -1 : 0
      place += begins || ends ? 2 : 1
    } while depth > 0 && place < bytes.count
    return true
  }

  /// Skips a string, a quoted name or a text in dollars; a doubled quote ends one string and begins the next.
  private mutating func skipQuoted() -> Bool {
    let quote = bytes[place]
    if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      let hasEscapes = quote == UInt8(ascii: "'") && isAfterWord("e")
      place += 1
      while place < bytes.count, bytes[place] != quote {
        place += hasEscapes && bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      place += 1
      return true
    }
    return skipDollars()
  }

  private mutating func skipDollars() -> Bool {
    let isName = place > 0 && Self.isWord(bytes[place - 1])
    guard bytes[place] == UInt8(ascii: "$"), !isName else { return false }
    let name = bytes[(place + 1)...].prefix(while: Self.isWord)
    guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "$") else { return false }
    let mark = bytes[place...name.endIndex]
    place += mark.count
    while place < bytes.count, !bytes[place...].starts(with: mark) { place += 1 }
    place += mark.count
    return true
  }

  private func isAt(_ text: StaticString) -> Bool {
    bytes[place...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether just this word, of one letter in either case, stands before.
  private func isAfterWord(_ letter: Character) -> Bool {
    guard place > 0, bytes[place - 1] | 0x20 == letter.asciiValue else { return false }
    return place == 1 || !Self.isWord(bytes[place - 2])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte >= 0x80
    }
  }
}
