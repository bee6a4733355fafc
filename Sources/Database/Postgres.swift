import Dispatch
import Foundation

/// The driver for PostgreSQL: a few connections to a server that several nodes share.
///
/// Reads are REPEATABLE READ, writes SERIALIZABLE: a write that conflicts with another one is run again, after a random
/// pause, from the second try on one after another, and in the end without others beside it. A statement alone is a
/// transaction without BEGIN and COMMIT.
final class Postgres: Driver {
  let dialect = Dialect.postgres
  var place: String { server.address.quoted }
  let server: PostgresServer
  let pool: Pool<PostgresSlot>
  /// Lets so many transactions write at a time that, however long they wait for locks, reads find a connection.
  private let writers: Pool<Void>
  /// Where writes that conflicted with others stand in line.
  let retries: Pool<Void>
  private let slots: [PostgresSlot]
  let admission = Admission()
  let haste = PostgresHaste()

  /// Makes no connection yet.
  init(at address: PostgresAddress, settings: Settings = Settings()) {
    let (server, place) = (PostgresServer(at: address, settings: settings), address.quoted)
    let slots = (0..<settings.connections).map { _ in PostgresSlot(of: server) }
    let writing = max(1, settings.connections - 2)
    let (patience, line) = (settings.patience, settings.longestLine)
    pool = Pool(slots, patience: patience, longestLine: line) { problem in
      DatabaseError(
        .busy, place, "has all its \(settings.connections) connections in use \(problem)",
        "try again later, or allow more of them (--database-connections)"
      )
    }
    writers = Pool(Array(repeating: (), count: writing), patience: patience, longestLine: line) { problem in
      DatabaseError(
        .busy, place, "has all its \(writing) connections for writes in use \(problem)",
        "try again later, or allow more of them (--database-connections)"
      )
    }
    retries = Pool([()], patience: min(patience, 1), longestLine: line) { problem in
      DatabaseError(.busy, place, "has many conflicting writes \(problem)", "try again later")
    }
    (self.server, self.slots) = (server, slots)
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
    try await repeating(as: .reading) { [place] _ in
      try await self.onConnection(.reading) { link, cancellation in
        let session = PostgresSession(link, at: place)
        let outcome = Result { try body(session) }
        if cancellation.isCanceled { throw CancellationError() }
        if let obstacle = session.obstacle { throw PostgresRepetition(obstacle, at: place) }
        return try outcome.get()
      }
    }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
    try await repeating(as: .writing) { [place, writers] lock in
      try await writers.take()
      defer { writers.giveBack(()) }
      return try await self.onConnection(.writing) { link, cancellation in
        let session = PostgresSession(link, at: place, beginning: ["BEGIN", lock])
        let outcome = Result { try body(session) }
        if cancellation.isCanceled { throw CancellationError() }
        if let obstacle = session.obstacle { throw PostgresRepetition(obstacle, at: place) }
        let value = try outcome.get()
        do {
          try session.commit()
        } catch let failure as PostgresFailure {
          throw self.ended(failure, isCanceled: cancellation.isCanceled)
        }
        return value
      }
    }
  }

  func inspect(_ body: (any Session) throws -> Void) throws {
    try alone(["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"], mayWrite: false, body)
  }

  func alterSchema(_ body: (any Session) throws -> Void) throws {
    // READ COMMITTED, to see what the one who had the lock before has done.
    let beginning = ["BEGIN ISOLATION LEVEL READ COMMITTED", "SELECT pg_advisory_xact_lock(\(PostgresLock.schema))"]
    try alone(beginning, mayWrite: true, body)
  }

  func integrityProblems() async throws -> [String] {
    try await read { try PostgresIntegrity.problems(in: $0) }
  }

  func backup(to path: String) throws {
    throw DatabaseError(
      .misuse, place, "is not copied into a file by this program", "use pg_dump, which comes with PostgreSQL"
    )
  }

  func close() throws {
    try admission.closeWhenEmpty(place) {
      for slot in slots { slot.queue.sync { slot.disconnect() } }
    }
  }

  func watchEvents(_ wake: @escaping @Sendable () -> Void) -> any EventWatch {
    PostgresListener(on: server, wake)
  }
}

extension Postgres {
  /// Runs `work` on a connection of the pool and on its thread; what is left to do for the connection is done after the
  /// caller has got the answer.
  private func onConnection<T: Sendable>(
    _ role: Role, _ work: @escaping @Sendable (PostgresLink, Cancellation) throws -> T
  ) async throws -> T {
    try admission.enter(place)
    let slot: PostgresSlot
    do {
      slot = try await pool.take { $0.effort(role) }
    } catch {
      admission.leave()
      throw error
    }
    let cancellation = Cancellation()
    return try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { continuation in
        slot.queue.async { [self] in
          let result = Result {
            let link = try slot.connected(as: role)
            try cancellation.watch(link)
            return try work(link, cancellation)
          }
          let isSpoiled = cancellation.unwatch()
          continuation.resume(with: result)
          release(slot, isSpoiled: isSpoiled)
        }
      }
    } onCancel: {
      cancellation.cancel()
    }
  }

  /// Gives the slot back; its connection is thrown away if a request to cancel may still come for it.
  func release(_ slot: PostgresSlot, isSpoiled: Bool) {
    slot.tidy(isSpoiled: isSpoiled)
    pool.giveBack(slot)
    admission.leave()
  }

  /// What a failure at the end of a write means: all of it runs again, or nobody knows whether it was done.
  func ended(_ failure: PostgresFailure, isCanceled: Bool) -> any Error {
    if failure.isConnectionLost {
      return DatabaseError(
        .unavailable, place,
        "was lost during a write, and whether that was done is not known (\(failure.message.oneLine))",
        "look before doing it again", isOutcomeUnknown: true
      )
    }
    if isCanceled { return CancellationError() }
    let isWorthIt = failure.isConflict || failure.isOfReadOnlyServer
    return isWorthIt ? PostgresRepetition(failure, at: place) : failure.error(at: place)
  }

  /// Runs `body` in a transaction on a connection of its own, whose statements may take any time.
  private func alone(_ beginning: [String], mayWrite: Bool, _ body: (any Session) throws -> Void) throws {
    try admission.enter(place)
    defer { admission.leave() }
    var settings = server.settings
    (settings.statementTimeout, settings.lockTimeout, settings.idleTimeout) = (0, 0, 0)
    do {
      let link = try PostgresLink(to: server.address, settings: settings)
      link.mayWrite = mayWrite
      let session = PostgresSession(link, at: place, beginning: beginning)
      try body(session)
      try session.commit()
    } catch let failure as PostgresFailure {
      throw failure.error(at: place)
    }
  }
}

/// The locks that nodes hold against each other.
enum PostgresLock {
  /// The keys of advisory locks: "hatata" in ASCII and a number.
  static let schema: Int64 = 0x6861_7461_7461_0001
  static let events: Int64 = 0x6861_7461_7461_0002
  /// What a write begins with before it sees anything, beside others or without them: on a table that every database has, and into which
  /// nobody writes.
  static let beside = "LOCK TABLE schema_migrations IN ROW SHARE MODE"
  static let alone = "LOCK TABLE schema_migrations IN EXCLUSIVE MODE"
}
