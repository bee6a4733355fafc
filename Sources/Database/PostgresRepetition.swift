/// Asks to run a transaction again, of which nothing was done.
struct PostgresRepetition: Error {
  let error: DatabaseError
  let isConflict: Bool

  init(_ failure: PostgresFailure, at place: String) {
    (error, isConflict) = (failure.error(at: place), failure.isConflict)
  }
}

extension Postgres {
  /// After so many conflicts a write has no others beside it, so that it succeeds however long it takes.
  private static let mostConflicts = 3

  /// Runs `work` until it asks for no repetition, or has asked too often; it is given the lock that a write is to begin with.
  func repeating<T: Sendable>(as role: Role, _ work: @Sendable (_ lock: String) async throws -> T) async throws -> T {
    do {
      return try await work(PostgresLock.beside)
    } catch let repetition as PostgresRepetition {
      return try await repeating(after: repetition, as: role, work)
    }
  }

  func repeating<T: Sendable>(
    after first: PostgresRepetition, as role: Role, _ work: @Sendable (_ lock: String) async throws -> T
  ) async throws -> T {
    var (last, conflicts, isInLine) = (first, 0, false)
    defer { if isInLine { retries.giveBack(()) } }
    for attempt in 2...max(2, server.settings.tries) {
      // A lost connection is tried once more at once: the server may have been started again. Nor is a read in anybody's way.
      if last.isConflict, role == .writing {
        conflicts += 1
        if !isInLine { try await retries.take() }
        isInLine = true
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...min(4 * attempt, 50))))
      }
      do {
        return try await work(conflicts < Self.mostConflicts ? PostgresLock.beside : PostgresLock.alone)
      } catch let repetition as PostgresRepetition {
        if !repetition.isConflict, !last.isConflict { throw repetition.error }
        last = repetition
      }
    }
    throw last.error
  }
}
