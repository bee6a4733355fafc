import Synchronization

/// Lets only so many in at once, in the order in which they came; the others wait.
final class Entrance: Sendable {
  private struct State {
    var free: Int
    var waiting: ArraySlice<CheckedContinuation<Void, Never>> = []
  }

  private let state: Mutex<State>

  init(width: Int) { state = Mutex(State(free: width)) }

  /// Does a work in a task of its own, of which nothing is left when it is done.
  func pass<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
    await enter()
    return try await Task { [self] in
      defer { leave() }
      return try await work()
    }.value
  }

  private func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  private func leave() {
    let next = state.withLock { state in
      let next = state.waiting.popFirst()
      if next == nil { state.free += 1 }
      return next
    }
    next?.resume()
  }
}
