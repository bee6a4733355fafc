/// A statement alone on its way through the pool, a connection and the loop to the task that waits for its answer.
final class PostgresErrand: Sendable {
  typealias Answer = PostgresResult?

  private let driver: Postgres
  private let statement: RenderedSQL
  private let role: Postgres.Role
  private let cancellation: Cancellation
  private let continuation: UnsafeContinuation<Answer, any Error>

  private init(
    _ driver: Postgres, _ statement: RenderedSQL, _ role: Postgres.Role, _ cancellation: Cancellation,
    _ continuation: UnsafeContinuation<Answer, any Error>
  ) {
    (self.driver, self.statement, self.role) = (driver, statement, role)
    (self.cancellation, self.continuation) = (cancellation, continuation)
  }

  /// Runs a statement on the slot, or the next one that there is, on which it may have been sent already.
  static func run(
    _ statement: RenderedSQL, as role: Postgres.Role, on slot: PostgresSlot?, isSent: Bool, of driver: Postgres
  ) async throws -> Answer {
    let cancellation = Cancellation()
    let ticket = slot == nil ? driver.pool.ticket() : nil
    defer { if let ticket { driver.pool.tear(ticket) } }
    return try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { continuation in
        let errand = PostgresErrand(driver, statement, role, cancellation, continuation)
        if let slot { return errand.go(on: slot, isSent: isSent) }
        guard let ticket else { return }
        driver.pool.wait(ticket) { errand.go(on: $0) }
      }
    } onCancel: {
      if let ticket { driver.pool.leave(ticket) }
      cancellation.cancel()
    }
  }

  private func go(on slot: Result<PostgresSlot, any Error>) {
    switch slot {
    case .success(let slot): go(on: slot, isSent: false)
    case .failure(let error):
      driver.admission.leave()
      continuation.resume(throwing: error)
    }
  }

  private func go(on slot: PostgresSlot, isSent: Bool) {
    if isSent, let link = slot.current { return follow(link, slot) }
    if cancellation.isCanceled { return finish(slot, .failure(CancellationError())) }
    if let link = slot.begins(statement, as: role) { return follow(link, slot) }
    slot.queue.async { [self] in connect(slot) }
  }

  /// Makes the connection, or changes its session, for which a thread has to wait.
  private func connect(_ slot: PostgresSlot) {
    do {
      let link = try slot.connected(as: role)
      try link.send(.statement(statement))
      follow(link, slot)
    } catch let failure as PostgresFailure {
      finish(slot, .failure(driver.error(failure, role, isCanceled: cancellation.isCanceled)))
    } catch {
      finish(slot, .failure(error))
    }
  }

  private func follow(_ link: PostgresLink, _ slot: PostgresSlot) {
    cancellation.follow(link)
    driver.haste.departs()
    PostgresLoop.shared.wait(for: link) { [self] link in
      driver.haste.arrives()
      finish(slot, Result { try driver.result(of: link, role, isCanceled: cancellation.isCanceled) })
    }
  }

  private func finish(_ slot: PostgresSlot, _ result: Result<Answer, any Error>) {
    driver.release(slot, isSpoiled: cancellation.unwatch())
    continuation.resume(with: result)
  }
}
