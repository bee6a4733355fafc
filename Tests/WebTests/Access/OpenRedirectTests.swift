import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct OpenRedirectTests {
  private static let payloads = [
    "https://evil.example", "http://evil.example/", "//evil.example", "///evil.example", "////evil.example",
    "/\\evil.example", "\\\\evil.example",
    "\\/evil.example", "/\\/evil.example", "//evil.example/%2e%2e", "https:evil.example", "https:/evil.example",
    "HtTpS://evil.example",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "//evil.example\\@conference.example",
    "https://conference.example@evil.example", "https://conference.example.evil.example",
    "//conference.example:80@evil.example", "/\t/evil.example",
    "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "/ /evil.example",
    "/\u{0}/evil.example", "/\u{7F}/evil.example",
    "/\r\nLocation: https://evil.example", "/\r\nSet-Cookie: a=b", "/\nSet-Cookie: a=b",
    "/x\r\n\r\n<script>alert(1)</script>", "?//evil.example", "#//evil.example",
    "evil.example", "@evil.example", ".evil.example", ":8080", "/\u{2028}/evil.example", "/\u{FF0F}evil.example",
    "\u{FF0F}\u{FF0F}evil.example", "/.//evil.example", "/..//evil.example",
  ]

  /// The path that a browser leaves for; nil where it would leave the site (WHATWG URL, 4.4).
  private func isHere(_ location: String?) -> Bool {
    guard let location, location.hasPrefix("/") else { return false }
    let bytes = Array(location.utf8)
    return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C } && (bytes.count < 2 || bytes[1] != 0x2F)
  }

  @Test("no form leads to another site, whatever it is asked to lead back to")
  func payloads() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let version = try #require(story.site.edition.conduct)
      let participant = try await story.account(.participant)
      var (tried, letIn) = (0, 0)
      for payload in Self.payloads {
        let browser = try await story.browser(.participant)
        let ticket = try await story.site.signIns.issue(for: participant, by: nil)
        let answers = [
          try await client.post("/zones", [("zone", "Africa/Addis_Ababa"), ("back", payload)], by: browser),
          try await client.post("/conduct-acceptance", [("version", version), ("back", payload)], by: browser),
          try await client.post("/conduct-acceptance", [("version", "old"), ("back", payload)], by: browser),
          try await client.post("/sign-in/link", [("link", ticket.link.text), ("back", payload)], by: browser),
        ]
        for answer in answers {
          tried += 1
          #expect(answer.status == .seeOther)
          if !isHere(answer.headers[.location]) { letIn += 1 }
          #expect(
            isHere(answer.headers[.location]),
            "\(payload.debugDescription) led to \(answer.headers[.location] ?? "nowhere")")
        }
        let page = try await client.get(
          "/sign-in?back=\(Query.encoded(payload))", by: try await story.browser(.participant))
        #expect(!String(buffer: page.body).contains("href=\"\(payload)\"") || isHere(payload))
      }
      print("tried \(tried), let in \(letIn)")
      #expect(Self.payloads.count >= 40)
    }
  }
}
