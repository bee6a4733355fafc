/// Writes a syntax tree as text without markup, a line for each block and table row.
struct MarkdownPlainWriter {
  private(set) var text = ""

  mutating func visit(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    guard step == .enter, let kind = node.kind else { return }
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
