import Foundation
import Testing

@testable import Fetch

@Suite struct FetchAddressTests {
  @Test(
    "an address over TLS or on the loopback may be fetched",
    arguments: [
      "https://orcid.org/.well-known/openid-configuration", "https://a.example:8443/x?y=z", "http://127.0.0.1:8080/",
      "http://localhost:1/keys",
      "http://[::1]:8080/", "https://xn--bcher-kva.example/", "https://EXAMPLE.org/",
    ])
  func good(text: String) {
    #expect(FetchAddress(text)?.text == text)
  }

  @Test(
    "no other address may be, nor one that programs read in different ways",
    arguments: [
      "", "orcid.org", "//orcid.org", "http://orcid.org", "http://127.0.0.1.evil.example/", "http://127.0.0.2/",
      "http://localhost.evil.example/",
      "http://0.0.0.0/", "http://[::]/", "http://2130706433/", "http://127.1/", "file:///etc/passwd",
      "ftp://a.example/", "gopher://a.example/", "javascript:alert(1)",
      "https://", "https:///x", "https://user@a.example/", "https://user:word@a.example/",
      "https://a.example\\@b.example/", "https://a.example#x",
      "https://a.example/\r\nX: y", "https://a.example/ x", "https://a.example/\u{0}", "https://bücher.example/",
      "https://a_b.example/",
      "https://a.example/<x>", "http://127.0.0.1@evil.example/", "HTTP ://127.0.0.1/", " https://a.example/",
    ])
  func bad(text: String) {
    #expect(FetchAddress(text) == nil)
  }

  @Test("a very long address is refused")
  func long() {
    #expect(FetchAddress("https://a.example/" + String(repeating: "x", count: 2_000)) == nil)
  }

  @Test("names and values are encoded so that none can become two")
  func form() {
    let form = FormText([("a b", "c&d=e"), ("é", "1+1%"), ("line", "x\r\ny"), ("empty", "")])
    #expect(form.text == "a%20b=c%26d%3De&%C3%A9=1%2B1%25&line=x%0D%0Ay&empty=")
  }

  @Test("a line break in an authorization is never sent")
  func authorization() throws {
    let address = try #require(FetchAddress("https://a.example/"))
    #expect(Fetch(address, authorization: "Bearer x\r\nHost: evil.example").fields == ["Accept: application/json"])
  }

  @Test("nobody at the other end is a failure, in words")
  func nobody() async throws {
    let address = try #require(FetchAddress("http://127.0.0.1:1/"))
    await #expect(throws: Fetch.Failure.self) { try await Fetch(address).answer() }
  }
}
