import Markup
import Testing

@Suite("Markdown to HTML")
struct MarkdownTests {
  @Test(
    "blocks and emphasis are written",
    arguments: [
      ("one\ntwo", "<p>one\ntwo</p>\n"),
      ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
      ("a *b* **c** ~~d~~ `e<f>`", "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f&gt;</code></p>\n"),
      ("a  \nb", "<p>a<br>\nb</p>\n"),
      ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
      ("1. a\n\n2. b", "<ol>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
      ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
      ("```swift\nlet a = \"<\"\n```", "<pre><code class=\"language-swift\">let a = &quot;&lt;&quot;\n</code></pre>\n"),
      ("a\n\n    code", "<p>a</p>\n<pre><code>code\n</code></pre>\n"),
      ("    all\n\n      lines\n    indented", "<p>all</p>\n<p>lines\nindented</p>\n"),
      ("***", "<hr>\n"),
      ("R&amp;D &lt;b&gt; \"q\"", "<p>R&amp;D &lt;b&gt; &quot;q&quot;</p>\n"),
      ("", ""),
    ])
  func blocks(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test("a table has a head with scopes and classes for alignment")
  func table() {
    let html = Markdown.html("| a | b | c |\n|---|:-:|--:|\n| 1 | 2<br>3 | *4* |\n| 5 | 6 |")
    let head =
      "<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-center\">b</th>"
      + "<th scope=\"col\" class=\"align-end\">c</th></tr>"
    let first = "<tr><td>1</td><td class=\"align-center\">2<br>3</td><td class=\"align-end\"><em>4</em></td></tr>"
    let second = "<tr><td>5</td><td class=\"align-center\">6</td><td class=\"align-end\"></td></tr>"
    #expect(html.string == "<table>\n<thead>\n\(head)\n</thead>\n<tbody>\n\(first)\n\(second)\n</tbody>\n</table>\n")
    let headOnly = Markdown.html("|a|\n|-|").string
    #expect(headOnly == "<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n</thead>\n</table>\n")
  }

  @Test(
    "headings rank below the page's, and skip none",
    arguments: [
      (3, "# a\n\n## b\n\nc\n---\n\n###### d", ["h3", "h4", "h4", "h5"]), (1, "# a\n### b", ["h1", "h2"]),
      (2, "## a\n#### b\n## c", ["h2", "h3", "h2"]),
      (5, "# a\n## b\n### c", ["h5", "h6", "h6"]), (-7, "# a", ["h1"]), (Int.max, "# a", ["h6"]),
    ])
  func headings(level: Int, text: String, names: [String]) {
    #expect(StrictMarkup(Markdown.html(text, headingLevel: level).string).elements.filter { $0 != "p" } == names)
  }

  @Test("the first heading is h3 unless asked otherwise")
  func firstHeading() {
    #expect(Markdown.html("# a").string == "<h3>a</h3>\n")
  }

  @Test("line ends of every kind are the same")
  func lineEnds() {
    #expect(Markdown.html("a\r\n\r\nb\rc") == Markdown.html("a\n\nb\nc"))
  }

  @Test("control characters become U+FFFD")
  func controlCharacters() {
    #expect(Markdown.html("a\u{0}b\u{1}c\u{1F}d").string == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}d</p>\n")
  }

  @Test(
    "one line has no block around it and begins none",
    arguments: [
      ("1. Introduction to *k*-means", "1. Introduction to <em>k</em>-means"), ("# 1 cause", "# 1 cause"),
      ("- a", "- a"), ("> a", "&gt; a"), ("    a", "a"), ("a\nb", "a b"), ("a<br><br>b", "a  b"), ("```", "```"),
      ("<div>a *b*</div>", " a <em>b</em> "), ("[a]: https://example.org/ x", "[a]: https://example.org/ x"),
      ("`a` & b", "<code>a</code> &amp; b"), ("", ""),
    ])
  func inline(text: String, html: String) {
    #expect(Markdown.inline(text, links: false).string == html)
  }

  @Test("one line may have links or none")
  func inlineLinks() {
    let text = "[a](https://example.org) www.example.org <a href=\"/b\">b</a>"
    #expect(StrictMarkup(Markdown.inline(text).string).elements == ["a", "a", "a"])
    #expect(Markdown.inline(text, links: false).string == "a www.example.org b")
  }

  @Test(
    "plain text has no markup and a line for each block",
    arguments: [
      ("# T\n\nA *b*\nc `d` ~~e~~\n\n- f\n- [g](https://example.org) ![h](/i.png)\n", "T\nA b c d e\nf\ng h"),
      ("a<br><br>b <i>c</i>", "a\nb c"), ("|a|b|\n|-|-|\n|c|d|", "a b\nc d"), ("a &lt; b", "a < b"),
      ("```\nx\n\ny\n```\nz", "x\ny\nz"), ("<!-- no -->yes", "yes"), ("", ""),
    ])
  func plain(text: String, plain: String) {
    #expect(Markdown.plain(text) == plain)
  }

  @Test("the same text gives the same markup from many tasks at once")
  func concurrently() async {
    let text = "~~a~~ www.example.org\n\n|b|\n|-|\n|*c*|"
    let expected = Markdown.html(text)
    #expect(StrictMarkup(expected.string).elements.contains("del"))
    await withTaskGroup(of: HTML.self) { group in
      for _ in 0..<500 { group.addTask { Markdown.html(text) } }
      for await html in group { #expect(html == expected) }
    }
  }
}
