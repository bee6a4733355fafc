/// A small, strict reader of the markup that this module writes: lower-case names, double quotes, no comments, every
/// element closed in order. Anything else is a complaint.
struct StrictMarkup {
  private(set) var complaints: [String] = []
  /// Attributes' values as a browser would see them, by `element/attribute`.
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var elements: [String] = []
  private(set) var text = ""
  private(set) var depth = 0
  private var open: [Substring] = []

  init(_ html: String) {
    var rest = html[...]
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" }) {
      readText(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">"), rest[start] == "<" else {
        complaints.append("a bare angle bracket at \(rest[start...].prefix(40))")
        rest = rest[rest.index(after: start)...]
        continue
      }
      readTag(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    readText(rest)
    if !open.isEmpty { complaints.append("never closed: \(open)") }
  }

  private mutating func readText(_ part: Substring) {
    if part.contains(where: { $0 == "\"" || $0 == "'" }) { complaints.append("a bare quote in \(part.prefix(40))") }
    text += decoded(part)
  }

  private mutating func readTag(_ tag: Substring) {
    if tag.first == "/" {
      if open.popLast() != tag.dropFirst() { complaints.append("</\(tag.dropFirst())> closes nothing") }
      return
    }
    let name = tag.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    if name.isEmpty { complaints.append("<\(tag)> has no name") }
    elements.append(String(name))
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty { rest = readAttribute(rest, of: name) }
    if !["br", "hr"].contains(name) { open.append(name) }
    depth = max(depth, open.count)
  }

  private mutating func readAttribute(_ text: Substring, of element: Substring) -> Substring {
    guard text.first == " ", let equals = text.firstIndex(of: "="), text[equals...].dropFirst().first == "\"" else {
      complaints.append("\(text) is no attribute")
      return ""
    }
    let value = text[equals...].dropFirst(2)
    guard let end = value.firstIndex(of: "\"") else {
      complaints.append("\(text) does not end")
      return ""
    }
    attributes.append(("\(element)/\(text[..<equals].dropFirst())", decoded(value[..<end])))
    return value[end...].dropFirst()
  }

  /// Resolves the five references that are written; any other `&` is a complaint.
  private mutating func decoded(_ text: Substring) -> String {
    let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
    var decoded = String(pieces.first ?? "")
    for piece in pieces.dropFirst() {
      let names = ["amp;": "&", "lt;": "<", "gt;": ">", "quot;": "\"", "#39;": "'"]
      if let (name, character) = names.first(where: { piece.hasPrefix($0.key) }) {
        decoded += character + piece.dropFirst(name.count)
      } else {
        complaints.append("a bare ampersand before \(piece.prefix(20))")
      }
    }
    return decoded
  }
}

/// The scheme that a browser finds in an address: control characters and spaces before it and tabs and line ends in it do
/// not count, `\` is `/`; `nil` for one that stays on the site.
func browserScheme(_ address: String) -> String? {
  var scalars = Array(address.unicodeScalars.drop { $0.value <= 0x20 })
  scalars.removeAll { $0 == "\t" || $0 == "\n" || $0 == "\r" }
  let text = String(String.UnicodeScalarView(scalars)).replacing("\\", with: "/").lowercased()
  if text.hasPrefix("//") { return "//" }
  let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
  return text.dropFirst(scheme.count).first == ":" ? String(scheme) : nil
}
