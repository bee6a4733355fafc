import Markup
import Testing

@Suite("Markdown read elsewhere than on the site")
struct MarkdownAddressTests {
  private static let site = "https://c.example"

  @Test(
    "links within the site begin at its address, in HTML and behind the words of plain text",
    arguments: [
      (
        "[Help](/help)", "<a href=\"https://c.example/help\" rel=\"noopener ugc\">Help</a>",
        "Help (https://c.example/help)"
      ),
      (
        "[Top](#top)", "<a href=\"https://c.example/#top\" rel=\"noopener ugc\">Top</a>", "Top (https://c.example/#top)"
      ),
      (
        "[Far](https://far.example/a)", "<a href=\"https://far.example/a\" rel=\"noopener ugc\">Far</a>",
        "Far (https://far.example/a)"
      ),
      (
        "<https://far.example/a>", "<a href=\"https://far.example/a\" rel=\"noopener ugc\">https://far.example/a</a>",
        "https://far.example/a"
      ),
      ("<a@far.example>", "<a href=\"mailto:a@far.example\">a@far.example</a>", "a@far.example"),
      ("[Bad](javascript:x)", "Bad", "Bad"), ("[Bad](//evil.example)", "Bad", "Bad"),
    ])
  func links(text: String, html: String, plain: String) {
    #expect(Markdown.html(text, linksAt: Self.site).string == "<p>\(html)</p>\n")
    #expect(Markdown.plain(text, linksAt: Self.site) == plain)
  }

  @Test(
    "in a plain mail blocks stand apart, and lists and quotes have their signs",
    arguments: [
      (
        "We meet.\n\n- a cup\n- a friend\n\n> All\n> of you\n>\n> are welcome",
        "We meet.\n\n- a cup\n- a friend\n\n> All of you\n>\n> are welcome"
      ),
      ("9. nine\n10. ten\n    - inner\n\nAfter", "9. nine\n10. ten\n    - inner\n\nAfter"),
      ("- loose\n\n  more\n\n- items", "- loose\n\n  more\n\n- items"),
      ("# Head\nText  \nnext\n\n```\na\nb\n```", "Head\n\nText\nnext\n\na\nb"),
      ("-\n- full", "- full"), ("> - quoted  \n>   on", "> - quoted\n>   on"), ("", ""),
    ])
  func blocks(text: String, plain: String) {
    #expect(Markdown.plain(text, linksAt: Self.site) == plain)
  }

  @Test("on the site itself, links stay as they are, and plain text has none")
  func site() {
    #expect(Markdown.html("[Help](/help)").string == "<p><a href=\"/help\">Help</a></p>\n")
    #expect(Markdown.plain("[Help](/help)") == "Help")
  }
}
