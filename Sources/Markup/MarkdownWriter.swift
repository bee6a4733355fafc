/// Writes a syntax tree as HTML, node by node; every value goes through the same escaping as in ``HTML``.
struct MarkdownWriter {
  var html = HTML()
  var headingLevel = 3
  /// The ranks of headings that the text has, in order.
  var headingLevels: [Int] = []
  /// Without blocks around the text.
  var isInline = false
  /// Whether links may be written; there are none inside of a link.
  var hasLinks = true
  /// Writes what is neither code, nor of a link, a formula or a tag.
  var prose: ((String) -> HTML)?
  /// Where links within the site begin, for who reads elsewhere.
  var address: String?

  /// The link or image whose `<a>` is open.
  var openLink: MarkdownNode?
  /// Elements that tags of the text opened, innermost last, each to be closed before its parent ends.
  var openTags: [(name: String, parent: MarkdownNode)] = []
  /// How many elements of emphasis are open, written or not.
  var emphasisDepth = 0
  var columnAlignments: [UInt8] = []
  var column = 0

  /// Browsers give up on deeper nesting far later.
  static let deepestEmphasis = 16

  /// Writes what a node begins or ends with.
  mutating func visit(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    guard let kind = node.kind else { return }
    if step == .leave { closeTags(in: node) }
    switch kind {
    case .text, .code, .softBreak, .hardBreak, .tag: writeLeaf(node, kind)
    case .emphasis, .strong, .strikethrough: writeEmphasis(kind, step)
    case .link, .image: writeLink(node, step)
    default:
      if isInline {
        if step == .enter { writeInlineBlock(node, kind) }
      } else {
        writeBlock(node, kind, step)
      }
    }
  }

  private mutating func writeLeaf(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
    switch kind {
    case .code: html += "<code>\(node.literal)</code>"
    case .softBreak: html.write(isInline ? " " : "\n")
    case .hardBreak: html.write(isInline ? " " : "<br>\n")
    case .tag: writeTag(node)
    default: writeText(node.literal)
    }
  }

  private mutating func writeText(_ text: String) {
    guard let prose, !isInLink else { return html.write(escaping: text) }
    for piece in MarkdownMaths.pieces(of: text) {
      if piece.isFormula { html.write(escaping: piece.text) } else { html += prose(piece.text) }
    }
  }

  private mutating func writeEmphasis(_ kind: MarkdownNode.Kind, _ step: MarkdownNode.Step) {
    if step == .leave { emphasisDepth -= 1 }
    if emphasisDepth < Self.deepestEmphasis {
      switch kind {
      case .emphasis: html.write(step == .enter ? "<em>" : "</em>")
      case .strong: html.write(step == .enter ? "<strong>" : "</strong>")
      default: html.write(step == .enter ? "<del>" : "</del>")
      }
    }
    if step == .enter { emphasisDepth += 1 }
  }

  /// Where only one line is wanted, blocks are parted by a space.
  private mutating func writeInlineBlock(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
    let holdsText: Set<MarkdownNode.Kind> = [.paragraph, .heading, .tableCell, .codeBlock, .tagBlock]
    guard holdsText.contains(kind) else { return }
    if !html.isEmpty { html.write(" ") }
    if kind == .codeBlock { html.write(escaping: node.literal) }
    if kind == .tagBlock { html.write(escaping: TagText.visible(node.literal)) }
  }
}
