import Conference
import Hummingbird
import Markup

/// Everything that a page or an action of one visitor may depend on.
struct Personal: Sendable {
  let visit: Visit
  let access: Access
  /// The browser's own secret, which its sign-in links are bound to.
  let browser: Secret
  /// What every form carries, so that no other site can make one up.
  let formToken: Secret
  let request: Request

  init(_ visit: Visit, _ access: Access, _ request: Request, browser: Secret) {
    (self.visit, self.access, self.browser, self.request) = (visit, access, browser, request)
    formToken = (SecretCookie.device.secret(request) ?? browser).derived(for: "forms")
  }

  /// The account; throws where nobody is signed in.
  var account: Account {
    get throws {
      guard let account = access.account else { throw ConferenceError.unauthenticated }
      return account
    }
  }

  /// The same with what waits for them at the desks, which the header of a page of theirs says.
  func withDesks() async throws -> Personal {
    var visit = visit
    try await visit.lookAtDesks(for: access)
    return Personal(visit, access, request, browser: browser)
  }

  /// The hidden field that every form has.
  var tokenField: HTML { "<input type=\"hidden\" name=\"token\" value=\"\(formToken.text)\">" }
}
