import CMarkGFM

/// A node of the syntax tree, valid while its document is walked.
struct MarkdownNode: Equatable {
  enum Step {
    case enter, leave
  }

  /// What a node is, by cmark-gfm's own names; the extensions' kinds have no constants.
  enum Kind: String {
    case document, list, item, paragraph, heading, text, code, link, image, strikethrough, table
    case blockQuote = "block_quote"
    case codeBlock = "code_block"
    case emphasis = "emph"
    case hardBreak = "linebreak"
    case softBreak = "softbreak"
    case strong
    case tableCell = "table_cell"
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tag = "html_inline"
    case tagBlock = "html_block"
    case thematicBreak = "thematic_break"
  }

  let pointer: OpaquePointer

  /// `nil` for kinds that the writers have no markup for; their content is written nevertheless.
  var kind: Kind? { Kind(rawValue: Self.string(cmark_node_get_type_string(pointer))) }

  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  var url: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }

  /// The first word after a code block's fence.
  var language: String {
    let info = Self.string(cmark_node_get_fence_info(pointer))
    return String(info.prefix { !$0.isWhitespace })
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) == 1 }

  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }
  var previous: MarkdownNode? { cmark_node_previous(pointer).map(MarkdownNode.init) }
  var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }
  var hasChildren: Bool { cmark_node_first_child(pointer) != nil }

  /// The alignments of a table's columns, as `l`, `c`, `r` or 0.
  var columnAlignments: [UInt8] {
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    return Array(UnsafeBufferPointer(start: alignments, count: count))
  }

  /// A string without the marks that ``MarkdownGuard`` put into the text, and with the signs that ``MarkdownMaths`` took out.
  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer else { return "" }
    let string = String(cString: pointer)
    guard string.utf8.contains(where: { $0 == MarkdownGuard.mark || MarkdownMaths.isStandIn($0) }) else {
      return string
    }
    let bytes = string.utf8.lazy.filter { $0 != MarkdownGuard.mark }.map(MarkdownMaths.restored)
    return String(decoding: Array(bytes), as: UTF8.self)
  }
}
