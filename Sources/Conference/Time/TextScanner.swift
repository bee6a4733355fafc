/// Reads a short text from left to right; every reader either takes what it names or takes nothing and answers nil.
struct TextScanner {
  private static let limit = 100
  private static let spaces = [" ", "\t", "\u{A0}", "\u{202F}"]
  private var rest: ArraySlice<UInt8>

  /// Nil for texts above 100 bytes, which no date or time needs.
  init?(_ text: String) {
    guard text.utf8.count <= Self.limit else { return nil }
    rest = ArraySlice(text.utf8)
  }

  var isAtEnd: Bool { rest.isEmpty }
  var remaining: String { String(decoding: rest, as: UTF8.self) }

  /// Takes the whole run of digits if its length is within `digits` (at most 18).
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let run = rest.prefix(while: Self.isDigit)
    guard digits.contains(run.count), run.count <= 18 else { return nil }
    rest = rest.dropFirst(run.count)
    return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  mutating func take(anyOf texts: [String]) -> String? {
    for text in texts where take(text) { return text }
    return nil
  }

  /// Takes the text only where no letter follows, so "am" is not found in "amt".
  mutating func take(word: String) -> Bool {
    let before = rest
    guard take(word), rest.first.map(Self.isLetter) != true else {
      rest = before
      return false
    }
    return true
  }

  /// Takes a run of ASCII letters as it is written; empty if there is none.
  mutating func word() -> String {
    run(while: Self.isLetter)
  }

  mutating func run(while matches: (UInt8) -> Bool) -> String {
    let run = rest.prefix(while: matches)
    rest = rest.dropFirst(run.count)
    return String(decoding: run, as: UTF8.self)
  }

  mutating func skip(_ texts: [String]) {
    while take(anyOf: texts) != nil {}
  }

  mutating func skipSpaces() {
    skip(Self.spaces)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text without white space at both ends.
  static func trim(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension String {
  /// Appends a number from 0 to 99 as two digits.
  mutating func append(pair number: Int) {
    self += pairs[number]
  }
}

/// "00" to "99": pages write thousands of times, and adding short texts is the fastest way to.
private let pairs = (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" }
