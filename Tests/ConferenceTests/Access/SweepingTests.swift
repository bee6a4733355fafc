import Database
import Foundation
import Mail
import Synchronization
import Testing

@testable import Conference

@Suite(.bothDatabases) struct SweepingTests {
  private final class Recorder: MailTransport {
    private let ends = Mutex<[Date]>([])
    var forgotten: [Date] { ends.withLock { $0 } }

    func send(_ message: MailMessage) async -> MailOutcome { .accepted("taken") }
    func forget(before date: Date) { ends.withLock { $0.append(date) } }
  }

  @Test("a postman forgets where mails went those that are over for 30 days")
  func files() async throws {
    let (scratch, transport) = (try ScratchOutbox(), Recorder())
    let postman = Postman(
      scratch.outbox, by: transport, from: try Mailbox("Story <no-reply@story.example>"), logger: LogBook().logger)
    postman.forgetNow()
    let end = scratch.outbox.clock.now().seconds - 30 * 86_400
    #expect(transport.forgotten == [Date(timeIntervalSince1970: TimeInterval(end))])
  }

  @Test("mails go 30 days after they were over without a postman, and so do those that waited for nobody")
  func mails() async throws {
    try await ScratchPeople.run { scratch in
      let (database, log) = (scratch.database, LogBook())
      let sweeper = Sweeper(database, clock: scratch.clock, logger: log.logger)
      let day: Int64 = 86_400_000
      let (now, longAgo) = (scratch.time.now.milliseconds, scratch.time.now.milliseconds - 31 * day)
      // Name, state, when it was added, and until when it is of use.
      let mails: [(String, String, Int64, Int64?)] = [
        ("sent", "sent", longAgo, nil), ("dropped", "dropped", longAgo, now), ("late", "waiting", longAgo, longAgo),
        ("unseen", "waiting-for-review", longAgo, longAgo), ("fresh", "sent", now - 29 * day, nil),
        ("just", "waiting", longAgo, now - 29 * day), ("open", "waiting", longAgo, nil),
        ("sending", "sending", longAgo, longAgo),
      ]
      for (id, state, created, expires) in mails {
        try await database.execute(
          """
          INSERT INTO outbox (id, recipient, purpose, urgency, subject, body_text, state, attempts, next_at, expires_at, created_at)
          VALUES (\(id), 'ada@example.org', 'reminder', 1, 'Hello', 'Hello', \(state), 0, \(created), \(expires), \(created))
          """)
      }
      await sweeper.sweep()
      let left = try await database.query("SELECT id FROM outbox ORDER BY id").map { try $0.value(0, as: String.self) }
      #expect(left == ["fresh", "just", "open", "sending"])
      #expect(log.all == [])
      try await database.execute("ALTER TABLE outbox RENAME TO elsewhere")
      await sweeper.sweep()
      #expect(log.all == ["warning Old mails could not be deleted"])
    }
  }

  @Test("a server that stops in the middle complains of nothing")
  func stopping() async throws {
    try await ScratchPeople.run { scratch in
      let log = LogBook()
      let sweeper = Sweeper(scratch.database, clock: scratch.clock, logger: log.logger)
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        await sweeper.sweep()
      }
      task.cancel()
      await task.value
      #expect(log.all == [])
    }
  }

  @Test("links of signing in go without a postman; where they cannot be deleted, that is said")
  func signIns() async throws {
    try await ScratchPeople.run { scratch in
      let log = LogBook()
      let sweeper = Sweeper(scratch.database, clock: scratch.clock, logger: log.logger)
      func count() async throws -> Int? { try await scratch.database.first("SELECT COUNT(*) FROM sign_ins")?.value(0) }
      try await scratch.add("ada@example.org", name: "Ada")
      _ = try await scratch.ask("ada@example.org")
      await sweeper.sweep()
      #expect(try await count() == 1)
      scratch.time.pass(seconds: KeptFor.signIns + KeptFor.passed + 1)
      try await scratch.database.execute("ALTER TABLE uploads RENAME TO elsewhere")
      await sweeper.sweep()
      #expect(log.all == ["warning What was kept for a while only could not be deleted"])
      try await scratch.database.execute("ALTER TABLE elsewhere RENAME TO uploads")
      await sweeper.sweep()
      #expect(try await count() == 0)
      #expect(log.all.count == 1)
    }
  }

  @Test("a rehearsal whose clock is ahead deletes nothing that still counts")
  func rehearsal() async throws {
    try await ScratchPeople.run { scratch in
      let ahead = Clock.system.now().adding(seconds: 365 * 86_400)
      let chair = try await scratch.add("chair@example.org", name: "Chair", role: .organizer)
      let list = Uploads.Upload(named: "list.csv", Array("name,email\nK,k@example.org\n".utf8))
      _ = try await Uploads(scratch.database, clock: .system).keep(list, by: chair.id)
      await Sweeper(scratch.database, clock: .fixed(ahead), logger: LogBook().logger).sweep()
      let count: Int? = try await scratch.database.first("SELECT COUNT(*) FROM uploads")?.value(0)
      #expect(count == 1)
    }
  }
}
