import Conference
import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite(.serialized) struct OutboxConsoleTests {
  private static func mail(_ purpose: MailPurpose, _ text: String) throws -> OutgoingMail {
    OutgoingMail(
      to: try MailAddress("selam@example.org"), purpose: purpose, subject: try HeaderText("K3TZ-90QA"), text: text)
  }

  @Test("nothing that one could sign in with is shown of a mail")
  func secrets() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let outbox = Outbox(story.site.database, clock: story.site.clock)
      let queued = try await outbox.enqueue(try Self.mail(.signIn, "the secret link"))
      let id = try #require(queued)
      for page in ["/organize/outbox", "/organize/outbox/\(id)"] {
        let text = try await organizer.text(page)
        #expect(!text.contains("K3TZ-90QA") && !text.contains("the secret link"), "\(page)")
        #expect(text.contains("Way to sign in"), "\(page)")
      }
    }
  }

  @Test("nobody learns in the console to whom the conduct desk writes")
  func readers() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let selam = try await Insider.participant(story, client)
      let outbox = Outbox(story.site.database, clock: story.site.clock)
      let queued = try await outbox.enqueue(try Self.mail(.conduct, "There is news of what you reported"))
      let id = try #require(queued)
      _ = try await story.site.database.execute("UPDATE outbox SET last_error = 'no Selam' WHERE id = \(id)")
      for page in ["/organize/outbox", "/organize/outbox/\(id)"] {
        let text = try await organizer.text(page)
        #expect(text.contains("(hidden)") && text.contains("From the conduct desk"), "\(page)")
        #expect(!text.contains("selam@example.org") && !text.contains("no Selam"), "\(page)")
      }
      #expect(!(try await organizer.text("/organize/people/\(selam.account.id)")).contains(id))
    }
  }

  @Test("a mail is read, dropped, and on record")
  func dropped() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let outbox = Outbox(story.site.database, clock: story.site.clock)
      let queued = try await outbox.enqueue(try Self.mail(.reminder, "Come <b>soon</b>"))
      let id = try #require(queued)
      #expect(try await organizer.text("/organize/outbox/\(id)").contains("Come &lt;b&gt;soon&lt;/b&gt;"))
      #expect(try await organizer.post("/organize/outbox/\(id)/retry").status == .seeOther)
      #expect(try await organizer.post("/organize/outbox/\(id)/drop").status == .seeOther)
      #expect(try await outbox.entry(id, for: nil)?.state == .dropped)
      #expect(try await organizer.post("/organize/outbox/\(id)/drop").status == .conflict)
      #expect(try await organizer.text("/organize/record").contains("mail dropped"))
    }
  }

  @Test("the list says of which kinds the mails are, and how many of each in the chosen state")
  func kinds() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let outbox = Outbox(story.site.database, clock: story.site.clock)
      for purpose in [MailPurpose.conduct, .conduct, .reminder] {
        _ = try await outbox.enqueue(try Self.mail(purpose, "Words"))
      }
      for page in ["/organize/outbox", "/organize/outbox?state=waiting"] {
        let text = try await organizer.text(page)
        #expect(text.contains("Reminder: 1 · From the conduct desk: 2"), "\(page)")
        #expect(Markup(text).problems.isEmpty, "\(page)")
      }
      #expect(!(try await organizer.text("/organize/outbox?state=sent")).contains("Reminder: "))
    }
  }

  @Test("mails to many go out when an organizer says so, or never")
  func batches() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let outbox = Outbox(story.site.database, clock: story.site.clock)
      for batch in ["one", "two"] {
        let mail = try Self.mail(.announcement, "News")
        _ = try await story.site.database.write { try outbox.enqueue([mail], batch: batch, in: $0) }
      }
      #expect(try await organizer.text("/organize/outbox").contains("Send 1 mail"))
      _ = try await organizer.post("/organize/outbox/batches/approval", [("batch", "one")])
      _ = try await organizer.post("/organize/outbox/batches/drop", [("batch", "two")])
      #expect(try await outbox.counts(for: nil) == [.waiting: 1, .dropped: 1])
      #expect(try await organizer.text("/organize/record").contains("mails approved"))
    }
  }
}
