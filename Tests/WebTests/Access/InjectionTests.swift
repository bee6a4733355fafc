import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct InjectionTests {
  @Test("no secret is ever logged, not even at the most talkative level")
  func secrets() async throws {
    let book = LogBook()
    try await StorySite.run(papers: 5, logger: book.logger) { client, story in
      try await story.addPeople()
      let browser = try await story.browser(.participant)
      let ticket = try await story.site.signIns.issue(for: try await story.account(.participant), by: nil)
      let (link, device) = (ticket.link.text, try #require(browser.device?.text))
      let state = Secret.random().text
      for address in [
        "/sign-in/link/\(link)", "/sign-in/link/\(link)?back=/papers", "/sign-in/link/\(link)/more",
        "/sign-in/linkk/\(link)", "/sign-in?link=\(link)",
        "/sign-in/openid/orcid/return?state=\(state)&code=\(state)", "/media/\(link)", "/account?\(device)",
        "/papers/\(link)",
      ] {
        _ = try await client.get(address, by: browser)
        _ = try await client.post(address, by: browser)
        _ = try await client.execute(uri: address, method: .head, headers: browser.fields)
      }
      _ = try await client.post("/sign-in/link", [("link", link)], by: browser)
      _ = try await client.post(
        "/sign-in/code", [("email", "participant@example.org"), ("code", ticket.code.shown)], by: browser)
      try story.site.database.close()
      _ = try await client.get("/sign-in/link/\(link)", by: browser)
      _ = try await client.get("/account", by: browser)
      let secrets = [link, state, device, browser.own.text, browser.token, ticket.code.shown]
      let leaks = book.all.filter { line in secrets.contains { line.contains($0) } }
      print("tried \(secrets.count) secrets in \(book.all.count) lines, found \(leaks.count)")
      #expect(leaks == [])
      #expect(book.all.contains { $0.contains("/sign-in/link/{link}") })
    }
  }

  private static let breaks = [
    "\r\nBcc: victim@example.org", "\nBcc: victim@example.org", "\rBcc: victim@example.org", "\r\n\r\nA new text",
    "\r\n.\r\nMAIL FROM:<x@y>",
    "%0d%0aBcc: x@y", "\u{2028}Bcc: x@y", "\u{85}Bcc: x@y", "\u{0B}Bcc: x@y", "\u{0}Bcc: x@y",
    "=?utf-8?q?=0D=0ABcc:_x?=", "\u{202E}Bcc: x@y",
  ]

  @Test("nothing that a stranger types becomes a field of a mail, another recipient, or a line of the log")
  func mail() async throws {
    let book = LogBook()
    try await StorySite.run(papers: 5, logger: book.logger) { client, story in
      try await story.addPeople()
      var (tried, letIn) = (0, 0)
      for (number, payload) in Self.breaks.enumerated() {
        let browser = Browser(device: nil)
        let forms: [(String, [(String, String)])] = [
          ("/sign-in", [("email", "participant@example.org\(payload)")]),
          ("/sign-in", [("email", "\(payload)participant@example.org")]),
          ("/sign-in", [("email", "participant\(payload)@example.org")]),
          ("/sign-in", [("email", "participant@example.org"), ("back", "/papers\(payload)")]),
          (
            "/registration",
            [
              ("email", "new-\(number)@example.net"), ("name", "New\(payload)"), ("affiliation", "A\(payload)"),
              ("country", "B\(payload)"),
            ]
          ),
          ("/registration", [("email", "new\(payload)@example.net"), ("name", "New")]),
        ]
        for (address, form) in forms {
          tried += 1
          let answer = try await client.post(address, form, by: browser)
          #expect(answer.status.code < 500)
          let isSplit =
            answer.headers.contains { $0.value.contains { $0.isNewline } }
            || answer.headers[HTTPField.Name("Bcc")!] != nil
          if isSplit { letIn += 1 }
        }
      }
      let mails = try await story.site.database.query("SELECT recipient, subject, body_text FROM outbox")
      for mail in mails {
        let (recipient, subject): (String, String) = (try mail.value("recipient"), try mail.value("subject"))
        let heads = recipient + subject
        let isBroken = heads.unicodeScalars.contains {
          $0.properties.generalCategory == .control || "\u{2028}\u{2029}\u{85}".unicodeScalars.contains($0)
        }
        let isOurs =
          recipient == "participant@example.org" || recipient.hasSuffix("@example.net")
          || recipient.hasSuffix("@example.org")
        if isBroken || !isOurs || recipient.contains("victim") { letIn += 1 }
        #expect(!isBroken && isOurs, "\(recipient.debugDescription) \(subject.debugDescription)")
      }
      let forged = book.all.filter { $0.contains("Bcc") }
      print("tried \(tried), let in \(letIn + forged.count)")
      #expect(!mails.isEmpty && letIn == 0 && forged == [])
    }
  }
}
