import Conference
import Markup

/// Where newcomers register, if the conference lets them.
enum RegistrationPage {
  static func page(_ personal: Personal) throws -> Page {
    let registration = personal.visit.choices.registration
    if case .closed = registration.mode { return closed }
    return Page(
      title: "Register", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>Register</h1>
        <p>\(registration.mode == .approval ? "An organizer reads every registration before it counts." : "It takes a minute.") A mail shows that the address is yours.</p>
        <form action="/registration" method="post" class="stack">\(personal.tokenField)
        \(field("name", "Name", "name", isRequired: true))
        \(field("email", "E-mail address", "email", type: "email", isRequired: true))
        \(field("affiliation", "Affiliation", "organization"))
        \(field("country", "Country", "country-name"))
        \(HTML.when(registration.mode == .code, field("code", "Registration code", "off", isRequired: true)))
        <button class="button is-main" type="submit">Register</button></form>
        <p class="muted">Registered already? <a href="/sign-in">Sign in</a></p></div>
        """)
  }

  private static func field(
    _ name: String, _ label: String, _ hint: String, type: String = "text", isRequired: Bool = false
  )
    -> HTML
  {
    """
    <label for="\(name)">\(label)\(HTML.when(!isRequired, " <span class=\"muted\">(if you like)</span>"))</label>
    <input class="field" id="\(name)" name="\(name)" type="\(type)" autocomplete="\(hint)" maxlength="200"\(HTML.when(isRequired, " required"))>
    """
  }

  private static let closed = Page(
    title: "Registration", section: .account, styles: ["account"], isUnlisted: true,
    body: """
      <div class="door"><h1>Registration is not here</h1>
      <p>Who is registered with the conference can sign in with the address used there.</p>
      <p class="actions"><a class="button is-main" href="/sign-in">Sign in</a><a class="button" href="/help">Help</a></p></div>
      """)
}
