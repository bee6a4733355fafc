import Database
import Foundation
import Logging
import Mail
import Synchronization

@testable import Conference

/// An outbox with a clock that stands until it is moved.
final class ScratchOutbox: Sendable {
  let database: Database
  let outbox: Outbox
  private let time: Time
  private let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "hatata-\(UUID().uuidString)").path
    database = try ScratchData.folder(at: path).open()
    let time = Time()
    outbox = Outbox(database, clock: Clock { time.now })
    self.time = time
  }

  deinit {
    // What is left goes with the system's temporary folder.
    try? database.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  func pass(seconds: Int) { time.pass(seconds) }
  func pass(minutes: Int) { time.pass(minutes * 60) }

  /// The same outbox as another node sees it.
  func otherNode() throws -> Outbox { Outbox(try ScratchData.folder(at: path).open(), clock: outbox.clock) }

  static func mail(_ purpose: MailPurpose = .reminder, to name: String = "ada") throws -> OutgoingMail {
    OutgoingMail(
      to: try MailAddress("\(name)@example.org"), purpose: purpose, subject: try HeaderText("About \(name)"),
      text: "Hello.\n")
  }

  /// Runs a postman while `body` runs.
  func withPostman(by transport: any MailTransport, settings: Postman.Settings? = nil, _ body: () async throws -> Void)
    async throws
  {
    var quick = Postman.Settings()
    quick.pause = .milliseconds(20)
    let postman = Postman(
      outbox, by: transport, from: try Mailbox("Story <no-reply@story.example>"), settings: settings ?? quick,
      logger: Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() })
    let work = Task { await postman.run() }
    let result: Result<Void, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    work.cancel()
    await work.value
    try result.get()
  }

  /// Waits until so many mails are in the state.
  func wait(for count: Int, _ state: OutboxEntry.State) async throws {
    for _ in 0..<1500 {
      if try await outbox.counts(for: nil)[state] == count { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw ConferenceError.conflict(
      "not \(count) mails became \(state.rawValue), but \(try await outbox.counts(for: nil))")
  }

  private final class Time: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_588_082_100_000))
    var now: Instant { instant.withLock { $0 } }
    func pass(_ seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
  }
}
