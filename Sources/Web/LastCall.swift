import NIOCore

/// Closes a connection that is still busy some seconds after the server was told to stop, which waits for all of them: somebody may have
/// paused a film, or be gone without a word.
final class LastCall: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  /// So long may an answer take that is under way.
  static let patience = TimeAmount.seconds(8)

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent {
      let channel = context.channel
      context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
    }
    context.fireUserInboundEventTriggered(event)
  }
}
