import Conference
import Markup

/// The buttons that lead to the providers.
enum OpenIDButtons {
  /// For the page of signing in; nothing where there are no providers.
  static func signIn(_ personal: Personal, back: String) -> HTML {
    let providers = personal.visit.site.settings.openID
    guard !providers.isEmpty else { return .empty }
    return """
      <div class="providers" role="group" aria-label="Other ways to sign in">\(providers.map {
        form($0, "Sign in with \($0.name)", personal, back: back)
      })</div>
      """
  }

  static func form(_ provider: OpenIDProvider, _ label: String, _ personal: Personal, back: String) -> HTML {
    """
    <form action="/sign-in/openid/\(provider.id)" method="post">\(personal.tokenField)<input type="hidden" name="back" value="\(back)"><button class="button" type="submit">\(label)</button></form>
    """
  }
}
