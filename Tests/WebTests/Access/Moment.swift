import Conference
import Synchronization

/// The time of a test, which it sets.
final class Moment: Sendable {
  private let instant: Mutex<Instant>
  var now: Instant { instant.withLock { $0 } }

  init(_ start: Instant) { instant = Mutex(start) }

  func pass(minutes: Int) { instant.withLock { $0 = $0.adding(minutes: minutes) } }
}
