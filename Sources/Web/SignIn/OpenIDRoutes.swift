import Conference
import Hummingbird

extension Routes {
  /// Signing in at a provider of OpenID Connect; what is tied to the account is also untied here.
  func addOpenID() {
    form("sign-in/openid/:provider", .door) { try await OpenIDActions.begin($0) }
    arrival("sign-in/openid/:provider/return", .door) { try await OpenIDActions.finish($0) }
    form("account/identities/:id/removal", .account) { act in
      try await act.site.people.untie(act.visit.parameter("id"), from: try act.personal.account.id)
      return .seeOther("/account#identities")
    }
  }

  /// The one address that does something by GET, since it is another site that leads there: what keeps strangers out is the
  /// state, which works once and in the browser only that asked for it.
  private func arrival(_ path: RouterPath, _ need: Need, _ body: @escaping @Sendable (Personal) async throws -> Reply) {
    on(.get, path, need) { [pages] request, context in try await pages.arrival(request, context, body) }
  }
}

extension PageResponder {
  fileprivate func arrival(
    _ request: Request, _ context: SiteContext, _ body: @Sendable (Personal) async throws -> Reply
  ) async throws -> Response {
    let edition = site.edition
    let access = Access(try await site.doorkeeper.lookedUp(request)?.account, conduct: edition.conduct)
    let visit = try visit(request, context, edition, access)
    let browser = SecretCookie.browser.secret(request) ?? .random()
    do {
      return try answer(try await body(Personal(visit, access, request, browser: browser)), visit, browser, request)
    } catch {
      return Self.personal(ErrorPage.page(error, visit, logger: context.routeLogger), visit, browser: browser, request)
    }
  }
}

extension Site {
  /// Throws where there is no such provider.
  func openID(_ id: String) throws -> OpenIDSignIns {
    guard let provider = settings.openID.first(where: { $0.id == id }) else {
      throw ConferenceError.notFound("such way to sign in")
    }
    return OpenIDSignIns(
      provider, returnAddress: "\(settings.address)/sign-in/openid/\(provider.id)/return", directory: openIDDirectory,
      database, clock: clock, limits: settings.signInLimits)
  }
}
