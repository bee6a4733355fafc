import Database
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized) struct OutboxDeedTests {
  @Test("what organizers do with mails is on record, and done once")
  func recorded() async throws {
    let scratch = try ScratchOutbox()
    let people = People(scratch.database, clock: scratch.outbox.clock)
    for batch in ["one", "two"] {
      let mail = try ScratchOutbox.mail(.announcement)
      _ = try await scratch.database.write { try scratch.outbox.enqueue([mail], batch: batch, in: $0) }
    }
    #expect(try await scratch.outbox.approve(batch: "one") == 1)
    #expect(try await scratch.outbox.approve(batch: "one") == 0)
    #expect(try await scratch.outbox.drop(batch: "two") == 1)
    #expect(try await scratch.outbox.drop(batch: "two") == 0)
    let mail = try ScratchOutbox.mail(.reminder, to: "bob")
    let id = try await scratch.outbox.enqueue(mail)
    let queued = try #require(id)
    try await scratch.outbox.drop(queued)
    await #expect(throws: ConferenceError.self) { try await scratch.outbox.drop(queued) }
    await #expect(throws: ConferenceError.self) { try await scratch.outbox.retry(queued) }
    #expect(
      try await people.deeds().map(\.deed.action).sorted() == ["mail dropped", "mails approved", "mails dropped"])
  }

  @Test("a dropped mail to sign in with keeps no text, and no such mail is shown")
  func secret() async throws {
    let scratch = try ScratchOutbox()
    let mail = try ScratchOutbox.mail(.signIn)
    let id = try await scratch.outbox.enqueue(mail)
    let queued = try #require(id)
    try await scratch.outbox.drop(queued)
    let entry = try await scratch.outbox.entry(queued)
    #expect(entry?.text == "")
    #expect(entry?.shown.subject == "(a mail for its reader only)")
  }
}
