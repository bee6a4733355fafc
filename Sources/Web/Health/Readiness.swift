import Logging
import Synchronization

/// Whether the database answers. Who wants to know while it is being asked gets the same answer, so that a server that hangs holds up one
/// connection and not one for each probe.
final class Readiness: Sendable {
  /// No answer in time is one, too.
  private struct Late: Error, CustomStringConvertible {
    let patience: Duration
    var description: String { "no answer within \(patience)" }
  }

  private struct State {
    /// The answer to the question that is under way: there in time, whether or not the database has answered.
    var answer: Task<Bool, Never>?
    var wasReady = true
  }

  private let patience: Duration
  private let logger: Logger
  private let ask: @Sendable () async throws -> Void
  private let state = Mutex(State())

  init(patience: Duration = .seconds(2), logger: Logger, ask: @escaping @Sendable () async throws -> Void) {
    (self.patience, self.logger, self.ask) = (patience, logger, ask)
  }

  func isReady() async -> Bool {
    let answer = state.withLock { state in
      let answer = state.answer ?? begin()
      state.answer = answer
      return answer
    }
    return await answer.value
  }

  private func begin() -> Task<Bool, Never> {
    let (answers, answer) = AsyncStream.makeStream(of: Result<Void, any Error>.self)
    Task {
      var result = Result<Void, any Error>.success(())
      do { try await ask() } catch { result = .failure(error) }
      // Whoever has this answer and asks again asks anew.
      state.withLock { $0.answer = nil }
      answer.yield(result)
    }
    Task { [patience] in
      // It is never canceled.
      try? await Task.sleep(for: patience)
      answer.yield(.failure(Late(patience: patience)))
    }
    return Task {
      // The second one is too late.
      for await answer in answers { return note(answer) }
      return false
    }
  }

  /// Whether that is a yes; one line is written when it is another answer than the last one.
  private func note(_ answer: Result<Void, any Error>) -> Bool {
    switch answer {
    case .success:
      if hasChanged(to: true) { logger.notice("The database answers again") }
      return true
    case .failure(let error):
      if hasChanged(to: false) { logger.error("The database does not answer", metadata: ["error": "\(error)"]) }
      return false
    }
  }

  private func hasChanged(to isReady: Bool) -> Bool {
    state.withLock { state in
      defer { state.wasReady = isReady }
      return state.wasReady != isReady
    }
  }
}
