import Conference
import HTTPTypes

/// Going to a provider, and coming back.
enum OpenIDActions {
  static func begin(_ act: Act) async throws -> Reply {
    let signIns = try act.site.openID(act.visit.parameter("provider"))
    let address = try await signIns.begin(
      browser: act.personal.browser, account: act.personal.access.account?.id, back: act.back, client: act.client)
    // The browser that leaves has to be known again.
    return .leaving(
      OpenIDPages.leaving(to: signIns.provider.name, address), to: address,
      cookies: [SecretCookie.browser.setting(act.personal.browser)])
  }

  static func finish(_ personal: Personal) async throws -> Reply {
    let visit = personal.visit
    let signIns = try visit.site.openID(visit.parameter("provider"))
    let outcome = try await signIns.finish(
      .init(
        state: visit.query["state"], code: visit.query["code"], issuer: visit.query["iss"], browser: personal.browser,
        account: personal.access.account?.id, named: BrowserName.of(personal.request)))
    switch outcome {
    case .signedIn(let secret, let back):
      try await SignInActions.endDevice(personal)
      return .seeOther(back, cookies: [SecretCookie.device.setting(secret), SecretCookie.browser.setting(.random())])
    case .tied: return .seeOther("/account#identities")
    case .refused(let reason):
      visit.site.logger.warning(
        "A sign-in by OpenID Connect was refused", metadata: ["provider": "\(signIns.provider)", "reason": "\(reason)"])
      return .page(OpenIDPages.refused(signIns.provider.name))
    case .spent, .declined, .ofAnother, .stranger, .noAddress:
      return .page(OpenIDPages.page(outcome, signIns.provider.name, visit))
    }
  }
}
