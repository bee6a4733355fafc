import Hummingbird
import Logging
import NIOCore

/// What the server knows of a connection besides the request.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The other end; nil in tests without a network.
  let peer: SocketAddress?
  /// What a stream is written to.
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
    peer = source.channel.remoteAddress
  }

  /// The address as it is in the table of routes, for logs: the one that was asked for may hold a secret.
  var route: String { endpointPath ?? "none" }

  /// Writes the route into each of its lines.
  var routeLogger: Logger {
    var logger = logger
    logger[metadataKey: "route"] = "\(route)"
    return logger
  }
}
