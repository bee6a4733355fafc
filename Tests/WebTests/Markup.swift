import Foundation

/// A strict reader of the markup that we write: every element is closed in order, attributes are quoted, ids are unique.
struct Markup {
  private(set) var problems: [String] = []
  /// Local addresses that the page links to.
  private(set) var links: Set<String> = []
  private(set) var headings: [Int] = []
  private var ids: Set<String> = []
  private var open: [String] = []
  private static let void: Set<String> = [
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  // Read once, as this takes longer than to use them; they are never changed.
  nonisolated(unsafe) private static let tag =
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<]*")?)*)\s*(\/?)>/
  nonisolated(unsafe) private static let attribute = /([a-zA-Z:-]+)(?:="([^"]*)")?/

  init(_ page: String) {
    var rest = Substring(page)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      if rest.hasPrefix("<!") {
        rest = rest.drop { $0 != ">" }.dropFirst()
      } else if let tag = rest.prefixMatch(of: Self.tag) {
        read(closing: !tag.1.isEmpty, name: String(tag.2), attributes: tag.3, selfClosing: !tag.4.isEmpty)
        rest = rest[tag.range.upperBound...]
        if ["script", "style"].contains(String(tag.2)), tag.1.isEmpty, let end = rest.range(of: "</\(tag.2)>") {
          rest = rest[end.lowerBound...]
        }
      } else {
        problems.append("no tag: \(rest.prefix(60))")
        rest = rest.dropFirst()
      }
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
  }

  private mutating func read(closing: Bool, name: String, attributes: Substring, selfClosing: Bool) {
    if closing {
      if open.last == name { open.removeLast() } else { problems.append("</\(name)> closes \(open.suffix(3))") }
      return
    }
    if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) { headings.append(level) }
    var seen: Set<Substring> = []
    for match in attributes.matches(of: Self.attribute) {
      if !seen.insert(match.1).inserted { problems.append("<\(name)> has \(match.1) twice") }
      if match.1 == "style" || match.1.hasPrefix("on") { problems.append("<\(name)> has an inline \(match.1)") }
      if match.1 == "id", let id = match.2, !ids.insert(String(id)).inserted {
        problems.append("the id \(id) is there twice")
      }
      if match.1 == "href", name == "a", let address = match.2, address.hasPrefix("/") {
        links.insert(String(address.prefix { $0 != "#" }).replacing("&amp;", with: "&"))
      }
    }
    if !selfClosing && !Self.void.contains(name) { open.append(name) }
  }
}
