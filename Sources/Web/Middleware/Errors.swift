import Conference
import HTTPTypes
import Hummingbird

/// Turns what routes throw, and addresses that no route knows, into pages; and writes down what was asked for.
struct Errors: RouterMiddleware {
  let pages: PageResponder

  func handle(_ request: Request, context: Routes.Context, next: (Request, Routes.Context) async throws -> Response)
    async throws -> Response
  {
    do {
      var response = try await next(request, context)
      response.headers[HTTPField.Name("X-Request-Id")!] = context.logger[metadataKey: "hb.request.id"]?.description
      context.logger.debug(
        "Answered",
        metadata: ["status": "\(response.status.code)", "method": "\(request.method)", "path": "\(request.uri.path)"])
      return response
    } catch {
      let failure = Self.failure(error)
      return try await pages.response(to: request, context) { _ in throw failure }
    }
  }

  private static func failure(_ error: any Error) -> any Error {
    guard let http = error as? any HTTPResponseError, http.status == .notFound else { return error }
    return ConferenceError.notFound("page")
  }
}
