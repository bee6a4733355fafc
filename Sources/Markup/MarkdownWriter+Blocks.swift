extension MarkdownWriter {
  mutating func writeBlock(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ step: MarkdownNode.Step) {
    switch kind {
    case .paragraph: writeParagraph(node, step)
    case .heading: writeHeading(node, step)
    case .blockQuote: html.write(step == .enter ? "<blockquote>\n" : "</blockquote>\n")
    case .list: writeList(node, step)
    case .item: html.write(step == .enter ? "<li>" : "</li>\n")
    case .codeBlock: writeCode(node)
    case .tagBlock: writeTagBlock(node)
    case .thematicBreak: html.write("<hr>\n")
    case .table, .tableHeader, .tableRow, .tableCell: writeTable(node, kind, step)
    default: break
    }
  }

  private mutating func writeParagraph(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    if node.parent?.parent?.isTightList == true {
      if step == .leave, node.next != nil { html.write("\n") }
    } else {
      html.write(step == .enter ? "<p>" : "</p>\n")
    }
  }

  private mutating func writeHeading(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    let rank = headingLevels.firstIndex(of: node.headingLevel) ?? 0
    let level = min(min(max(headingLevel, 1), 6) + rank, 6)
    html += step == .enter ? "<h\(level)>" : "</h\(level)>\n"
  }

  private mutating func writeList(_ node: MarkdownNode, _ step: MarkdownNode.Step) {
    switch (node.isOrderedList, step) {
    case (false, .enter): html.write("<ul>\n")
    case (false, .leave): html.write("</ul>\n")
    case (true, .enter): html += node.listStart == 1 ? "<ol>\n" : "<ol start=\"\(node.listStart)\">\n"
    case (true, .leave): html.write("</ol>\n")
    }
  }

  private mutating func writeCode(_ node: MarkdownNode) {
    let language = node.language
    let attribute: HTML = language.isEmpty ? "" : " class=\"language-\(language)\""
    html += "<pre><code\(attribute)>\(node.literal)</code></pre>\n"
  }

  private mutating func writeTagBlock(_ node: MarkdownNode) {
    let lines = TagText.visible(node.literal).split(whereSeparator: \.isNewline)
    let text = lines.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    if !text.isEmpty { html += "<p>\(text)</p>\n" }
  }

  private mutating func writeTable(_ node: MarkdownNode, _ kind: MarkdownNode.Kind, _ step: MarkdownNode.Step) {
    switch (kind, step) {
    case (.table, .enter):
      columnAlignments = node.columnAlignments
      html.write("<table>\n")
    case (.tableCell, .enter): writeCellStart(node)
    case (.tableCell, .leave): html.write(isHead(node) ? "</th>" : "</td>")
    case (.tableHeader, .enter), (.tableRow, .enter):
      column = 0
      if kind == .tableHeader { html.write("<thead>\n") }
      if node.previous?.kind == .tableHeader { html.write("<tbody>\n") }
      html.write("<tr>")
    case (.tableHeader, .leave): html.write("</tr>\n</thead>\n")
    case (.tableRow, .leave): html.write(node.next == nil ? "</tr>\n</tbody>\n" : "</tr>\n")
    default: html.write("</table>\n")
    }
  }

  private func isHead(_ cell: MarkdownNode) -> Bool {
    cell.parent?.kind == .tableHeader
  }

  private mutating func writeCellStart(_ node: MarkdownNode) {
    html.write(isHead(node) ? "<th scope=\"col\"" : "<td")
    let alignment = column < columnAlignments.count ? columnAlignments[column] : 0
    column += 1
    // A class, for the content security policy forbids styles in attributes.
    switch alignment {
    case UInt8(ascii: "c"): html.write(" class=\"align-center\">")
    case UInt8(ascii: "r"): html.write(" class=\"align-end\">")
    default: html.write(">")
    }
  }
}
