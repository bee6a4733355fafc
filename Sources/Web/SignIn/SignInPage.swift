import Conference
import Markup

/// Where one asks for the mail to sign in with.
enum SignInPage {
  static func page(_ personal: Personal) -> Page {
    let (visit, back) = (personal.visit, BackPath(personal.visit.query["back"]).path)
    guard !visit.isSignedIn else { return already(personal, back) }
    return Page(
      title: "Sign in", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>Sign in</h1>
        \(OpenIDButtons.signIn(personal, back: back))
        <p>\(visit.site.settings.openID.isEmpty ? "We send" : "Or by mail: we send") a link and a code to the address that you registered with. There is no password.</p>
        \(form(personal, back: back))
        \(register(visit))
        <p class="muted">No mail within two minutes? Look among unwanted mail, or ask the organizers, who can give you a code.</p></div>
        """)
  }

  static func form(_ personal: Personal, back: String) -> HTML {
    """
    <form action="/sign-in" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)">
    <label for="email">E-mail address</label>
    <input class="field" id="email" name="email" type="email" autocomplete="email" required maxlength="320" dir="ltr">
    <button class="button is-main" type="submit">Send me a link</button></form>
    """
  }

  private static func register(_ visit: Visit) -> HTML {
    switch visit.choices.registration.mode {
    case .closed: .empty
    case .code, .approval, .open: "<p>Not registered yet? <a href=\"/registration\">Register</a></p>"
    }
  }

  private static func already(_ personal: Personal, _ back: String) -> Page {
    Page(
      title: "Signed in", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>You are signed in</h1><p dir="auto">as \(personal.access.account?.name ?? "").</p>
        <p class="actions"><a class="button is-main" href="\(url: back)">Go on</a><a class="button" href="/account">My account</a></p></div>
        """)
  }
}

/// What one sees when the mail is on its way, whether or not there is anybody to send it to.
enum SentPage {
  static func page(_ email: EmailAddress, _ personal: Personal, back: String, problem: String? = nil) -> Page {
    Page(
      title: "Look into your mail", section: .account, styles: ["account"], status: problem == nil ? 200 : 400,
      isUnlisted: true,
      body: """
        <div class="door"><h1>Look into your mail</h1>
        <p>If <strong dir="ltr">\(email.text)</strong> is registered, a mail is on its way there. Open its link in this browser, or type its code here:</p>
        \(problem.map { "<p class=\"problem\" role=\"alert\">\($0)</p>" as HTML })
        <form action="/sign-in/code" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)"><input type="hidden" name="email" value="\(email.text)">
        <label for="code">Code from the mail</label>
        <input class="field is-code" id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="12" placeholder="K3TZ-90QA" dir="ltr">
        <button class="button is-main" type="submit">Sign in</button></form>
        <p class="muted">The mail works for ten minutes. Only the newest one does: <a href="/sign-in?back=\(Query.encoded(back))">ask for another one</a> if it does not come.</p></div>
        """)
  }
}

/// Where the link of a mail leads: to a button.
enum LinkPage {
  static func page(_ personal: Personal) throws -> Page {
    let link = try personal.visit.parameter("link")
    let back = BackPath(personal.visit.query["back"]).path
    return Page(
      title: "Sign in", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door"><h1>Sign in</h1><p>One more step: press the button.</p>
        <form action="/sign-in/link" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)"><input type="hidden" name="link" value="\(link)">
        <button class="button is-main" type="submit">Sign in</button></form></div>
        """)
  }

  static func spent(_ visit: Visit) -> Page {
    page(
      "This link does not work any more",
      "A link works once, within ten minutes, and only the newest one does.")
  }

  static func otherBrowser(_ visit: Visit) -> Page {
    page(
      "Open the link in the other browser",
      "It works only in the browser that asked for it, so that nobody can sign you in without your doing. Here, ask for a mail of its own, or type the code of the mail there."
    )
  }

  private static func page(_ title: String, _ text: String) -> Page {
    Page(
      title: title, section: .account, styles: ["account"], status: 403, isUnlisted: true,
      body: """
        <div class="door"><h1>\(title)</h1><p>\(text)</p>
        <p class="actions"><a class="button is-main" href="/sign-in">Ask for a new mail</a></p></div>
        """)
  }
}
