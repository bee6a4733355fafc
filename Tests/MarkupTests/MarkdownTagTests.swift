import Markup
import Testing

@Suite("Tags in Markdown")
struct MarkdownTagTests {
  @Test(
    "a break is a line, two are a paragraph",
    arguments: [
      ("a<br>b", "<p>a<br>\nb</p>\n"), ("a<br/>b<BR />c", "<p>a<br>\nb<br>\nc</p>\n"),
      ("a<br><br>b", "<p>a</p>\n<p>b</p>\n"), ("a <br> <br/> <br> b", "<p>a</p>\n<p>b</p>\n"),
      ("a<br>\n<br>\nb", "<p>a</p>\n<p>b</p>\n"), ("a<br>\nb", "<p>a<br>\nb</p>\n"), ("a\n<br>b", "<p>a<br>\nb</p>\n"),
      ("a\n\n<br>b", "<p>a</p>\n<p>b</p>\n"), ("<br>a<br>", "<p>a</p>\n"), ("<br><br>", ""),
      ("a<br>    b", "<p>a<br>\nb</p>\n"),
      ("a<br class=\"x\">b", "<p>a<br>\nb</p>\n"),
      ("Topics:<br>- a<br>- b", "<p>Topics:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ])
  func breaks(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test(
    "tags are dropped and their text is kept, as Markdown",
    arguments: [
      ("<i>in vitro</i> and <b>*x*</b>", "<p>in vitro and <em>x</em></p>\n"),
      ("<p>a **b**</p><p>c</p>", "<p>a <strong>b</strong></p>\n<p>c</p>\n"),
      ("<div class='x'>\n    *a*\n</div>", "<p><em>a</em></p>\n"),
      ("<ul><li>a</li><li>b <tt>c</tt></li></ul>d", "<ul>\n<li>a</li>\n<li>b c</li>\n</ul>\n<p>d</p>\n"),
      ("<script>alert(1)</script>", "<p>alert(1)</p>\n"), ("a<!-- b -->c", "<p>ac</p>\n"),
      ("<!-- a\n\nb -->\n\n*c*", "<p><em>c</em></p>\n"), ("<span style=\"color:red\">a</span>", "<p>a</p>\n"),
      ("10<sup>6</sup> H<sub>2</sub>O", "<p>10<sup>6</sup> H<sub>2</sub>O</p>\n"),
    ])
  func dropped(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test(
    "what is no tag of HTML is text",
    arguments: [
      ("the <think> token", "<p>the &lt;think&gt; token</p>\n"), ("<EOS>\n*a*", "<p>&lt;EOS&gt;\n<em>a</em></p>\n"),
      ("a<b and c>d", "<p>a&lt;b and c&gt;d</p>\n"), ("1 < 2 > 0", "<p>1 &lt; 2 &gt; 0</p>\n"),
      ("`<br>` and <b>x</b>", "<p><code>&lt;br&gt;</code> and x</p>\n"),
      ("```\na<br>b\n<i>\n```", "<pre><code>a&lt;br&gt;b\n&lt;i&gt;\n</code></pre>\n"), ("<b", "<p>&lt;b</p>\n"),
      ("&lt;br&gt;", "<p>&lt;br&gt;</p>\n"), ("<!-- a", "<p>&lt;!-- a</p>\n"),
    ])
  func text(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test(
    "a tag that opens is closed before what it stands in",
    arguments: [
      ("*a<sup>b* c", "<p><em>a<sup>b</sup></em> c</p>\n"), ("a</sup>b", "<p>ab</p>\n"),
      ("<sup>a<sub>b</sup>c</sub>", "<p><sup>a<sub>b</sub></sup>c</p>\n"),
      ("<sub>a\n\nb", "<p><sub>a</sub></p>\n<p>b</p>\n"),
      ("<a href=\"/x\">a *b</a>* c", "<p><a href=\"/x\">a <em>b</em> c</a></p>\n"),
      ("<a href='/x'>a [b](/y)</a>", "<p><a href=\"/x\">a b</a></p>\n"),
    ])
  func balanced(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }
}
