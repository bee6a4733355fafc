import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct OutboxDeedTests {
  @Test("all mails of a large batch are taken, but for those that may be sent only once and were taken before")
  func largeBatch() async throws {
    let scratch = try ScratchOutbox()
    let mails = try (0..<250).map { number -> OutgoingMail in
      var mail = try ScratchOutbox.mail(.announcement, to: "person\(number)")
      mail.onlyOnce = "news to \(number % 90)"
      return mail
    }
    for count in [90, 0] {
      let taken = try await scratch.database.write { try scratch.outbox.enqueue(mails, batch: "many", in: $0) }
      #expect(taken == count)
    }
    #expect(try await scratch.outbox.counts(for: nil)[.waitingForReview] == 90)
  }

  @Test("what organizers do with mails is on record, and done once")
  func recorded() async throws {
    let scratch = try ScratchOutbox()
    let people = People(scratch.database, clock: scratch.outbox.clock)
    for batch in ["one", "two"] {
      let mail = try ScratchOutbox.mail(.announcement)
      _ = try await scratch.database.write { try scratch.outbox.enqueue([mail], batch: batch, in: $0) }
    }
    #expect(try await scratch.outbox.approve(batch: "one", by: nil) == 1)
    #expect(try await scratch.outbox.approve(batch: "one", by: nil) == 0)
    #expect(try await scratch.outbox.drop(batch: "two", by: nil) == 1)
    #expect(try await scratch.outbox.drop(batch: "two", by: nil) == 0)
    let mail = try ScratchOutbox.mail(.reminder, to: "bob")
    let id = try await scratch.outbox.enqueue(mail)
    let queued = try #require(id)
    try await scratch.outbox.drop(queued, by: nil)
    await #expect(throws: ConferenceError.self) { try await scratch.outbox.drop(queued, by: nil) }
    await #expect(throws: ConferenceError.self) { try await scratch.outbox.retry(queued, by: nil) }
    let actions = try await people.deeds(for: nil).map(\.deed.action).sorted()
    #expect(actions == ["mail dropped", "mails approved", "mails dropped"])
  }

  @Test("a dropped mail to sign in with keeps no text, and no such mail is shown")
  func secret() async throws {
    let scratch = try ScratchOutbox()
    let mail = try ScratchOutbox.mail(.signIn)
    let id = try await scratch.outbox.enqueue(mail)
    let queued = try #require(id)
    try await scratch.outbox.drop(queued, by: nil)
    let entry = try await scratch.outbox.entry(queued, for: nil)
    #expect(entry?.text == "")
    #expect(entry?.shown.subject == "(a mail for its reader only)")
  }
}
