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

  /// Ends what the link runs already when the task is canceled, or was.
  func follow(_ link: PostgresLink) {
    let isCanceled = state.withLock { state in
      state.canceler = link.canceler
      return state.isCanceled
    }
    if isCanceled { Self.send(link.canceler) }
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
    if let canceler { Self.send(canceler) }
  }

  private static func send(_ canceler: PostgresCanceler) {
    // It connects to the server, which may block.
    DispatchQueue.global().async { canceler.cancel() }
  }
}
