import Conference
import HTTPTypes
import Hummingbird

/// Lets tokens in, and nothing else: no cookie is read here, so that no page elsewhere can act in a visitor's name.
struct APIDoor: Sendable {
  let site: Site

  /// Who asks; throws where no token opens, or it asks too often.
  func holder(_ request: Request, _ context: SiteContext) async throws -> TokenHolder {
    let client = site.client(request, peer: context.peer)
    let secret = try Self.secret(request)
    // Guessing leads nowhere, but each guess costs a look into the database.
    switch try await APITokens(site.database, clock: site.clock).present(secret) {
    case .accepted(let holder):
      try take("token \(holder.token.id)")
      return holder
    case .refused(let why):
      try take("client \(client)")
      throw APIProblem.unauthenticated(why)
    }
  }

  /// What stands after "Bearer"; in no other place is a token read, as addresses are logged.
  private static func secret(_ request: Request) throws -> Secret {
    guard let header = request.headers[.authorization] else { throw APIProblem.unauthenticated(nil) }
    let parts = header.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].lowercased() == "bearer", (20...200).contains(parts[1].utf8.count) else {
      throw APIProblem.unauthenticated("This is no bearer token.")
    }
    return Secret(String(parts[1]))
  }

  private func take(_ name: String) throws {
    let limit = site.settings.apiRequestsPerMinute
    guard let seconds = site.apiPace.wait(name, limit: limit, at: site.clock.now()) else { return }
    var problem = APIProblem(
      429, "Too often", "More than \(limit) requests came in a minute.", advice: "go on in \(seconds) seconds")
    problem.headers[HTTPField.Name("Retry-After")!] = "\(seconds)"
    throw problem
  }
}
