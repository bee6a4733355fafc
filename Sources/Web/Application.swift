import Conference
import HTTPTypes
import Hummingbird
import Logging
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
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "Hatata"),
      onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) },
      logger: logger)
    application.addServices(ProgramWatch(site: self))
    return application
  }
}

/// Answers from the page cache where it can, before anything is routed or logged.
struct SiteResponder<Inner: HTTPResponder>: HTTPResponder {
  let pages: PageResponder
  let inner: Inner

  func respond(to request: Request, context: Inner.Context) async throws -> Response {
    if let response = pages.cached(request) { return response }
    return try await inner.respond(to: request, context: context)
  }
}

/// Looks several times a second whether an import changed the program, and takes it up.
struct ProgramWatch: Service {
  let site: Site

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await site.refresh()
          try await Task.sleep(for: .milliseconds(300))
        } catch is CancellationError {
          return
        } catch {
          site.logger.error("The program could not be read again", metadata: ["error": "\(error)"])
          try await Task.sleep(for: .seconds(2))
        }
      }
    }
  }
}
