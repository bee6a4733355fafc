import Testing

@testable import Mail

@Suite struct MailAddressTests {
  @Test(
    "addresses that people have are understood",
    arguments: [
      ("ada@example.org", "ada@example.org"), (" Ada.Lovelace+iclr@Example.ORG ", "Ada.Lovelace+iclr@example.org"),
      ("o'brien@example.ie", "o'brien@example.ie"), ("ada@bücher.example", "ada@xn--bcher-kva.example"),
      ("用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v"), ("me@localhost", "me@localhost"),
      ("a_b-c@x-y.z9.museum", "a_b-c@x-y.z9.museum"),
    ])
  func understood(typed: String, meant: String) throws {
    #expect(try MailAddress(typed).description == meant)
  }

  @Test(
    "what is no address is refused",
    arguments: [
      "", "@", "ada", "ada@", "@example.org", "ada@example", "ada@127.0.0.1", "ada@[127.0.0.1]", "a b@example.org",
      "ada@exam ple.org",
      ".ada@example.org", "ada.@example.org", "a..a@example.org", "ada@.org", "ada@example..org", "ada@-a.org",
      "ada@a-.org",
      "<ada@example.org>", "ada@example.org, b@example.org", "ada,b@example.org", "\"a b\"@example.org",
      "ada@exa_mple.org",
      "ada@example.org/path", "ada@example.org:25", "ada@user@example.org", "ada@example.org?x",
      "ada\u{200B}@example.org",
      "ada@example.org\u{202E}", String(repeating: "a", count: 65) + "@example.org",
      "a@" + String(repeating: "a", count: 64) + ".org", "a@" + String(repeating: "a.", count: 130) + "org",
    ])
  func refused(text: String) {
    #expect(throws: MailError.self) { try MailAddress(text) }
  }

  @Test("a mailbox has a name or none") func mailboxes() throws {
    #expect(try Mailbox("ICLR 2020 <no-reply@iclr.cc>").name?.text == "ICLR 2020")
    #expect(try Mailbox("\"Desk, the\" <help@iclr.cc>").name?.text == "Desk, the")
    #expect(try Mailbox("help@iclr.cc").name == nil)
    #expect(try Mailbox("<help@iclr.cc>").name == nil)
    #expect(throws: MailError.self) { try Mailbox("A <b@iclr.cc> <help@iclr.cc") }
  }

  @Test("only letters of other scripts before the @ ask for SMTPUTF8") func international() throws {
    #expect(try MailAddress("用户@例子.广告").isInternational)
    #expect(try !MailAddress("ada@bücher.example").isInternational)
  }
}
