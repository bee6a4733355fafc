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

  @Test("where old mails cannot be deleted from the outbox, that is said, and their files are forgotten all the same")
  func mails() async throws {
    let (scratch, transport, log) = (try ScratchOutbox(), Recorder(), LogBook())
    let postman = Postman(
      scratch.outbox, by: transport, from: try Mailbox("Story <no-reply@story.example>"), logger: log.logger)
    try await scratch.database.execute("ALTER TABLE outbox RENAME TO elsewhere")
    await postman.pruneNow()
    #expect(log.all == ["warning Old mails could not be deleted"])
    try await scratch.database.execute("ALTER TABLE elsewhere RENAME TO outbox")
    await postman.pruneNow()
    #expect(log.all.count == 1)
    let end = scratch.outbox.clock.now().seconds - 30 * 86_400
    #expect(transport.forgotten == Array(repeating: Date(timeIntervalSince1970: TimeInterval(end)), count: 2))
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
