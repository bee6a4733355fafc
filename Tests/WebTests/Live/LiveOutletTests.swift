import NIOCore
import NIOEmbedded
import Testing

@testable import Web

/// What is written beside the socket, past all other handlers.
@Suite struct LiveOutletTests {
  private func text(_ channel: EmbeddedChannel) throws -> String? {
    guard case .byteBuffer(let buffer)? = try channel.readOutbound(as: IOData.self) else { return nil }
    return String(buffer: buffer)
  }

  private func open() throws -> (EmbeddedChannel, LiveOutlet) {
    let (channel, outlet) = (EmbeddedChannel(), LiveOutlet())
    try channel.pipeline.syncOperations.addHandler(outlet, position: .first)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return (channel, outlet)
  }

  @Test("a part of a stream is a chunk with its length in hexadecimal digits")
  func chunk() throws {
    let (channel, outlet) = try open()
    outlet.write(LiveOutlet.chunk(Array("data: twenty-six bytes ñ\n\n".utf8)))
    #expect(try text(channel) == "1b\r\ndata: twenty-six bytes ñ\n\n\r\n")
    _ = try channel.finish(acceptAlreadyClosed: true)
  }

  @Test("a stream ends as an answer in chunks does")
  func end() throws {
    let (channel, outlet) = try open()
    outlet.end(with: Array("bye\n\n".utf8))
    #expect(try text(channel) == "5\r\nbye\n\n\r\n0\r\n\r\n")
    #expect(!channel.isActive)
    channel.embeddedEventLoop.run()
    outlet.write(LiveOutlet.chunk([1]))
    #expect(try text(channel) == nil, "what is closed is not written to")
  }

  @Test("a reader for whom too much waits is cut off")
  func slow() throws {
    let (channel, outlet) = try open()
    channel.isWritable = false
    outlet.write(LiveOutlet.chunk(Array("more\n\n".utf8)))
    #expect(!channel.isActive)
    #expect(try text(channel) == nil)
  }

  @Test("what a reader sends goes nowhere")
  func reads() throws {
    let (channel, _) = try open()
    try channel.writeInbound(ByteBuffer(string: "GET / HTTP/1.1\r\n\r\n"))
    #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
    #expect(channel.isActive)
    _ = try channel.finish()
  }
}

/// The line before streams that are made ready.
@Suite struct EntranceTests {
  @Test("no more than its width are in at once, all come through, and an error is handed on")
  func width() async throws {
    struct Refused: Error {}
    let (entrance, inside) = (Entrance(width: 3), Inside())
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask {
          try await entrance.pass {
            await inside.enter()
            await Task.yield()
            await inside.leave()
            return number
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 199 * 100)
    #expect(await (1...3).contains(inside.most))
    await #expect(throws: Refused.self) { try await entrance.pass { throw Refused() } }
    #expect(try await entrance.pass { 1 } == 1, "who failed has left")
  }

  private actor Inside {
    private var now = 0
    private(set) var most = 0

    func enter() {
      now += 1
      most = max(most, now)
    }

    func leave() { now -= 1 }
  }
}
