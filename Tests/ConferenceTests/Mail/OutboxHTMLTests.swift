import Database
import Mail
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct OutboxHTMLTests {
  /// What the outbox keeps of its only mail.
  private func kept(_ scratch: ScratchOutbox) async throws -> (text: String, html: String?) {
    let found = try await scratch.database.first("SELECT body_text, body_html FROM outbox")
    let row = try #require(found)
    return (try row.value("body_text"), try row.value("body_html"))
  }

  private func enqueue(_ purpose: MailPurpose, _ scratch: ScratchOutbox) async throws -> String {
    var mail = try ScratchOutbox.mail(purpose)
    mail.html = "<p>Hello.</p>"
    let id = try await scratch.outbox.enqueue(mail)
    return try #require(id)
  }

  @Test("what went keeps its text only, and none where that is a secret")
  func sent() async throws {
    for purpose in MailPurpose.allCases {
      let scratch = try ScratchOutbox()
      _ = try await enqueue(purpose, scratch)
      for entry in try await scratch.outbox.claim(1, patient: 1) {
        #expect(entry.html == "<p>Hello.</p>")
        try await scratch.outbox.record(.accepted("250 OK"), of: entry, id: nil)
      }
      let (text, html) = try await kept(scratch)
      #expect(html == nil && text == (purpose.isSecret ? "" : "Hello.\n"), "\(purpose)")
    }
  }

  @Test("what is tried again keeps both")
  func waiting() async throws {
    let scratch = try ScratchOutbox()
    _ = try await enqueue(.signIn, scratch)
    for entry in try await scratch.outbox.claim(1, patient: 1) {
      try await scratch.outbox.record(.tryLater("451 Later"), of: entry, id: nil)
    }
    let (text, html) = try await kept(scratch)
    #expect(text == "Hello.\n" && html == "<p>Hello.</p>")
  }

  @Test("what an organizer dropped keeps neither where it is a secret")
  func dropped() async throws {
    for purpose in MailPurpose.allCases {
      let scratch = try ScratchOutbox()
      try await scratch.outbox.drop(try await enqueue(purpose, scratch), by: nil)
      let (text, html) = try await kept(scratch)
      #expect(purpose.isSecret ? text == "" && html == nil : html != nil, "\(purpose)")
    }
  }
}
