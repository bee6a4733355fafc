import Dispatch
import Synchronization

/// Makes connections; while the server is away, tries that only now and then, and fails at once in between.
final class PostgresServer: Sendable {
  private struct Absence {
    let error: DatabaseError
    let until: DispatchTime
    /// Seconds.
    let wait: Double
  }

  let address: PostgresAddress
  let settings: Postgres.Settings
  private let absence = Mutex<Absence?>(nil)
  private static let (shortestWait, longestWait) = (0.05, 1.0)

  init(at address: PostgresAddress, settings: Postgres.Settings) {
    (self.address, self.settings) = (address, settings)
  }

  /// A new connection, blocking the thread; throws a `DatabaseError`.
  func connect() throws -> PostgresLink {
    if let known = absence.withLock({ $0 }), known.until > .now() { throw known.error }
    do {
      let link = try PostgresLink(to: address, settings: settings)
      absence.withLock { $0 = nil }
      return link
    } catch let failure as PostgresFailure {
      let error = failure.error(at: address.quoted)
      if error.kind == .unavailable { remember(error) }
      throw error
    }
  }

  private func remember(_ error: DatabaseError) {
    absence.withLock { absence in
      if let absence, absence.until > .now() { return }
      let wait = min(Self.longestWait, absence.map { $0.wait * 2 } ?? Self.shortestWait)
      absence = Absence(error: error, until: .now() + wait * .random(in: 0.5...1), wait: wait)
    }
  }
}
