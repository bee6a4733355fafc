import Dispatch
import Synchronization

/// Lets the first of two go on only when the second has come, too; who comes later does not wait.
final class Meeting: Sendable {
  private let count = Mutex(0)
  private let second = DispatchSemaphore(value: 0)

  func arrive() {
    let number = count.withLock { count in
      count += 1
      return count
    }
    // Where nobody comes, the test fails and does not hang.
    if number == 1 { _ = second.wait(timeout: .now() + 30) }
    if number == 2 { second.signal() }
  }
}
