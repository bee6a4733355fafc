import Database
import Logging

/// Deletes once an hour what is kept of signing in for a while only.
public struct Sweeper: Sendable {
  let database: Database
  let clock: Clock
  let logger: Logger

  public init(_ database: Database, clock: Clock, logger: Logger) {
    (self.database, self.clock, self.logger) = (database, clock, logger)
  }

  /// Works until the task is canceled.
  public func run() async {
    while !Task.isCancelled {
      await sweep()
      do { try await Task.sleep(for: .seconds(3600)) } catch { return }
    }
  }

  func sweep() async {
    do {
      // The clock of a rehearsal may be ahead, and the browsers and links those of the real conference.
      try await PassedRows(database: database).prune(at: min(clock.now(), Clock.system.now()))
    } catch {
      logger.warning("What was kept for a while only could not be deleted", metadata: ["error": "\(error)"])
    }
  }
}
