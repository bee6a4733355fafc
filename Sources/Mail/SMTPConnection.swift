import Dispatch
import Synchronization

/// One connection to a mail server, opened when needed, on a thread of its own: curl blocks it.
final class SMTPConnection: Sendable {
  private let queue = DispatchQueue(label: "mail")
  private let curl: Mutex<CurlMail>

  init(_ server: SMTPServer) { curl = Mutex(CurlMail(server)) }

  /// Ends on its own thread, as saying good-bye may take long; of no use afterwards.
  func end() {
    queue.async { self.curl.withLock { $0.close() } }
  }

  func deliver(_ message: MailMessage) async -> (outcome: MailOutcome, trace: SMTPTrace) {
    let stop = StopSign()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: self.curl.withLock { $0.deliver(message, until: stop) }) }
      }
    } onCancel: {
      stop.raise()
    }
  }
}

/// Tells a thread that its work is no longer wanted.
final class StopSign: Sendable {
  private let raised = Mutex<ContinuousClock.Instant?>(nil)

  func raise() { raised.withLock { $0 = $0 ?? .now } }

  /// Nil as long as it was not raised.
  var age: Duration? { raised.withLock { $0.map { .now - $0 } } }
}
