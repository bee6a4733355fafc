/// A tag of HTML in a text; anything else in angle brackets, such as `<think>` or `a <b and c> d`, is text.
struct Tag: Equatable {
  /// In lower case.
  var name: String
  var isClosing: Bool
  var attributes: [String: String] = [:]
  /// How many bytes the tag takes.
  var length: Int

  /// Reads the tag that the bytes begin with; one longer than 1,000 bytes is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = TagScanner(rest: bytes.prefix(1_000))
    guard scanner.take(UInt8(ascii: "<")) else { return nil }
    isClosing = scanner.take(UInt8(ascii: "/"))
    name = scanner.takeName().lowercased()
    guard Self.known.contains(name) else { return nil }
    while !scanner.takeEnd() {
      guard scanner.takeSpaces(), let attribute = scanner.takeAttribute() else { return nil }
      attributes[attribute.name.lowercased()] = attribute.value
    }
    length = scanner.rest.startIndex - bytes.startIndex
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// Names that part paragraphs.
  static let blocks = names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
      + " h1 h2 h3 h4 h5 h6 head header hr html li main menu nav noscript ol optgroup option p pre script search section"
      + " style summary table tbody template textarea tfoot thead title tr ul")

  /// Names of today's HTML and of pages that are older.
  static let known = blocks.union(
    names(
      "a abbr acronym applet area audio b base basefont bdi bdo bgsound big blink br button canvas caption cite code col"
        + " colgroup data datalist del dfn em embed font frame frameset i iframe image img input ins isindex kbd keygen"
        + " label legend link listing map mark marquee math meta meter nobr noembed noframes object output param picture"
        + " plaintext portal progress q rp rt ruby s samp select slot small source span strike strong sub sup svg td th"
        + " time track tt u var video wbr xmp"))

  private static func names(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}

/// Takes a tag apart from the left.
private struct TagScanner {
  var rest: ArraySlice<UInt8>

  mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func take(while condition: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: condition)
    rest = rest[taken.endIndex...]
    return String(decoding: taken, as: UTF8.self)
  }

  mutating func takeName() -> String {
    take { Tag.isLetter($0) || Self.isDigit($0) }
  }

  @discardableResult
  mutating func takeSpaces() -> Bool {
    !take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\n") }.isEmpty
  }

  /// Takes `>` or `/>`, with spaces before it; nothing otherwise.
  mutating func takeEnd() -> Bool {
    let start = rest
    takeSpaces()
    _ = take(UInt8(ascii: "/"))
    if take(UInt8(ascii: ">")) { return true }
    rest = start
    return false
  }

  /// Takes `name=value`, `name='value'` or `name="value"`.
  mutating func takeAttribute() -> (name: String, value: String)? {
    let name = take { Tag.isLetter($0) || Self.isDigit($0) || "-_:.@".utf8.contains($0) }
    takeSpaces()
    guard !name.isEmpty, take(UInt8(ascii: "=")) else { return nil }
    takeSpaces()
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] where take(quote) {
      let value = take { $0 != quote }
      return take(quote) ? (name, value) : nil
    }
    let value = take { $0 > 0x20 && !"\"'=<>`".utf8.contains($0) }
    return value.isEmpty ? nil : (name, value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
