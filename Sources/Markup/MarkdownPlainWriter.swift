/// Writes a syntax tree as text without markup: a line for each block and table row or, where it is a letter, with empty lines between blocks, and
/// the signs of lists and quotes that plain mails have.
struct MarkdownPlainWriter {
  /// Where links within the site begin; nil to leave out where links lead.
  let address: String?
  private(set) var text = ""
  /// What lines begin with within the quotes and list items around.
  private var margin: [String] = []
  /// How much of it the line before and the next one have in common.
  private var common = 0
  /// The sign of a list item of which nothing is written yet.
  private var marker: String?
  private var isLetter: Bool { address != nil }

  init(address: String? = nil) { self.address = address }

  mutating func visit(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    guard let kind = node.kind else { return }
    guard step == .enter else { return leave(node, kind) }
    switch kind {
    case .text, .code: text += node.literal
    case .softBreak: text += " "
    case .hardBreak: startLine()
    case .tag: writeTag(node.literal)
    case .codeBlock, .tagBlock:
      startBlock(node)
      writeLines(kind == .codeBlock ? node.literal : TagText.visible(node.literal))
    case .paragraph, .heading, .tableHeader: startBlock(node)
    case .tableRow: startLine()
    case .blockQuote: margin.append("> ")
    case .item: enterItem(node)
    case .tableCell: if node.previous != nil { text += " " }
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
    switch kind {
    case .link, .image: writeAddress(node.url)
    case .blockQuote: margin.removeLast()
    case .item: (marker, _) = (nil, margin.removeLast())
    default: break
    }
    common = min(common, margin.count)
  }

  private mutating func enterItem(_ node: MarkdownNode) {
    var (list, place) = (node.parent, 0)
    var before = node.previous
    while let item = before { (place, before) = (place + 1, item.previous) }
    if list?.isOrderedList != true { list = nil }
    let sign = list.map { "\($0.listStart + place). " } ?? "- "
    marker = sign
    margin.append(String(repeating: " ", count: sign.count))
  }

  /// Begins a block of its own: after an empty line, but in lists that are written closely.
  private mutating func startBlock(_ node: MarkdownNode) {
    guard isLetter else { return startLine() }
    let item = marker != nil ? node.parent : nil
    let isClose = item?.parent?.isTightList == true && (item?.previous != nil || item?.parent?.parent?.kind == .item)
    if !text.isEmpty { text += isClose ? "\n" : "\n" + Self.trimmed(margin.prefix(common).joined()) + "\n" }
    text += marker.map { margin.dropLast().joined() + $0 } ?? margin.joined()
    (marker, common) = (nil, margin.count)
  }

  private static func trimmed(_ line: String) -> String { line.last == " " ? trimmed(String(line.dropLast())) : line }

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
    var isFirst = true
    for line in lines.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
      if !isFirst { startLine() }
      text += line
      isFirst = false
    }
  }

  private mutating func startLine() {
    guard !text.isEmpty, text.last != "\n" else { return }
    text += "\n" + (isLetter ? margin.joined() : "")
  }
}
