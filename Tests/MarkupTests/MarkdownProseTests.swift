import Markup
import Testing

@Suite("The prose of Markdown")
struct MarkdownProseTests {
  @Test("what is code, of a link, a formula or a tag is no prose")
  func parts() {
    let text = """
      see `@a` [@b](/x) **@c** $@d$ <b title="@e">@f</b> https://example.org/@g @h

          @i

      ```
      @j
      ```
      | @k |
      |----|
      | `@l` @m |
      """
    let prose = Markdown.prose(text).joined()
    #expect(prose.matches(of: /@[a-z]/).map { String($0.0) } == ["@c", "@f", "@h", "@k", "@m"])
  }

  @Test("a stretch is given whole and without its escapes")
  func stretches() {
    #expect(Markdown.prose("@A\\_b & \\*c &lt;d") == ["@A_b & *c <d"])
    #expect(Markdown.prose("a $x$ b") == ["a ", " b"])
    #expect(Markdown.prose("`a`").isEmpty)
  }

  @Test("what writes the prose writes nothing else")
  func written() {
    let html = Markdown.html("a & *b* `c` [d](/e) $f$") { "<i>\($0)</i>" }
    #expect(
      html.string
        == "<p><i>a &amp; </i><em><i>b</i></em><i> </i><code>c</code><i> </i><a href=\"/e\">d</a><i> </i>$f$</p>\n")
  }

  @Test("without it a text is as it was", arguments: ["a & *b* `c`", "$x$ and \\(y\\)", "<b>x</b>"])
  func same(text: String) {
    #expect(Markdown.html(text) { "\($0)" } == Markdown.html(text))
  }
}
