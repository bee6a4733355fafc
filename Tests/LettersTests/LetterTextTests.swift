import Letters
import Testing

@Suite struct LetterTextTests {
  private static let stationery = Stationery(name: "Looms & Tones", accent: "#7a1f5c", accentOnDark: "#f3a6cc")

  /// One with everything in it, each part with the same words of somebody.
  private static func letter(_ words: String) -> LetterText {
    LetterText(
      [
        .greeting(words), .words("about \(words):"), .heading(words), .written("\(words)\nNext line"),
        .prose(LetterProse(markdown: "**Bold** and [more](/help)", at: "https://c.example")),
        .quote("\(words)\n\(words)"),
        .facts([LetterFact("By", words), LetterFact("Where", words)]),
        .button("Open it", url: "https://c.example/open"),
        .link("To ask again", url: "https://c.example/ask"), .code("Or type this code", "K3TZ-90QA"),
        .entry(LetterEntry(words, lines: [words], items: [words, "and 2 more"], url: "https://c.example/entry")),
      ], footnotes: [.words("You asked for it."), .link("No more of them", url: "https://c.example/less")])
  }

  private static func html(_ words: String) -> String { letter(words).html(subject: words, on: stationery) }

  @Test("its text has an empty line between each two parts, and every address")
  func plain() {
    #expect(
      Self.letter("Abeba").plain == """
        Dear Abeba,

        about Abeba:

        Abeba

        Abeba
        Next line

        Bold and more (https://c.example/help)

        > Abeba
        > Abeba

        By: Abeba
        Where: Abeba

        https://c.example/open

        To ask again: https://c.example/ask

        Or type this code: K3TZ-90QA

        Abeba
        Abeba
        - Abeba
        - and 2 more
        https://c.example/entry

        You asked for it.

        No more of them: https://c.example/less
        """)
  }

  @Test("its HTML says the same, with every address as a link and in words")
  func same() {
    let html = Self.html("Abeba")
    for address in ["open", "ask", "entry", "less"].map({ "https://c.example/\($0)" }) {
      #expect(html.contains("href=\"\(address)\"") && html.contains(">\(address)</a>"), "\(address)")
    }
    for words in [
      "Dear <bdi>Abeba</bdi>,", "about <bdi>Abeba</bdi>:", ">Open it</a>", "<strong>By:</strong> <bdi>Abeba</bdi>",
      "Abeba<br>\nNext line", "<strong>Bold</strong>", "<li dir=\"auto\">and 2 more</li>", "You asked for it.",
      ">Looms &amp; Tones</p>", "<title>Abeba</title>",
    ] {
      #expect(html.contains(words), "\(words)")
    }
  }

  @Test("a code is one piece, to be taken by one click")
  func code() {
    let html = Self.html("Abeba")
    #expect(html.contains("user-select:all\">K3TZ-90QA</code>"))
  }

  @Test(
    "nothing that somebody wrote becomes markup",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=x>", "</title></style><style>*{}",
      "</bdi></p></div><a href=\"https://evil.example\">",
    ])
  func hostile(words: String) {
    let (html, harmless) = (Self.html(words), Self.html("Abeba"))
    let count = { (text: String) in text.split(separator: "<", omittingEmptySubsequences: false).count }
    #expect(count(html) == count(harmless))
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<svg"))
  }

  @Test("an address that leads nowhere safe is no link")
  func addresses() {
    let html = LetterText([.button("Open", url: "javascript:alert(1)")]).html(subject: "", on: Self.stationery)
    #expect(!html.contains("href=\"javascript") && html.contains("href=\"#\""))
  }

  @Test("it loads nothing, says its language, and can be read on a narrow and on a dark screen")
  func frame() {
    let html = Self.html("Abeba")
    for part in ["src=", "url(", "<link", "@import", "<img", "<script", "<form", "http-equiv", "srcset", "background="]
    {
      #expect(!html.contains(part), "\(part)")
    }
    for part in [
      "<html lang=\"en\">", "max-width:600px", "name=\"color-scheme\" content=\"light dark\"", "dir=\"auto\"",
      "prefers-color-scheme: dark", "color:#7a1f5c", "color: #f3a6cc !important",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test("what is no colour is not written into a style", arguments: ["red", "#12", "#12345g", "red;}</style><b>", ""])
  func colors(text: String) {
    let plain = LetterText([]).html(subject: "", on: Stationery(name: "Looms"))
    #expect(LetterText([]).html(subject: "", on: Stationery(name: "Looms", accent: text, accentOnDark: text)) == plain)
    #expect(plain.contains("#0b5c63") && plain.contains("#74c7cd"))
  }
}
