import Foundation
import Logging
import Mail
import Synchronization

/// Sends what is due in the outbox, as soon as it is.
public struct Postman: Sendable {
  public struct Settings: Sendable {
    /// How many mails are on their way at the same time.
    public var atOnce = 4
    /// How many may leave in a minute; nil for as many as there are.
    public var perMinute: Int?
    /// How often to look for what has become due meanwhile.
    public var pause = Duration.seconds(1)
    /// For how many days it can be seen what was sent.
    public var daysKept = 30

    public init() {}
  }

  let outbox: Outbox
  let transport: any MailTransport
  let sender: Mailbox
  let data: DataFolder?
  let settings: Settings
  let logger: Logger

  /// - Parameter data: where pictures are that go with mails.
  public init(
    _ outbox: Outbox, by transport: any MailTransport, from sender: Mailbox, data: DataFolder? = nil,
    settings: Settings = Settings(), logger: Logger
  ) {
    (self.outbox, self.transport, self.sender, self.data) = (outbox, transport, sender, data)
    (self.settings, self.logger) = (settings, logger)
  }

  /// Works until the task is canceled; then lets what is on its way come to an end, which takes some seconds at most.
  public func run() async {
    let (bell, rope) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    await withDiscardingTaskGroup { group in
      group.addTask {
        for await _ in outbox.database.changes() {
          // Whoever asked for a mail has the answer by then: how long it took does not tell whether there is one to send.
          await rest(.milliseconds(50))
          rope.yield()
        }
      }
      group.addTask { await ring(rope) }
      group.addTask { await forget() }
      let hands = FreeHands(settings.atOnce)
      var round = PostRound(self)
      for await _ in bell {
        for entry in await round.take(hands.count) {
          hands.take()
          group.addTask {
            await deliver(entry)
            hands.putBack()
            rope.yield()
          }
        }
        if round.isIdle, hands.count == settings.atOnce { transport.rest() }
      }
    }
  }

  private func ring(_ rope: AsyncStream<Void>.Continuation) async {
    while !Task.isCancelled {
      rope.yield()
      await rest(settings.pause)
    }
  }

  private func forget() async {
    while !Task.isCancelled {
      forgetNow()
      await rest(.seconds(3600))
    }
  }

  /// Forgets where mails went what is over for long; the `Sweeper` does so in the outbox.
  func forgetNow() {
    let end = outbox.clock.now().adding(minutes: -settings.daysKept * 24 * 60)
    transport.forget(before: Date(timeIntervalSince1970: TimeInterval(end.seconds)))
  }

  /// Waits, or less when the task is canceled.
  private func rest(_ pause: Duration) async {
    do { try await Task.sleep(for: pause) } catch { return }
  }
}

/// Counts who could carry one more mail.
final class FreeHands: Sendable {
  private let free: Mutex<Int>

  init(_ count: Int) { free = Mutex(count) }

  var count: Int { free.withLock { $0 } }
  func take() { free.withLock { $0 -= 1 } }
  func putBack() { free.withLock { $0 += 1 } }
}
