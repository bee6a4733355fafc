import Conference
import Database
import Hummingbird
import Synchronization

/// Knows who is signed in in which browser. What it has in memory lasts for pages to read; whoever changes something is
/// looked up anew.
final class Doorkeeper: Sendable {
  private struct Known {
    let signedIn: SignedIn?
    let until: Instant
  }

  let devices: Devices
  private let clock: Clock
  private struct Memory {
    var known: [String: Known] = [:]
    /// Rises whenever something is forgotten, so that an answer from before is not taken for one from after.
    var forgotten = 0
  }

  private let memory = Mutex(Memory())
  /// Seconds after which the database is asked again, should no event have told of a change.
  private static let patience = 30

  init(_ database: Database, clock: Clock) {
    devices = Devices(database, clock: clock)
    self.clock = clock
  }

  /// Who asks, as far as it is in memory: nil if the database has to be asked.
  func remembered(_ request: Request) -> SignedIn?? {
    guard let secret = SecretCookie.device.secret(request) else { return .some(nil) }
    let (hash, now) = (secret.hash, clock.now())
    return memory.withLock { memory in
      guard let found = memory.known[hash], found.until > now else { return nil }
      return .some(found.signedIn)
    }
  }

  /// Who asks.
  func signedIn(_ request: Request) async throws -> SignedIn? {
    if let remembered = remembered(request) { return remembered }
    return try await lookedUp(request)
  }

  /// Who asks, according to the database.
  func lookedUp(_ request: Request) async throws -> SignedIn? {
    guard let secret = SecretCookie.device.secret(request) else { return nil }
    let forgotten = memory.withLock { $0.forgotten }
    let found = try await devices.signedIn(secret)
    let until = clock.now().adding(seconds: Self.patience)
    memory.withLock { memory in
      guard memory.forgotten == forgotten else { return }
      // Whoever makes up secrets must not fill the memory.
      if memory.known.count > 50_000 { memory.known.removeAll() }
      memory.known[secret.hash] = Known(signedIn: found, until: until)
    }
    return found
  }

  /// Forgets what it knows of an account, whose rights may have changed.
  func forget(_ account: String) {
    memory.withLock { memory in
      memory.forgotten += 1
      memory.known = memory.known.filter { $0.value.signedIn?.account.id != account }
    }
  }

  func forgetEverybody() {
    memory.withLock { memory in
      memory.forgotten += 1
      memory.known.removeAll()
    }
  }
}
