import Conference
import Hummingbird

extension Routes {
  /// The way in by mail: asking, the link, the code; registering; and the way out.
  func addSignIn() {
    personal("sign-in", .door) { SignInPage.page($0) }
    form("sign-in", .door) { try await SignInActions.ask($0) }
    // Looking at a link, as scanners of mail do, uses nothing up: its button does.
    personal("sign-in/link/:link", .door) { try LinkPage.page($0) }
    form("sign-in/link", .door) { try await SignInActions.enterByLink($0) }
    form("sign-in/code", .door) { try await SignInActions.enterByCode($0) }
    form("sign-out", .door) { try await SignInActions.leave($0) }
    personal("registration", .door) { try RegistrationPage.page($0) }
    form("registration", .door) { try await SignInActions.register($0) }
    personal("conduct-acceptance", .door) { try AcceptancePage.page($0) }
    form("conduct-acceptance", .door) { try await SignInActions.acceptConduct($0) }
  }
}
