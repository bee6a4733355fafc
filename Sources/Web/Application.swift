import Conference
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

extension Site {
  /// The whole site as an application that listens on a host and port; run it, or hand it to a test.
  public func application(host: String, port: Int, onRunning: @escaping @Sendable (Int) -> Void = { _ in })
    -> some ApplicationProtocol
  {
    let routes = Routes(self)
    let responder = SiteResponder(pages: routes.pages, inner: routes.router.buildResponder())
    var application = Application(
      responder: responder,
      server: .http1(configuration: .init(additionalChannelHandlers: [LastCall(), UnreadRequest()])),
      // All pages that are open come back at once after a restart; who finds no place in the line tries again a second later.
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "Hatata", backlog: 4_096),
      onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) },
      logger: logger)
    application.addServices(LiveWatch(site: self))
    return application
  }
}

/// The application for as long as it is wanted; then open streams are told to come back later, since the server waits for them.
public struct Serving<Application: ApplicationProtocol>: Service {
  let application: Application
  let site: Site

  public init(_ application: Application, of site: Site) { (self.application, self.site) = (application, site) }

  public func run() async throws {
    try await withGracefulShutdownHandler {
      try await application.run()
    } onGracefulShutdown: { [live = site.live] in
      live.hub.end()
    }
  }
}

extension Site {
  /// The error in words for who starts the server, where it is one of listening.
  public static func explained(_ error: any Error, host: String, port: Int) -> any Error {
    if error is SocketAddressError.UnknownHost {
      return ConferenceError.notFound("there is no host \(host); choose another --host, such as 127.0.0.1 or 0.0.0.0")
    }
    guard let error = error as? IOError else { return error }
    switch error.errnoCode {
    case EADDRINUSE: return ConferenceError.conflict("port \(port) is taken; choose another one with --port")
    case EACCES: return ConferenceError.forbidden("port \(port) is only for the administrator; choose one from 1024 on")
    case EADDRNOTAVAIL: return ConferenceError.notFound("this machine has no address \(host); choose another --host")
    default: return error
    }
  }
}

/// Answers from memory where it can, before anything is routed or logged.
struct SiteResponder<Inner: HTTPResponder>: HTTPResponder where Inner.Context == SiteContext {
  let pages: PageResponder
  let inner: Inner

  func respond(to request: Request, context: SiteContext) async throws -> Response {
    if let response = pages.site.assets.kept(request) ?? pages.cached(request) { return response }
    guard request.uri.path == "/live" else { return try await answer(request, context) }
    // What a task has once needed it keeps until it ends, and a stream's ends with the stream: it is made ready in a task of its own.
    return try await pages.site.live.entrance.pass { try await answer(request, context) }
  }

  private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let clock = ContinuousClock()
    let started = clock.now
    do {
      let response = Security.completed(try await routed(request, context))
      return RequestLog.finished(response, request, context, after: clock.now - started)
    } catch {
      RequestLog.note(.internalServerError, request, context, after: clock.now - started)
      throw error
    }
  }

  private func routed(_ request: Request, _ context: SiteContext) async throws -> Response {
    let response = try await inner.respond(to: request, context: context)
    let isRead = request.method == .get || request.method == .head
    return response.status == .notFound && !isRead ? try await refusal(request, response, context) : response
  }

  /// What is there to be read, but not for this method, says so.
  private func refusal(_ request: Request, _ notFound: Response, _ context: SiteContext) async throws -> Response {
    let head = HTTPRequest(
      method: .get, scheme: request.head.scheme, authority: request.head.authority, path: request.head.path)
    let read = try await inner.respond(to: Request(head: head, body: .init(buffer: .init())), context: context)
    guard read.status == .ok else { return notFound }
    return Response(
      status: request.method == .options ? .noContent : .methodNotAllowed,
      headers: [.allow: "GET, HEAD", .contentType: "text/plain; charset=utf-8"],
      body: .init(
        byteBuffer: .init(
          string: request.method == .options ? "" : "\(request.method) does nothing here: GET reads it.\n")))
  }
}
