import Dispatch
import Foundation
import Synchronization

/// Hears of new events on a connection and a thread of its own; while the connection is lost, it makes it again, less and
/// less often.
///
/// It waits with `poll`, as Dispatch's sources on Linux may drop the news that a connection has ended.
final class PostgresListener: EventWatch {
  static let channel = "hatata_events"
  private let server: PostgresServer
  private let wake: @Sendable () -> Void
  private let isEnded = Mutex(false)
  /// Seconds.
  private static let (shortestPause, longestPause, look) = (0.1, 2.0, 1.0)

  init(on server: PostgresServer, _ wake: @escaping @Sendable () -> Void) {
    (self.server, self.wake) = (server, wake)
    DispatchQueue(label: "hatata.postgres.events").async { self.listen() }
  }

  /// Takes effect within about a second.
  func end() {
    isEnded.withLock { $0 = true }
  }

  private func listen() {
    var pause = Self.shortestPause
    while !isEnded.withLock({ $0 }) {
      do {
        try follow { pause = Self.shortestPause }
      } catch {
        Thread.sleep(forTimeInterval: pause * .random(in: 0.5...1))
        pause = min(Self.longestPause, pause * 2)
      }
    }
  }

  private func follow(_ connected: () -> Void) throws {
    let link = try PostgresLink(to: server.address, settings: server.settings)
    _ = try link.run([.text("LISTEN \(Self.channel)")])
    connected()
    // What came while nobody listened.
    wake()
    while !isEnded.withLock({ $0 }) {
      if try link.hears(within: Self.look) { wake() }
    }
  }
}
