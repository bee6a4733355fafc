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
      return try await repeating(after: repetition, as: role, isLocking: true, work)
    }
  }

  /// - Parameter isLocking: whether `work` takes the lock.
  func repeating<T: Sendable>(
    after first: PostgresRepetition, as role: Role, isLocking: Bool,
    _ work: @Sendable (_ lock: String) async throws -> T
  ) async throws -> T {
    var (last, conflicts, isInLine) = (first, 0, false)
    defer { if isInLine { retries.giveBack(()) } }
    for attempt in 2...max(2, server.settings.tries) {
      // A lost connection is tried once more at once: the server may have been started again. Nor is a read in anybody's way.
      if last.isConflict, role == .writing {
        conflicts += 1
        if !isInLine, conflicts < Self.mostConflicts { isInLine = try await standInLine() }
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...min(4 * attempt, 50))))
      }
      let isAlone = isLocking && conflicts >= Self.mostConflicts
      if isAlone, isInLine {
        // From now on all wait for the lock itself.
        retries.giveBack(())
        isInLine = false
      }
      do {
        return try await work(isAlone ? PostgresLock.alone : PostgresLock.beside)
      } catch let repetition as PostgresRepetition {
        if !repetition.isConflict, !last.isConflict { throw repetition.error }
        last = repetition
      }
    }
    throw last.error
  }

  /// Whether its turn has come. Who would wait for long goes on without: whoever is foremost may take long and be in nobody's way.
  private func standInLine() async throws -> Bool {
    do {
      try await retries.take()
      return true
    } catch is DatabaseError {
      return false
    }
  }
}
