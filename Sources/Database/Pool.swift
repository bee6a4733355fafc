import Dispatch
import Synchronization

/// A fixed number of things that one user has at a time; who comes when all are taken waits in a line, which has bounds.
final class Pool<Element: Sendable>: Sendable {
  /// What becomes of waiting.
  typealias Reception = @Sendable (Result<Element, any Error>) -> Void

  private struct Waiter {
    let number: Int
    let deadline: DispatchTime
    let then: Reception
  }

  private struct State {
    var idle: [Element]
    var waiters: [Waiter] = []
    var canceled: Set<Int> = []
    var nextNumber = 0
    var isWatched = false
  }

  private let state: Mutex<State>
  private let patience: Double
  private let longestLine: Int
  private let exhausted: @Sendable (_ problem: String) -> DatabaseError

  /// Lets `longestLine` users wait for at most `patience` seconds each.
  init(
    _ elements: [Element], patience: Double, longestLine: Int,
    exhausted: @escaping @Sendable (_ problem: String) -> DatabaseError
  ) {
    state = Mutex(State(idle: elements))
    (self.patience, self.longestLine, self.exhausted) = (patience, longestLine, exhausted)
  }

  /// Takes the idle element that `rank` puts lowest, of equals the one used last, or waits for one; throws `exhausted`
  /// when the line is full or does not move, and `CancellationError`.
  func take(_ rank: (Element) -> Int = { _ in 0 }) async throws -> Element {
    if let element = takeIdle(rank) { return element }
    let ticket = ticket()
    defer { tear(ticket) }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in wait(ticket) { continuation.resume(with: $0) } }
    } onCancel: {
      leave(ticket)
    }
  }

  /// Gives back what was taken.
  func giveBack(_ element: Element) {
    let next = state.withLock { state -> Waiter? in
      if state.waiters.isEmpty {
        state.idle.append(element)
        return nil
      }
      return state.waiters.removeFirst()
    }
    next?.then(.success(element))
  }

  /// Takes the idle element that `rank` puts lowest, of equals the one used last, if there is one.
  func takeIdle(_ rank: (Element) -> Int) -> Element? {
    state.withLock { state in
      var best: (index: Int, rank: Int)?
      for index in state.idle.indices.reversed() {
        let rank = rank(state.idle[index])
        if best.map({ rank < $0.rank }) ?? true { best = (index, rank) }
        if rank == 0 { break }
      }
      return best.map { state.idle.remove(at: $0.index) }
    }
  }

  /// What to wait and to leave with, and to tear afterwards.
  func ticket() -> Int {
    state.withLock { state in
      state.nextNumber += 1
      return state.nextNumber
    }
  }

  func tear(_ ticket: Int) { state.withLock { _ = $0.canceled.remove(ticket) } }

  private enum Entry {
    case taken(Element), refused(any Error), waiting(watch: Bool)
  }

  /// Calls `then` once: at once, when somebody gives an element back, or when the line is left.
  func wait(_ number: Int, _ then: @escaping Reception) {
    let deadline = DispatchTime.now() + patience
    let entry = state.withLock { state -> Entry in
      if state.canceled.remove(number) != nil { return .refused(CancellationError()) }
      if let element = state.idle.popLast() { return .taken(element) }
      guard state.waiters.count < longestLine else {
        return .refused(exhausted("and \(longestLine) others wait for one already"))
      }
      state.waiters.append(Waiter(number: number, deadline: deadline, then: then))
      defer { state.isWatched = true }
      return .waiting(watch: !state.isWatched)
    }
    switch entry {
    case .taken(let element): then(.success(element))
    case .refused(let error): then(.failure(error))
    case .waiting(let watch): if watch { dismissLate(at: deadline) }
    }
  }

  /// A canceled task leaves the line, or is not let into it when it has not come there yet.
  func leave(_ number: Int) {
    let waiter = state.withLock { state -> Waiter? in
      guard let index = state.waiters.firstIndex(where: { $0.number == number }) else {
        state.canceled.insert(number)
        return nil
      }
      return state.waiters.remove(at: index)
    }
    waiter?.then(.failure(CancellationError()))
  }

  /// Sends away who has waited too long, with one timer for the whole line, as its first one is always the next to go.
  private func dismissLate(at deadline: DispatchTime) {
    DispatchQueue.global().asyncAfter(deadline: deadline) { [self] in
      let (late, next) = state.withLock { state -> ([Waiter], DispatchTime?) in
        let late = Array(state.waiters.prefix { $0.deadline <= .now() })
        state.waiters.removeFirst(late.count)
        state.isWatched = !state.waiters.isEmpty
        return (late, state.waiters.first?.deadline)
      }
      for waiter in late { waiter.then(.failure(exhausted("for \(patience) s"))) }
      if let next { dismissLate(at: next) }
    }
  }
}
