import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import Web

/// A stream that is open as far as the hub knows, without a network behind it.
final class OpenStream: Sendable {
  private let channel = NIOAsyncTestingChannel()
  private let closed = Mutex(false)

  init(_ topics: Set<String>, of account: String? = nil, in hub: LiveHub) async {
    channel.closeFuture.whenComplete { [self] _ in closed.withLock { $0 = true } }
    let reader = LiveHub.Reader(channel: channel, topics: topics, account: account)
    // What is published meanwhile, it does not have to hear.
    while hub.add(reader, having: hub.published, after: hub.closings) != .isIn { await Task.yield() }
    await channel.testingEventLoop.run()
  }

  /// Whether the site has closed it by now.
  var isClosed: Bool {
    get async {
      for _ in 0..<2 { await channel.testingEventLoop.run() }
      return closed.withLock { $0 }
    }
  }

  /// What was told since this was asked last.
  func told() async throws -> String {
    await channel.testingEventLoop.run()
    var text = ""
    while case .byteBuffer(let buffer)? = try await channel.readOutbound(as: IOData.self) {
      text += String(buffer: buffer)
    }
    return text
  }
}
