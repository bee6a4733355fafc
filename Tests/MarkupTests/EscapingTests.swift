import Markup
import Testing

@Suite("Payloads stay data")
struct EscapingTests {
  @Test("a payload in an element and in an attribute is only text", arguments: Payloads.markup + Payloads.addresses)
  func elementsAndAttributes(payload: String) {
    let html: HTML = "<p title=\"\(payload)\">\(payload)</p>"
    let markup = StrictMarkup(html.string)
    #expect(markup.complaints == [])
    #expect(markup.elements == ["p"])
    #expect(markup.attributes.map(\.name) == ["p/title"])
    #expect(markup.attributes.map(\.value) == [harmless(payload)])
    #expect(markup.text == harmless(payload))
  }

  @Test("a payload as an address leads nowhere", arguments: Payloads.addresses + Payloads.markup)
  func addresses(payload: String) {
    let html: HTML = "<a href=\"\(url: payload)\">x</a>"
    let markup = StrictMarkup(html.string)
    #expect(markup.complaints == [])
    #expect(markup.attributes.map(\.value) == ["#"])
    #expect(!HTML.allows(url: payload))
  }

  @Test(
    "good addresses pass, escaped",
    arguments: [
      "https://example.org/?a=1&b=2#c", "http://example.org", "HTTPS://EXAMPLE.ORG/", "mailto:chair@example.org",
      "webcal://example.org/all.ics", "/", "/papers/1?q=a&b='", "#top", "#", "?page=2", "/a//b", "https://例え.jp/漢字",
    ])
  func goodAddresses(address: String) {
    let markup = StrictMarkup(("<a href=\"\(url: address)\">x</a>" as HTML).string)
    #expect(markup.complaints == [])
    #expect(markup.attributes.map(\.value) == [address])
  }

  @Test("whatever passes has no scheme that runs anything, as a browser reads it")
  func browserSchemes() {
    let pieces = [
      "java", "script", ":", "/", "\\", "\t", "\n", " ", "\u{1}", "https", "data", "#", "?", "x", "&", "MailTo",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let address = (0..<Int.random(in: 1...6, using: &generator)).map { _ in pieces.randomElement() ?? "" }.joined()
      guard HTML.allows(url: address) else { continue }
      #expect(
        [nil, "https", "http", "mailto", "webcal"].contains(browserScheme(address)), "\(address.debugDescription)")
    }
  }

  @Test("JSON cannot end its script and means the same", arguments: Payloads.markup)
  func json(payload: String) {
    let escaped = payload.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let quoted = "\"\(escaped)\\u003c\u{2029}é\""
    let json = ("\(json: quoted)" as HTML).string
    let forbidden: Set<Unicode.Scalar> = ["<", ">", "&", "\u{2028}", "\u{2029}"]
    #expect(forbidden.isDisjoint(with: json.unicodeScalars))
    let back = json.replacing("\\u003C", with: "<").replacing("\\u003E", with: ">").replacing("\\u0026", with: "&")
      .replacing("\\u2028", with: "\u{2028}").replacing("\\u2029", with: "\u{2029}")
    #expect(back == quoted)
  }

  @Test("the corpus is large and the reader of markup notices what is wrong")
  func corpus() {
    #expect(Payloads.markup.count >= 60)
    #expect(Payloads.addresses.count >= 60)
    for wrong in [
      "<p>", "</p>", "<p>\"</p>", "<p title='a'></p>", "<p>a > b</p>", "<p a></p>", "&nbsp;", "<p a=\"b>", "<!-- -->",
    ] {
      #expect(!StrictMarkup(wrong).complaints.isEmpty, "\(wrong)")
    }
    #expect(browserScheme("\u{1} java\nScript:x") == "javascript")
    #expect(browserScheme("/\\evil.example") == "//")
    #expect(browserScheme("/papers:1") == nil)
  }

  private func harmless(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
