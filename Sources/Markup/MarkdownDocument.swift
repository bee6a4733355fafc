import CMarkGFM
import Synchronization

/// A text's syntax tree as cmark-gfm made it, freed with this value.
struct MarkdownDocument: ~Copyable {
  private let root: OpaquePointer

  /// Reads a whole text; `nil` when cmark-gfm is out of order.
  init?(blocks text: String) {
    let clean = Indentation.removed(MarkdownMaths.sheltered(MarkdownGuard.cleaned(text)))
    self.init(source: MarkdownGuard.defused(TagBreaks.broken(clean)))
  }

  /// Reads a text as one line that begins no block.
  init?(line text: String) {
    let line = MarkdownMaths.sheltered(MarkdownGuard.cleaned(text)).map {
      $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0
    }
    self.init(source: MarkdownGuard.defused([MarkdownGuard.mark] + line.drop { $0 == UInt8(ascii: " ") }))
  }

  private init?(source: [UInt8]) {
    guard let root = Self.parse(source) else { return nil }
    self.root = root
  }

  deinit {
    cmark_node_free(root)
  }

  /// Visits every node in order, on entering it and, where it can have children, on leaving it.
  func walk(_ visit: (MarkdownNode, MarkdownNode.Step) -> Void) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return }
      guard let pointer = cmark_iter_get_node(iterator) else { return }
      visit(MarkdownNode(pointer: pointer), event == CMARK_EVENT_ENTER ? .enter : .leave)
    }
  }

  private static func parse(_ source: [UInt8]) -> OpaquePointer? {
    parsing.withLock { _ in
      _ = registered
      let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
      defer { cmark_parser_free(parser) }
      for name in ["autolink", "strikethrough", "table"] {
        guard let syntax = cmark_find_syntax_extension(name) else { return nil }
        guard cmark_parser_attach_syntax_extension(parser, syntax) == 1 else { return nil }
      }
      source.withUnsafeBytes { cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
      return cmark_parser_finish(parser)
    }
  }

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// While it parses, cmark-gfm keeps the extensions' special characters in global tables: one text at a time.
  private static let parsing = Mutex(())
}
