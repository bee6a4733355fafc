/// The content lines of a calendar, folded and ended as RFC 5545, 3.1 asks.
struct CalendarLines {
  /// Octets in a line, its end not counted.
  static let width = 75
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a property whose value is known to need no escaping.
  mutating func add(_ name: String, _ value: String) {
    fold("\(name):\(value)")
  }

  /// Adds a property of type TEXT; nothing where there is no text.
  mutating func add(_ name: String, text: String?) {
    guard let text, !text.isEmpty else { return }
    fold("\(name):\(CalendarEscape.text(text))")
  }

  /// Adds a property that is a list of texts; nothing where all are empty.
  mutating func add(_ name: String, texts: [String]) {
    let values = texts.filter { !$0.isEmpty }.map(CalendarEscape.text)
    if !values.isEmpty { fold("\(name):\(values.joined(separator: ","))") }
  }

  /// Adds a property of type URI; nothing where there is no address.
  mutating func add(_ name: String, uri: String?) {
    guard let uri, !uri.isEmpty else { return }
    fold("\(name):\(CalendarEscape.uri(uri))")
  }

  /// Breaks a line before it grows wider than it may, never inside a character's bytes.
  private mutating func fold(_ line: String) {
    var rest = Array(line.utf8)[...]
    var room = Self.width
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end]
      bytes += [0x0D, 0x0A, 0x20]
      rest = rest[end...]
      room = Self.width - 1
    }
    bytes += rest
    bytes += [0x0D, 0x0A]
  }
}
