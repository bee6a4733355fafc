import Markup
import Testing

@Suite("Formulas in Markdown")
struct MarkdownMathsTests {
  @Test(
    "a formula reaches the page as it was written",
    arguments: [
      "$a_1*b$ and $c_2*d$", "$x_i$, $y_i$", #"$\{a\,b\}$"#, #"\(a\_b\)"#, #"$$\sum_{i} x_i \\ y$$"#, "$f[i](t)$",
      "$~a~$ and $~b~$", #"$5\$ and 6\$$"#, "$a$",
    ])
  func kept(formula: String) {
    #expect(Markdown.html(formula).string == "<p>\(formula)</p>\n")
    #expect(Markdown.inline(formula).string == formula)
    #expect(Markdown.plain(formula) == formula)
  }

  @Test("a formula of several lines is no list and no heading")
  func lines() {
    let formula = "$$\na\n+ b\n- c\n= d\n---\n$$"
    #expect(Markdown.html(formula).string == "<p>\(formula)</p>\n")
  }

  @Test("signs in a formula end no cell of a table")
  func table() {
    #expect(Markdown.html("|a|b|\n|-|-|\n|$|x|$|1|").string.contains("<td>$|x|$</td><td>1</td>"))
  }

  @Test(
    "money, code and dollar signs without a partner leave Markdown what it is",
    arguments: [
      ("costs $5, *not* $6", "<p>costs $5, <em>not</em> $6</p>\n"),
      ("**$5** or **$6**", "<p><strong>$5</strong> or <strong>$6</strong></p>\n"),
      ("`$a*` and `*b$`", "<p><code>$a*</code> and <code>*b$</code></p>\n"),
      ("```\n$a_b$ \\* \n```", "<pre><code>$a_b$ \\* \n</code></pre>\n"),
      ("$a *b*", "<p>$a <em>b</em></p>\n"), ("$a *b*\n\nc$", "<p>$a <em>b</em></p>\n<p>c$</p>\n"),
      (#"\(*a*"#, "<p>(<em>a</em></p>\n"), (#"\$*a*$"#, "<p>$<em>a</em>$</p>\n"),
    ])
  func left(text: String, html: String) {
    #expect(Markdown.html(text).string == html)
  }

  @Test("markup in a formula is text")
  func escaped() {
    #expect(Markdown.html("$<script>alert(1)</script>$").string.contains("<script") == false)
    #expect(Markdown.html("$[a](javascript:b)$").string == "<p>$[a](javascript:b)$</p>\n")
  }
}
