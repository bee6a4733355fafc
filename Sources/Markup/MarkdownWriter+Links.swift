extension MarkdownWriter {
  mutating func writeLink(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    if step == .leave {
      guard openLink == node else { return }
      openLink = nil
      html.write("</a>")
    } else {
      let url = node.url
      if canOpenLink(url) {
        openLink = node
        writeLinkStart(url, title: node.title)
      }
      if !node.hasChildren { html.write(escaping: node.title.isEmpty ? url : node.title) }
    }
  }

  /// Writes what is left of a tag in the text: a line break, a checked link, `sub`, `sup`, or nothing.
  mutating func writeTag(_ node: MarkdownNode) {
    let literal = node.literal
    guard let tag = Tag(Array(literal.utf8)[...]) else { return html.write(escaping: TagText.visible(literal)) }
    switch tag.name {
    case "br": html.write(isInline ? " " : "<br>")
    case "a", "sub", "sup":
      if tag.isClosing { closeTag(tag.name, in: node) } else { openTag(tag, in: node) }
    case _ where Tag.blocks.contains(tag.name): html.write(" ")
    default: break
    }
  }

  mutating func closeTags(in parent: MarkdownNode) {
    while let last = openTags.last, last.parent == parent { closeLastTag() }
  }

  var isInLink: Bool { openLink != nil || openTags.contains { $0.name == "a" } }

  private func canOpenLink(_ url: String) -> Bool {
    hasLinks && !isInLink && HTML.allows(url: url)
  }

  private mutating func writeLinkStart(_ url: String, title: String = "") {
    let url = HTML.absolute(url: url, at: address)
    let relation: HTML = HTML.isOutside(url: url) ? " rel=\"noopener ugc\"" : ""
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    html += "<a href=\"\(url: url)\"\(hint)\(relation)>"
  }

  private mutating func openTag(_ tag: Tag, in node: MarkdownNode) {
    guard let parent = node.parent, openTags.count < Self.deepestEmphasis else { return }
    switch tag.name {
    case "a":
      let url = Self.address(tag.attributes["href"] ?? "")
      guard canOpenLink(url) else { return }
      writeLinkStart(url)
    case "sub": html.write("<sub>")
    default: html.write("<sup>")
    }
    openTags.append((tag.name, parent))
  }

  /// An attribute's value with `&amp;` resolved; other character references stay text, so none can spell a scheme.
  private static func address(_ attribute: String) -> String {
    attribute.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
  }

  /// Closes the innermost element of that name in the same parent, and what was opened in it.
  private mutating func closeTag(_ name: String, in node: MarkdownNode) {
    guard let index = openTags.lastIndex(where: { $0.name == name && $0.parent == node.parent }) else { return }
    while openTags.count > index { closeLastTag() }
  }

  private mutating func closeLastTag() {
    switch openTags.popLast()?.name {
    case "a": html.write("</a>")
    case "sub": html.write("</sub>")
    case "sup": html.write("</sup>")
    default: break
    }
  }
}
