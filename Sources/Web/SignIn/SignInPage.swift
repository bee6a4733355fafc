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
        <p class="muted">No mail within two minutes? Look among unwanted mail, or ask the organizers, who can give you a code.</p>
        \(CodeForm.folded(personal, back: back))</div>
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

  /// For who is here already and need not sign in.
  static func already(_ personal: Personal, _ back: String) -> Page {
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
        <p>If <strong dir="ltr">\(email.text)</strong> can be used to sign in, a mail is on its way there. Open its link in this browser, or type its code here:</p>
        \(problem.map { "<p class=\"problem\" role=\"alert\">\($0)</p>" as HTML })
        <form action="/sign-in/code" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)"><input type="hidden" name="email" value="\(email.text)">
        \(CodeForm.field("Code from the mail"))
        <button class="button is-main" type="submit">Sign in</button></form>
        <p class="muted">The mail works for ten minutes. Only the newest one does: <a href="/sign-in?back=\(Query.encoded(back))">ask for another one</a> if it does not come.</p></div>
        """)
  }
}

/// Where one types a code: of a mail, or as the organizers gave it.
enum CodeForm {
  static func field(_ label: String) -> HTML {
    """
    <label for="code">\(label)</label>
    <input class="field is-code" id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="12" placeholder="K3TZ-90QA" dir="ltr">
    """
  }

  /// With the address that the code is for, where nothing else tells it.
  static func folded(_ personal: Personal, back: String) -> HTML {
    """
    <details><summary>Type a code</summary>
    <form action="/sign-in/code" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)">
    <label for="code-email">E-mail address that it is for</label>
    <input class="field" id="code-email" name="email" type="email" autocomplete="email" required maxlength="320" dir="ltr">
    \(field("Code"))
    <button class="button" type="submit">Sign in</button></form></details>
    """
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
        <div class="door"><h1>Sign in</h1>\(here(personal, back))<p>One more step: press the button.</p>
        <form action="/sign-in/link" method="post" class="stack">\(personal.tokenField)<input type="hidden" name="back" value="\(back)"><input type="hidden" name="link" value="\(link)">
        <button class="button is-main" type="submit">Sign in</button></form></div>
        """)
  }

  /// The link may be somebody else's than who is signed in here.
  private static func here(_ personal: Personal, _ back: String) -> HTML {
    guard personal.visit.isSignedIn, let name = personal.access.account?.name else { return .empty }
    return """
      <p>You are signed in as <span dir="auto">\(name)</span> already. <a href="\(url: back)">Go on</a></p>
      """
  }

  static func spent(_ personal: Personal, back: String) -> Page {
    guard !personal.visit.isSignedIn else { return SignInPage.already(personal, back) }
    return page(
      "This link does not work any more",
      "It works once and for a short time, and only the newest one does. Ask for a new mail, or the organizers for a new code.",
      personal, back: back)
  }

  static func otherBrowser(_ personal: Personal, back: String) -> Page {
    page(
      "Open the link in the other browser",
      "It works only in the browser that asked for it, so that nobody can sign you in without your doing. Here, ask for a mail of its own, or type the code of the mail.",
      personal, back: back)
  }

  private static func page(_ title: String, _ text: String, _ personal: Personal, back: String) -> Page {
    Page(
      title: title, section: .account, styles: ["account"], status: 403, isUnlisted: true,
      body: """
        <div class="door"><h1>\(title)</h1><p>\(text)</p>
        <p class="actions"><a class="button is-main" href="/sign-in?back=\(Query.encoded(back))">Ask for a new mail</a></p>
        \(CodeForm.folded(personal, back: back))</div>
        """)
  }
}
