import Conference
import HTTPTypes
import Hummingbird
import Logging

/// All that programs can do with the conference, for tokens of limited scope.
enum API {
  static let root = "/api/v1"

  /// A new part is a line here.
  static let operations: [APIOperation] = [
    tokenOperations, peopleOperations, peopleImportOperations, programOperations, changeOperations,
    programFileOperations, claimOperations, announcementOperations, settingOperations, mailOperations, recordOperations,
    channelOperations, helpShiftOperations, conversationOperations, questionOperations, previewOperations,
  ].flatMap { $0 }

  /// The methods that an address of the API has; nil where it has none.
  static func methods(at path: String) -> [HTTPRequest.Method]? {
    let parts = path.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
    let here = operations.filter { operation in
      let names = operation.path.split(separator: "/", omittingEmptySubsequences: false)
      return names.count == parts.count && zip(names, parts).allSatisfy { $0.hasPrefix("{") ? !$1.isEmpty : $0 == $1 }
    }
    // One with fewer names in braces is nearer: "/people/imports" is no person.
    let fewest = here.map(\.parameters.count).min()
    let nearest = here.filter { $0.parameters.count == fewest }.map(\.method)
    if path == root + "/openapi.json" { return [.get] }
    return nearest.isEmpty ? nil : nearest
  }
}

extension Routes {
  /// The API for programs, with its description.
  func addAPI(_ site: Site) {
    for operation in API.operations {
      on(operation.method, RouterPath(API.root + operation.path), .token(operation.scope)) { request, context in
        await API.response(to: request, context, site, operation)
      }
    }
    on(.get, RouterPath(API.root + "/openapi.json"), .door) { request, _ in
      let bytes = try APIDocument.value(address: site.settings.address).json
      return StoredBody(bytes, type: "application/json", caching: "no-cache").response(to: request)
    }
  }
}

extension API {
  /// What an operation answers, or why it does not.
  static func response(to request: Request, _ context: SiteContext, _ site: Site, _ operation: APIOperation) async
    -> Response
  {
    let logger = context.routeLogger
    do {
      let holder = try await APIDoor(site: site).holder(request, context)
      if let scope = operation.scope { try holder.require(scope) }
      let call = try await operation.call(request, context, site, holder)
      return try await operation.handle(call).response()
    } catch {
      return response(to: error, logger)
    }
  }

  static func response(to error: any Error, _ logger: Logger) -> Response {
    do {
      return try APIProblem(error, logger: logger).response
    } catch {
      return Response(status: .internalServerError)
    }
  }

  /// Whether an address is one of the API's, whatever becomes of it.
  static func owns(_ request: Request) -> Bool {
    request.uri.path == root || request.uri.path.hasPrefix(root + "/")
  }

  /// What is said of an address that the API has not, or not for this method.
  static func failure(_ error: any Error, _ request: Request, _ logger: Logger) -> Response {
    guard let methods = methods(at: request.uri.path), !methods.contains(request.method) else {
      return response(to: error, logger)
    }
    let names = Set(methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])).sorted().joined(separator: ", ")
    var problem = APIProblem(
      405, "Not this method", "\(request.method.rawValue) does nothing here.", advice: "use one of: \(names)")
    problem.headers[.allow] = names
    return response(to: problem, logger)
  }
}
