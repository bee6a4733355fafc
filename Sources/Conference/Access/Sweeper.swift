import Database
import Foundation
import Logging

/// Deletes once an hour what is kept for a while only: of signing in, mails, and pictures that nothing names any more.
public struct Sweeper: Sendable {
  let database: Database
  let data: DataFolder?
  let clock: Clock
  let logger: Logger

  /// - Parameter data: where the pictures are; nil where none is to be deleted, as by a rehearsal, whose database may be a copy.
  public init(_ database: Database, in data: DataFolder? = nil, clock: Clock, logger: Logger) {
    (self.database, self.data, self.clock, self.logger) = (database, data, clock, logger)
  }

  /// Works until the task is canceled.
  public func run() async {
    while !Task.isCancelled {
      await sweep()
      do { try await Task.sleep(for: .seconds(3600)) } catch { return }
    }
  }

  func sweep() async {
    // The clock of a rehearsal may be ahead, and browsers, links and mails those of the real conference.
    let now = min(clock.now(), Clock.system.now())
    await delete("What was kept for a while only") { try await PassedRows(database: database).prune(at: now) }
    await delete("Old mails") {
      try await Outbox(database, clock: clock).prune(before: now.adding(seconds: -KeptFor.mails))
    }
    guard let data else { return }
    await delete("Portraits of who was erased") { try await CasePicture.sweep(data, database) }
    await delete("Pictures that nothing names") {
      try await UnnamedPictures(data: data, database: database).sweep(at: Date())
    }
  }

  /// One thing that cannot be deleted keeps no other.
  private func delete(_ things: String, _ work: () async throws -> Void) async {
    do {
      try await work()
    } catch is CancellationError {
      // The server stops; the next one goes on.
    } catch {
      logger.warning("\(things) could not be deleted", metadata: ["error": "\(error)"])
    }
  }
}
