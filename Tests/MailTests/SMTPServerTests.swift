import Testing

@testable import Mail

@Suite struct SMTPServerTests {
  @Test("a server is named as one types it") func named() throws {
    let server = try SMTPServer("smtp://no-reply@iclr.cc@smtp.example.org", password: "secret")
    #expect((server.host, server.port, server.user) == ("smtp.example.org", 587, "no-reply@iclr.cc"))
    #expect(server.security == .startTLS)
    #expect(try SMTPServer("smtps://a%40b@h.example:4650", password: "x").user == "a@b")
    #expect(try SMTPServer("smtps://h.example").port == 465)
    #expect(try SMTPServer("smtp://localhost?tls=off").port == 25)
    #expect(!server.url.contains("secret"))
  }

  @Test(
    "what would tell a password or send in the clear is refused",
    arguments: [
      "smtp://me:secret@smtp.example.org", "smtp://me@smtp.example.org", "smtp://smtp.example.org?tls=off",
      "smtp://me@localhost?tls=off", "http://smtp.example.org", "smtp.example.org", "smtp://a b",
      "smtp://h.example:99999",
      "smtp://h.example:0", "smtp://h.example/\r\nQUIT",
    ])
  func refused(address: String) {
    #expect(throws: MailError.self) { try SMTPServer(address) }
  }

  @Test("a refusal never repeats a password") func silent() {
    let error = #expect(throws: MailError.self) { try SMTPServer("smtp://me:secret@smtp.example.org") }
    #expect(error?.description.contains("secret") == false)
  }
}
