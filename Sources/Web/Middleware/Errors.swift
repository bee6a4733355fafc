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
      return try await pages.response(to: request, context, .door) { _ in throw failure }
    }
  }

  private static func failure(_ error: any Error) -> any Error {
    guard let http = error as? any HTTPResponseError, http.status == .notFound else { return error }
    return ConferenceError.notFound("page")
  }
}
