import Markup
import Testing

@Suite("HTML by interpolation")
struct HTMLTests {
  @Test("literals stay as they are and text is escaped")
  func literalsAndText() {
    let name = "Tom & \"Jerry\" <'s>"
    let html: HTML = "<p title=\"\(name)\">\(name)</p>"
    let escaped = "Tom &amp; &quot;Jerry&quot; &lt;&#39;s&gt;"
    #expect(html.string == "<p title=\"\(escaped)\">\(escaped)</p>")
    #expect(html.bytes == Array(html.string.utf8))
  }

  @Test("every kind of value has its form")
  func values() {
    let missing: String? = nil
    let there: String? = "<b>"
    let noHTML: HTML? = nil
    let someHTML: HTML? = "<i>x</i>"
    #expect(("\("a<b".dropFirst())" as HTML).string == "&lt;b")
    #expect(("[\(missing)\(there)]" as HTML).string == "[&lt;b&gt;]")
    #expect(("\(-42) \(UInt64.max) \(0.25)" as HTML).string == "-42 18446744073709551615 0.25")
    #expect(("[\(noHTML)\(someHTML)]" as HTML).string == "[<i>x</i>]")
    #expect(("<ul>\([1, 2].map { "<li>\($0)</li>" })</ul>" as HTML).string == "<ul><li>1</li><li>2</li></ul>")
  }

  @Test("a fragment inside of a fragment is not escaped again")
  func nesting() {
    let inner: HTML = "<b>\("&")</b>"
    #expect(("<p>\(inner)</p>" as HTML).string == "<p><b>&amp;</b></p>")
  }

  @Test("control characters become U+FFFD, but for tab and line ends")
  func controlCharacters() {
    for value in UInt8(0)..<0x20 {
      let text = "a\(Character(Unicode.Scalar(value)))b"
      let isKept = value == 9 || value == 10 || value == 13
      #expect(("\(text)" as HTML).string == (isKept ? text : "a\u{FFFD}b"))
    }
  }

  @Test(
    "escaping agrees with a slow and obvious version",
    arguments: Payloads.markup + Payloads.addresses + ["", "å 漢字 👩🏽‍🚀", String(repeating: "plain ", count: 50)])
  func slowVersion(text: String) {
    let names: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    let expected = text.unicodeScalars.map { scalar in
      if let name = names[scalar] { return name }
      return scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) ? "\u{FFFD}" : String(scalar)
    }.joined()
    #expect(("\(text)" as HTML).string == expected)
    #expect(("\("<\(text)".dropFirst())" as HTML).string == expected)
  }

  @Test("pieces are added, joined and left out")
  func combining() {
    var html: HTML = "<a>"
    html += "</a>"
    #expect(html == "<a></a>")
    #expect(html + "<b>" == "<a></a><b>")
    #expect((["<a>", "<b>", "<c>"] as [HTML]).joined(separator: ", ") == "<a>, <b>, <c>")
    #expect(([] as [HTML]).joined(separator: ", ").isEmpty)
    #expect(HTML.when(true, "<a>") == "<a>")
    #expect(HTML.when(false, "<a>") == .empty)
    #expect(HTML.empty.bytes.isEmpty)
    #expect(!html.isEmpty)
  }

  @Test("markup that is condition-bound is not made when it is not wanted")
  func lazily() {
    var made = 0
    func make() -> HTML {
      made += 1
      return "<a>"
    }
    _ = HTML.when(false, make())
    #expect(made == 0)
    _ = HTML.when(true, make())
    #expect(made == 1)
  }

  @Test("trusted markup is not touched")
  func trusted() {
    let markup = "<b>\u{1}&</b>"
    #expect(HTML(trusted: markup).string == markup)
  }
}
