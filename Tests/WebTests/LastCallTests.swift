import NIOCore
import NIOEmbedded
import Testing

@testable import Web

@Suite struct LastCallTests {
  private func open() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandler(LastCall())
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  @Test("a connection is closed when it is still busy eight seconds after the server was told to stop")
  func stopping() throws {
    let channel = try open()
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    channel.embeddedEventLoop.advanceTime(by: .milliseconds(7_900))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .milliseconds(200))
    #expect(!channel.isActive)
  }

  @Test("otherwise it may take as long as it likes")
  func running() throws {
    let channel = try open()
    channel.embeddedEventLoop.advanceTime(by: .hours(24))
    #expect(channel.isActive)
    _ = try channel.finish()
  }
}
