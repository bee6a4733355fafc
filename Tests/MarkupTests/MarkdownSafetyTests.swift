import Markup
import Testing

@Suite("Markdown is safe")
struct MarkdownSafetyTests {
  private static let allowedElements: Set<String> = [
    "a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong", "sub",
    "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
  private static let allowedAttributes: Set<String> = [
    "a/href", "a/rel", "a/title", "code/class", "ol/start", "td/class", "th/class", "th/scope",
  ]

  private func checkSafety(_ html: HTML, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let markup = StrictMarkup(html.string)
    #expect(markup.complaints == [], "\(text.prefix(200))", sourceLocation: sourceLocation)
    #expect(Set(markup.elements).isSubset(of: Self.allowedElements), sourceLocation: sourceLocation)
    #expect(Set(markup.attributes.map(\.name)).isSubset(of: Self.allowedAttributes), sourceLocation: sourceLocation)
    for attribute in markup.attributes where attribute.name == "a/href" {
      let scheme = browserScheme(attribute.value)
      #expect(
        [nil, "https", "http", "mailto", "webcal"].contains(scheme), "\(attribute)", sourceLocation: sourceLocation)
    }
    #expect(markup.depth < 150, sourceLocation: sourceLocation)
    #expect(!html.string.contains("raw HTML omitted"), sourceLocation: sourceLocation)
  }

  @Test("a payload anywhere in a text does no harm", arguments: Payloads.markup + Payloads.addresses)
  func payloads(payload: String) {
    for text in [
      payload, "a \(payload) b", "- \(payload)", "[a](\(payload))", "[a](<\(payload)>)", "![a](\(payload))",
      "[a](/b \"\(payload)\")", "[\(payload)](/b)", "<\(payload)>", "`\(payload)", "```\(payload)\n\(payload)\n```",
      "# \(payload)",
      "|a|\n|-|\n|\(payload)|", "[a]: \(payload)\n\n[a]", "<a href=\"\(payload)\">x</a>", "<a href='\(payload)'>x",
      "<p>\(payload)",
      "https://\(payload)", "www.a.b\(payload)", "a@b.c\(payload)", "<i>\(payload)</i>", "<sup>\(payload)",
      "*\(payload)*",
    ] {
      checkSafety(Markdown.html(text), text)
      checkSafety(Markdown.inline(text), text)
    }
  }

  @Test("any mixture of marks gives well-formed markup")
  func mixtures() {
    let pieces = [
      "[", "]", "(", ")", "!", "*", "**", "_", "~~", "`", "```\n", "<", ">", "<a href=\"/x\">", "</a>", "<sup>",
      "</sup>", "<sub>",
      "</sub>", "<br>", "<li>", "<p>", "<!--", "-->", "&", "&amp;", "\\", "|", "|-|-|\n", "\n", "\n\n", "    ", "# ",
      "> ", "- ",
      "1. ", "www.a.b", "https://c.d/", "e@f.g", "\"", "'", "x", "[a]: /b\n", "](", "javascript:", "é", "\u{1}", "\t",
    ]
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 1...30)).map { _ in pieces.randomElement() ?? "" }.joined()
      checkSafety(Markdown.html(text), text)
      checkSafety(Markdown.inline(text), text)
      #expect(!Markdown.plain(text).contains("\u{1}"))
    }
  }

  @Test(
    "links to other sites are marked, links that run something are text",
    arguments: [
      (
        "[a](https://example.org \"t\")",
        "<p><a href=\"https://example.org\" title=\"t\" rel=\"noopener ugc\">a</a></p>\n"
      ),
      ("www.example.org", "<p><a href=\"http://www.example.org\" rel=\"noopener ugc\">www.example.org</a></p>\n"),
      ("[a](/papers/1?b=c&d)", "<p><a href=\"/papers/1?b=c&amp;d\">a</a></p>\n"),
      ("[a](#b)", "<p><a href=\"#b\">a</a></p>\n"),
      ("<chair@example.org>", "<p><a href=\"mailto:chair@example.org\">chair@example.org</a></p>\n"),
      ("[a](javascript:alert(1))", "<p>a</p>\n"), ("[a](JaVa&#115;cript:x)", "<p>a</p>\n"),
      ("[a](//evil.example)", "<p>a</p>\n"),
      ("[a](data:text/html,x)", "<p>a</p>\n"), ("<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"),
      (
        "[](https://example.org)",
        "<p><a href=\"https://example.org\" rel=\"noopener ugc\">https://example.org</a></p>\n"
      ),
      (
        "<a href='https://e.org/?a=1&amp;b=2' onclick='x()'>c</a>",
        "<p><a href=\"https://e.org/?a=1&amp;b=2\" rel=\"noopener ugc\">c</a></p>\n"
      ),
      ("<a href=\"java&#115;cript:x\">c</a>", "<p>c</p>\n"),
    ])
  func links(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test(
    "images become links, and none stands inside of another",
    arguments: [
      (
        "![a *b*](https://example.org/i.png)",
        "<p><a href=\"https://example.org/i.png\" rel=\"noopener ugc\">a <em>b</em></a></p>\n"
      ),
      ("![](/i.png)", "<p><a href=\"/i.png\">/i.png</a></p>\n"),
      ("[![a](/i.png)](/b)", "<p><a href=\"/b\">a</a></p>\n"),
      ("![a [b](/c)](/i.png)", "<p><a href=\"/i.png\">a b</a></p>\n"), ("<img src=\"/i.png\">a", "<p>a</p>\n"),
    ])
  func images(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test(
    "texts made to take all time or memory do not",
    arguments: [
      ">", "> ", "- ", "1. ", "[", "![", "]", "[]", "*", "**a ", "_", "*a_ ", "~", "`", "<", "<a ", "<!--", "<?", "&",
      "\\", "|",
      "|-", "|a|\n|-|-|\n", "www.", "www.a_", "http://a(", ")", "a@b.c", "a\n", "#", "\t", "[a](", "![[]()", "<br>",
      "<li>", "<sup>",
      "<a href=\"/x\">", "<p>", "> - ", "***\n", "```\n", "\u{0}", "漢", "[a]: b\n", "<a b=\"", "![a](b)",
    ])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 10_000)
    checkSafety(Markdown.html(text), text)
    let longest = String(repeating: piece, count: Markdown.limit / piece.utf8.count)
    #expect(Markdown.html(longest).bytes.count < 20 * Markdown.limit)
    #expect(Markdown.plain(text).utf8.count < 4 * text.utf8.count)
  }

  @Test("texts that are hostile in two steps are harmless too", arguments: HostileText.all)
  func hostileTogether(hostile: HostileText) {
    #expect(hostile.text.utf8.count <= Markdown.limit)
    let html = Markdown.html(hostile.text)
    checkSafety(html, hostile.text)
    #expect(html.bytes.count < 20_000_000)
    #expect(Markdown.plain(hostile.text).utf8.count <= hostile.text.utf8.count * 2)
  }

  @Test("a text beyond the limit is plain paragraphs")
  func limit() {
    let text = "*a* <b>\nc\n\n \n" + String(repeating: "d", count: Markdown.limit)
    #expect(Markdown.html(text).string.hasPrefix("<p>*a* &lt;b&gt;\nc</p>\n<p>ddd"))
    #expect(Markdown.inline(text).string.hasPrefix("*a* &lt;b&gt;\nc"))
    #expect(Markdown.plain(text) == text)
    checkSafety(Markdown.html(text), text)
  }

  @Test("a paragraph that is too long is parted and loses nothing")
  func longParagraph() {
    for piece in ["word ", "漢字", "x"] {
      let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
      let parted = Markdown.plain(text).filter { $0 != "\n" && $0 != " " }
      #expect(parted == text.filter { $0 != " " })
      #expect(StrictMarkup(Markdown.html(text).string).elements.count > 5)
    }
  }
}
