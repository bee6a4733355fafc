import Testing

@testable import Mail

@Suite struct HeaderInjectionTests {
  static let breaks = ["\r\n", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{1B}"]
  static let payloads = breaks.flatMap { line in
    ["Hello\(line)Bcc: all@example.org", "\(line)\(line)<script>", "Hello\(line)", "\(line) folded: too"]
  }

  @Test("no text with a line break or a control becomes a line of a head", arguments: payloads)
  func subjects(payload: String) {
    #expect(throws: MailError.self) { try HeaderText(payload) }
    let flat = HeaderText(flattening: payload).text
    #expect(!flat.unicodeScalars.contains(where: HeaderText.isForbidden))
  }

  @Test("no address, name, link or id lets a line break through", arguments: payloads)
  func elsewhere(payload: String) throws {
    let sender = try MailAddress("ada@example.org")
    #expect(throws: MailError.self) { try MailAddress(payload + "@example.org") }
    #expect(throws: MailError.self) { try MailAddress("ada@example.org" + payload) }
    #expect(throws: MailError.self) { try MailAddress("ada@" + payload + "example.org") }
    #expect(throws: MailError.self) { try Mailbox("A\(payload)B <ada@example.org>") }
    #expect(throws: MailError.self) { try MessageID(payload, at: sender) }
    #expect(throws: MailError.self) { try UnsubscribeLink("https://example.org/" + payload) }
  }

  @Test("a body cannot become a head", arguments: payloads) func bodies(payload: String) throws {
    let lines = Samples.lines(try Samples.message(text: payload, html: payload))
    let plain = Samples.lines(try Samples.message(text: "", html: ""))
    #expect(lines.prefix { !$0.isEmpty } == plain.prefix { !$0.isEmpty })
  }

  @Test("a subject that poses as an encoded word is shown as it is") func posing() throws {
    let lines = Samples.lines(try Samples.message(subject: "=?utf-8?Q?=0D=0ABcc:_x?="))
    #expect(lines.contains { $0.hasPrefix("Subject: =?utf-8?B?PT91dGYt") })
  }
}
