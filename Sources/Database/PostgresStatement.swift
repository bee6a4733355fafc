import Dispatch

/// Statements alone, which are transactions without BEGIN and COMMIT.
///
/// No thread waits for them but the loop's; only where nothing else is under way does the caller's thread wait for a moment,
/// as changing threads and back costs more than many a statement.
extension Postgres {
  func query(_ statement: RenderedSQL) async throws -> [Row] {
    try await answer(to: statement, as: .reading)?.rows ?? []
  }

  func first(_ statement: RenderedSQL) async throws -> Row? {
    try await answer(to: statement, as: .reading)?.first
  }

  func execute(_ statement: RenderedSQL) async throws -> Int {
    try await answer(to: statement, as: .writing)?.changes ?? 0
  }

  private func answer(to statement: RenderedSQL, as role: Role) async throws -> PostgresResult? {
    do {
      return try await answerOnce(to: statement, as: role)
    } catch let repetition as PostgresRepetition {
      return try await repeating(after: repetition, as: role, isLocking: false) { _ in
        try await self.answerOnce(to: statement, as: role)
      }
    }
  }

  private func answerOnce(to statement: RenderedSQL, as role: Role) async throws -> PostgresResult? {
    try admission.enter(place)
    let slot = pool.takeIdle { $0.effort(role) }
    if let slot, !Task.isCancelled, let wait = haste.begins(role) {
      let link = slot.begins(statement, as: role)
      let isAnswered = link.map { haste.succeeds($0, wait) } ?? false
      haste.ends()
      if let link, isAnswered {
        defer { release(slot, isSpoiled: false) }
        return try result(of: link, role, isCanceled: false)
      }
      return try await PostgresErrand.run(statement, as: role, on: slot, isSent: link != nil, of: self)
    }
    return try await PostgresErrand.run(statement, as: role, on: slot, isSent: false, of: self)
  }

  func result(of link: PostgresLink, _ role: Role, isCanceled: Bool) throws -> PostgresResult? {
    do {
      return try link.results().last
    } catch let failure as PostgresFailure {
      throw error(failure, role, isCanceled: isCanceled)
    }
  }

  /// What a failure of a statement alone means: it runs again, or is an error; nobody knows whether a write was done on a
  /// connection that is lost.
  func error(_ failure: PostgresFailure, _ role: Role, isCanceled: Bool) -> any Error {
    if role == .writing { return ended(failure, isCanceled: isCanceled) }
    if isCanceled { return CancellationError() }
    let isWorthIt = failure.isConflict || failure.isConnectionLost
    return isWorthIt ? PostgresRepetition(failure, at: place) : failure.error(at: place)
  }
}
