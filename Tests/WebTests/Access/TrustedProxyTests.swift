import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite struct TrustedProxyTests {
  @Test(
    "where a request comes from is what the last proxy that is trusted says, and never what a stranger says",
    arguments: [
      ("", "192.0.2.7", "203.0.113.9", "192.0.2.7"), ("192.0.2.7", "192.0.2.7", "203.0.113.9", "203.0.113.9"),
      ("192.0.2.0/24", "192.0.2.7", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
      ("192.0.2.0/24", "192.0.2.7", "203.0.113.9, 192.0.2.8", "203.0.113.9"),
      ("192.0.2.0/24", "192.0.2.7", "nonsense", "192.0.2.7"),
      ("192.0.2.0/24", "198.51.100.1", "1.1.1.1", "198.51.100.1"),
      ("::1", "::1", "2001:db8:1:2:3:4:5:6", "20.1.d.b8.0.1.0.2/64"),
      ("192.0.2.0/24", "192.0.2.7", "203.0.113.9:5678", "203.0.113.9"),
      ("192.0.2.0/24", "192.0.2.7", "203.0.113.9:5678, 192.0.2.8:80", "203.0.113.9"),
      ("192.0.2.0/24", "192.0.2.7", "[2001:db8:1:2:3:4:5:6]:80", "20.1.d.b8.0.1.0.2/64"),
      ("192.0.2.0/24", "192.0.2.7", "[2001:db8:1:2:3:4:5:6]", "20.1.d.b8.0.1.0.2/64"),
      ("::1", "::1", "203.0.113.9:5678, [::1]:80", "203.0.113.9"),
      ("192.0.2.0/24", "192.0.2.7", "203.0.113.9:port", "192.0.2.7"),
      ("192.0.2.0/24", "192.0.2.7", "[203.0.113.9", "192.0.2.7"),
    ])
  func client(trusted: String, peer: String, forwarded: String, expected: String) throws {
    let proxies = try #require(TrustedProxies(trusted))
    var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
    head.headerFields[HTTPField.Name("X-Forwarded-For")!] = forwarded
    let request = Request(head: head, body: .init(buffer: .init()))
    let address = try SocketAddress(ipAddress: peer, port: 1)
    #expect(proxies.client(request, peer: address) == expected)
  }

  @Test("a proxy that is not trusted is named in the log, once; one that is trusted, and who has no proxy, never")
  func hint() async throws {
    let (book, trusted) = (LogBook(), try #require(TrustedProxies("192.0.2.7")))
    try await StorySite.run(papers: 5, logger: book.logger, settings: { $0.trustedProxies = trusted }) { _, story in
      func ask(_ peer: String, forwarded: String?) throws {
        var head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/sign-in")
        head.headerFields[HTTPField.Name("X-Forwarded-For")!] = forwarded
        let request = Request(head: head, body: .init(buffer: .init()))
        _ = story.site.client(request, peer: try SocketAddress(ipAddress: peer, port: 1))
      }
      func hints() -> [String] { book.all.filter { $0.contains("--trusted-proxies") } }
      try ask("192.0.2.7", forwarded: "203.0.113.9")
      try ask("198.51.100.1", forwarded: nil)
      #expect(hints().isEmpty)
      for _ in 0..<3 { try ask("198.51.100.1", forwarded: "203.0.113.9") }
      #expect(hints().count == 1 && hints().first?.contains("198.51.100.1") == true)
    }
  }

  @Test("what is no address is refused", arguments: ["here", "10.0.0.0/33", "10.0.0.0/x", "1.2.3"])
  func bad(text: String) { #expect(TrustedProxies(text) == nil) }
}
