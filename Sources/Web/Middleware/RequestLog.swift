import HTTPTypes
import Hummingbird
import Logging

/// What is written down of each request, and what it is known by: by its route, as the address may hold a secret.
enum RequestLog {
  static let field = HTTPField.Name("X-Request-Id")!
  /// Who waits longer does so on record.
  private static let patience = Duration.seconds(1)

  /// The answer with the request's number, after a line for who runs the server.
  static func finished(_ response: Response, _ request: Request, _ context: SiteContext, after duration: Duration)
    -> Response
  {
    var response = response
    response.headers[field] = context.logger[metadataKey: "hb.request.id"]?.description
    note(response.status, request, context, after: duration)
    return response
  }

  static func note(
    _ status: HTTPResponse.Status, _ request: Request, _ context: SiteContext, after duration: Duration
  ) {
    let route = context.route
    context.logger.log(
      level: level(status, after: duration, route: route), "Answered",
      metadata: [
        "status": "\(status.code)", "method": "\(request.method)", "route": "\(route)",
        "milliseconds": "\(Int(duration / .milliseconds(1)))",
      ])
  }

  /// What failed and what was slow is worth a line at any time. Balancers ask for the health all the time, and its changes have a line already.
  static func level(_ status: HTTPResponse.Status, after duration: Duration, route: String) -> Logger.Level {
    if route.hasPrefix("/health/") { return .debug }
    if status.code >= 500 { return .warning }
    return duration > patience ? .notice : .debug
  }
}
