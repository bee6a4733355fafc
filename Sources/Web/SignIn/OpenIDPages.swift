import Conference
import Markup

/// What one sees on the way to a provider, and where coming back led nowhere.
enum OpenIDPages {
  static func leaving(to name: String, _ address: String) -> Page {
    door(
      "On to \(name)", status: 200, "You sign in there and come back.",
      "<a class=\"button is-main\" href=\"\(url: address)\" rel=\"noreferrer\">Go on to \(name)</a>")
  }

  static func refused(_ name: String) -> Page {
    door(
      "This did not work", status: 403,
      "What \(name) sent cannot be trusted, so nobody was signed in. Try again, or sign in by mail.", again)
  }

  static func page(_ outcome: OpenIDSignIns.Outcome, _ name: String, _ visit: Visit) -> Page {
    switch outcome {
    case .declined:
      door(
        "You were not signed in", status: 403,
        "\(name) says that the sign-in was not finished there. Try again, or sign in by mail.", again)
    case .ofAnother:
      door(
        "This belongs to another account", status: 409,
        "Somebody signs in to another account here with it. If that is you too, sign in there and take it away first.",
        "<a class=\"button is-main\" href=\"/account\">My account</a>")
    case .stranger:
      door(
        "You are not on the list", status: 403,
        "\(name) knows you, but nobody with your address is let in here. Perhaps you registered with another address: sign in with that one by mail, then tie \(name) to it under “My account”.",
        "\(again)\(register(visit))")
    case .noAddress:
      door(
        "One more step", status: 403,
        "\(name) vouches for no address of yours, so we cannot tell who you are here. Sign in by mail once, then tie \(name) to your account under “My account”: from then on it suffices.",
        "\(again)\(register(visit))")
    case .spent, .tied, .signedIn, .refused:
      door(
        "This sign-in has ended", status: 403,
        "It works once, within ten minutes, in the browser that began it. Begin anew.", again)
    }
  }

  private static let again: HTML = "<a class=\"button is-main\" href=\"/sign-in\">Sign in</a>"

  private static func register(_ visit: Visit) -> HTML {
    HTML.when(visit.choices.registration.mode != .closed, "<a class=\"button\" href=\"/registration\">Register</a>")
  }

  private static func door(_ title: String, status: Int, _ text: String, _ actions: HTML) -> Page {
    Page(
      title: title, section: .account, styles: ["account"], status: status, isUnlisted: true,
      body: """
        <div class="door"><h1>\(title)</h1><p>\(text)</p><p class="actions">\(actions)</p></div>
        """)
  }
}
