import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// What the server refuses before there is a request to answer, since it cannot be read, says what all answers say to browsers.
final class UnreadRequest: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = Self.unwrapOutboundIn(data), head.status == .badRequest else {
      return context.write(data, promise: promise)
    }
    Security.complete(&head.headerFields)
    context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
  }
}
