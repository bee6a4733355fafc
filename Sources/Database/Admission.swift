import Dispatch
import Synchronization

/// Counts who is using the database, so that closing it waits for them and lets nobody in any more.
final class Admission: Sendable {
  private let isClosed = Mutex(false)
  private let users = DispatchGroup()

  func enter(_ place: String) throws {
    try isClosed.withLock { isClosed in
      guard !isClosed else { throw DatabaseError(.misuse, place, "has been closed", nil) }
      users.enter()
    }
  }

  func leave() {
    users.leave()
  }

  /// Runs `close` once, when all have left; throws, and lets in again, when somebody stays for more than `seconds`.
  func closeWhenEmpty(_ place: String, seconds: Double = 10, _ close: () throws -> Void) throws {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    if wasClosed { return }
    do {
      guard users.wait(timeout: .now() + seconds) == .success else {
        throw DatabaseError(.busy, place, "is still in use after \(seconds) s", "end all reads and writes first")
      }
      try close()
    } catch {
      isClosed.withLock { $0 = false }
      throw error
    }
  }
}
