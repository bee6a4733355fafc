/// Markdown to safe HTML: CommonMark with tables, strikethrough and autolinks.
///
/// Tags in the text do nothing, but for line breaks, paragraphs and list items, which become Markdown's own, links, `sub`
/// and `sup`; their text stays. Links lead only where ``HTML/allows(url:)`` says so; images become links.
public enum Markdown {
  /// The longest text, in bytes of UTF-8, that is read as Markdown; a longer one is shown as plain paragraphs.
  public static let limit = 200_000

  /// The text as paragraphs and other blocks; its highest rank of headings, `#` or lower, is written as `h<headingLevel>`,
  /// and no rank below is skipped.
  ///
  /// - Parameters:
  ///   - address: where the site is reached, without a slash at the end, for what is read elsewhere: its own links begin there.
  ///   - prose: writes what is neither code, nor of a link, a formula or a tag, stretch by stretch; nil to have it escaped.
  public static func html(
    _ text: String, headingLevel: Int = 3, linksAt address: String? = nil, prose: ((String) -> HTML)? = nil
  ) -> HTML {
    guard text.utf8.count <= limit, let document = MarkdownDocument(blocks: text) else { return paragraphs(text) }
    var levels: Set<Int> = []
    document.walk { node, _ in if node.kind == .heading { levels.insert(node.headingLevel) } }
    var writer = MarkdownWriter(
      headingLevel: headingLevel, headingLevels: levels.sorted(), prose: prose, address: address)
    document.walk { writer.visit($0, $1) }
    return writer.html
  }

  /// The stretches of a text that ``html(_:headingLevel:linksAt:prose:)`` has written by its `prose`, in their order.
  public static func prose(_ text: String) -> [String] {
    var found: [String] = []
    _ = html(text) { stretch in
      found.append(stretch)
      return .empty
    }
    return found
  }

  /// A text of one line, such as a title, without a paragraph around it: emphasis, code and links only. Where the markup
  /// stands inside of a link, ask for none in it.
  public static func inline(_ text: String, links: Bool = true) -> HTML {
    guard text.utf8.count <= limit, let document = MarkdownDocument(line: text) else { return "\(text)" }
    var writer = MarkdownWriter(isInline: true, hasLinks: links)
    document.walk { writer.visit($0, $1) }
    return writer.html
  }

  /// The text without any markup, for search and descriptions: a line for each block, no empty lines.
  ///
  /// - Parameter address: where the site is reached, without a slash at the end, to have it as a plain mail: with the addresses of
  ///   links behind their words, empty lines between blocks, and signs before items and quotes; nil for none of that.
  public static func plain(_ text: String, linksAt address: String? = nil) -> String {
    guard text.utf8.count <= limit, let document = MarkdownDocument(blocks: text) else { return text }
    var writer = MarkdownPlainWriter(address: address)
    document.walk { writer.visit($0, $1) }
    return writer.text
  }

  private static func paragraphs(_ text: String) -> HTML {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    return paragraphs.map { lines in "<p>\(lines.joined(separator: "\n"))</p>\n" }.joined()
  }
}
