import Dispatch
import Synchronization

/// Tells a thread that works for a task that the task was canceled.
final class Cancellation: Sendable {
  private struct State {
    var isCanceled = false
    var canceler: PostgresCanceler?
  }

  private let state = Mutex(State())

  var isCanceled: Bool { state.withLock { $0.isCanceled } }

  /// Throws `CancellationError` if the task was canceled already; otherwise what the link runs will be ended then.
  func watch(_ link: PostgresLink) throws {
    let isCanceled = state.withLock { state in
      state.canceler = link.canceler
      return state.isCanceled
    }
    if isCanceled { throw CancellationError() }
  }

  /// Ends watching; true when the link may have a request to end what it runs still coming.
  func unwatch() -> Bool {
    state.withLock { state in
      state.canceler = nil
      return state.isCanceled
    }
  }

  func cancel() {
    let canceler = state.withLock { state in
      state.isCanceled = true
      return state.canceler
    }
    // It connects to the server, which may block.
    if let canceler { DispatchQueue.global().async { canceler.cancel() } }
  }
}
