/// Writes a syntax tree as text without markup, a line for each block and table row.
struct MarkdownPlainWriter {
  /// Where links within the site begin; nil to leave out where links lead.
  let address: String?
  private(set) var text = ""

  init(address: String? = nil) { self.address = address }

  mutating func visit(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    guard let kind = node.kind else { return }
    if step == .leave {
      if kind == .link || kind == .image { writeAddress(node.url) }
      return
    }
    switch kind {
    case .text, .code: text += node.literal
    case .softBreak: text += " "
    case .hardBreak: startLine()
    case .tag: writeTag(node.literal)
    case .codeBlock, .tagBlock: writeLines(kind == .codeBlock ? node.literal : TagText.visible(node.literal))
    case .paragraph, .heading, .tableHeader, .tableRow: startLine()
    case .tableCell: if node.previous != nil { text += " " }
    default: break
    }
  }

  /// The address of the link that ends here, unless its words are its address.
  private mutating func writeAddress(_ url: String) {
    guard address != nil, HTML.allows(url: url) else { return }
    let full = HTML.absolute(url: url, at: address)
    if !text.hasSuffix(full.trimmingPrefix(/(https?:\/\/|mailto:)/)) { text += " (\(full))" }
  }

  private mutating func writeTag(_ literal: String) {
    guard let tag = Tag(Array(literal.utf8)[...]) else { return text += TagText.visible(literal) }
    if tag.name == "br" || Tag.blocks.contains(tag.name) { startLine() }
  }

  private mutating func writeLines(_ lines: String) {
    for line in lines.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      startLine()
      text += line
    }
  }

  private mutating func startLine() {
    if !text.isEmpty, text.last != "\n" { text += "\n" }
  }
}
