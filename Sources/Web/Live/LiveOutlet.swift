import NIOCore

/// Where a stream is written to, right beside its socket: what everybody is told is made ready once, and passes none of the connection's other handlers.
///
/// It belongs to its channel's event loop, and is used on it only.
final class LiveOutlet: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = IOData

  /// So many bytes may wait in the kernel for a slow reader, its own administration included, and that often it is looked at.
  private static let (patience, interval) = (256 << 10, 32 << 10)
  private var context: ChannelHandlerContext?
  /// Bytes written since it was last looked at.
  private var unwatched = 0
  /// Whether more waited in the kernel then than comes between two looks.
  private(set) var isSlow = false

  /// A part of an answer whose length is not known before (RFC 9112, 7.1).
  static func chunk(_ bytes: [UInt8]) -> ByteBuffer {
    var buffer = ByteBuffer()
    let length = String(bytes.count, radix: 16)
    buffer.reserveCapacity(length.utf8.count + bytes.count + 4)
    buffer.writeString(length)
    buffer.writeStaticString("\r\n")
    buffer.writeBytes(bytes)
    buffer.writeStaticString("\r\n")
    return buffer
  }

  /// Writes a chunk, or cuts a reader off that is too slow; it resumes where it was.
  func write(_ chunk: ByteBuffer) {
    guard let context else { return }
    guard context.channel.isWritable else { return cut() }
    context.writeAndFlush(wrapOutboundOut(.byteBuffer(chunk)), promise: nil)
    unwatched += chunk.readableBytes
    if unwatched > Self.interval { watch(context) }
  }

  /// The kernel takes megabytes for a reader that takes nothing, and everybody else waits while it does (sock_diag(7), SO_MEMINFO).
  private func watch(_ context: ChannelHandlerContext) {
    unwatched = 0
    guard let socket = context.channel as? any SocketOptionProvider else { return }
    let usage: EventLoopFuture<SocketMemory> = socket.unsafeGetSocketOption(level: .socket, name: .init(rawValue: 55))
    usage.assumeIsolated().whenSuccess { [self] in
      isSlow = $0.queued > Self.interval
      if $0.queued > Self.patience { cut() }
    }
  }

  private func cut() { context?.channel.cut() }

  /// Ends the answer as it should be, and closes the stream.
  func end(with bytes: [UInt8]) {
    guard let context else { return }
    var text = Self.chunk(bytes)
    text.writeStaticString("0\r\n\r\n")
    context.writeAndFlush(wrapOutboundOut(.byteBuffer(text))).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  func close() { context?.close(promise: nil) }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  /// Whoever reads a stream has nothing more to say.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}

/// What the kernel tells of a socket's memory, in bytes.
private struct SocketMemory {
  let received, receivable, sent, sendable, reserved, queued, options, backlog, dropped: UInt32
}
