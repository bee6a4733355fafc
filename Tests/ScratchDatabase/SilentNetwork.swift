import Foundation
import Synchronization

/// A stretch of network before a server on the loopback, which can fall silent: nothing passes any more, and nobody is told.
public final class SilentNetwork: Sendable {
  /// Where to connect to.
  public let port: UInt16
  private let listener: Int32
  private let target: UInt16
  private let isSilentNow = Mutex(false)
  private let isEnded = Mutex(false)

  public init(before server: PostgresCluster) throws {
    (listener, port) = try Loopback.listen()
    target = server.port ?? 0
    Thread { [self] in accept() }.start()
  }

  /// The address of a database by this network and, as another server, without it.
  public func addressOfTwo(for database: String) -> String {
    "postgres://postgres@127.0.0.1:\(port),127.0.0.1:\(target)/\(database)"
  }

  /// What connects while the network is silent stays silent.
  public func isSilent(_ isSilent: Bool) { isSilentNow.withLock { $0 = isSilent } }

  public func end() {
    isEnded.withLock { $0 = true }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func accept() {
    while !isEnded.withLock({ $0 }) {
      let client = Foundation.accept(listener, nil, nil)
      guard client >= 0 else { break }
      Thread { [self] in carry(client) }.start()
    }
    close(listener)
  }

  private func carry(_ client: Int32) {
    defer { close(client) }
    guard let server = Loopback.connect(toPort: target) else { return }
    defer { close(server) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while !isEnded.withLock({ $0 }) {
      var ends = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard !isSilentNow.withLock({ $0 }) else {
        usleep(10_000)
        continue
      }
      poll(&ends, 2, 50)
      for (from, to) in [(0, server), (1, client)] where ends[from].revents != 0 {
        let count = recv(ends[from].fd, &bytes, bytes.count, 0)
        guard count > 0, send(to, bytes, count, Int32(MSG_NOSIGNAL)) == count else { return }
      }
    }
  }
}
