import Conference
import HTTPTypes
import Hummingbird

/// Turns what routes throw, and addresses that no route knows, into pages.
struct Errors: RouterMiddleware {
  let pages: PageResponder

  func handle(_ request: Request, context: Routes.Context, next: (Request, Routes.Context) async throws -> Response)
    async throws -> Response
  {
    var response = try await answer(request, context, next)
    let retryAfter = HTTPField.Name("Retry-After")!
    if [503, 507].contains(response.status.code), response.headers[retryAfter] == nil {
      response.headers[retryAfter] = "60"
    }
    return response
  }

  private func answer(
    _ request: Request, _ context: Routes.Context, _ next: (Request, Routes.Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let failure = Self.failure(error)
      if API.owns(request) { return API.failure(failure, request, context.routeLogger) }
      if let response = await self.moved(request, failure) { return response }
      return try await pages.response(to: request, context, .door) { _ in throw failure }
    }
  }

  /// What answers an address that another portal had for something that is here, too.
  private func moved(_ request: Request, _ failure: any Error) async -> Response? {
    guard request.method == .get || request.method == .head, request.uri.path.hasSuffix(".html"),
      case .notFound? = failure as? ConferenceError, let (edition, access) = try? await pages.seen(request, .door)
    else { return nil }
    let program = edition.program(for: access.audience)
    let target = PortalAddress.target(of: request.uri.path, query: Query(request.uri.query), program)
    guard let target else { return nil }
    var response = Response(status: .seeOther, headers: Security.personalFields)
    response.headers[.location] = target
    return response
  }

  private static func failure(_ error: any Error) -> any Error {
    guard let http = error as? any HTTPResponseError, http.status == .notFound else { return error }
    return ConferenceError.notFound("page")
  }
}
