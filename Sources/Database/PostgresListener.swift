import Dispatch
import Synchronization

/// Hears of new events on a connection of its own, which it makes again, less and less often, while it is lost.
final class PostgresListener: EventWatch, @unchecked Sendable {
  static let channel = "hatata_events"
  private let server: PostgresServer
  private let wake: @Sendable () -> Void
  private let queue = DispatchQueue(label: "hatata.postgres.events")
  // Touched on the queue only.
  private var link: PostgresLink?
  private var source: (any DispatchSourceRead)?
  private var pause = 0.1
  private var isEnded = false

  init(on server: PostgresServer, _ wake: @escaping @Sendable () -> Void) {
    (self.server, self.wake) = (server, wake)
    queue.async { self.listen() }
  }

  func end() {
    queue.async {
      self.isEnded = true
      self.source?.cancel()
    }
  }

  private func listen() {
    guard !isEnded else { return }
    do {
      let link = try PostgresLink(to: server.address, settings: server.settings)
      _ = try link.run([.text("LISTEN \(Self.channel)")])
      follow(link)
    } catch {
      tryAgain()
    }
  }

  private func follow(_ link: PostgresLink) {
    let source = DispatchSource.makeReadSource(fileDescriptor: link.socket, queue: queue)
    (self.link, self.source, pause) = (link, source, 0.1)
    source.setEventHandler { [self] in
      guard let count = try? link.notifications() else { return source.cancel() }
      if count > 0 { wake() }
    }
    source.setCancelHandler { [self] in
      // The socket may only be closed now.
      (self.link, self.source) = (nil, nil)
      tryAgain()
    }
    source.resume()
    // What came while nobody listened.
    wake()
  }

  private func tryAgain() {
    guard !isEnded else { return }
    queue.asyncAfter(deadline: .now() + pause * .random(in: 0.5...1)) { self.listen() }
    pause = min(2, pause * 2)
  }
}
