import Conference
import HTTPTypes

/// What the forms of signing in do.
enum SignInActions {
  /// How long asking for a mail takes at least: what is done for who gets one, beside the answer, must not show in the time.
  static let patience: Duration = .milliseconds(50)

  static func ask(_ act: Act) async throws -> Reply {
    let asked = ContinuousClock.now
    let email = try address(act)
    let (visit, back) = (act.visit, act.back)
    try await act.site.signIns.ask(email, browser: act.personal.browser, client: act.client) { ticket, account in
      SignInLetter.letter(ticket, to: account, visit, back: back)
    }
    await wait(since: asked)
    return .page(SentPage.page(email, act.personal, back: back))
  }

  static func register(_ act: Act) async throws -> Reply {
    let asked = ContinuousClock.now
    let newcomer = try Newcomer(
      name: act.form["name"] ?? "", affiliation: act.form["affiliation"], country: act.form["country"])
    let (email, visit, back) = (try address(act), act.visit, act.back)
    try await act.site.signIns.register(
      newcomer, email, code: act.form["code"], browser: act.personal.browser, client: act.client
    ) { ticket, account in SignInLetter.letter(ticket, to: account, visit, back: back) }
    await wait(since: asked)
    return .page(SentPage.page(email, act.personal, back: back))
  }

  /// Ends early only where nobody waits for the answer any more.
  private static func wait(since asked: ContinuousClock.Instant) async {
    try? await Task.sleep(until: asked + patience, clock: .continuous)
  }

  private static func address(_ act: Act) throws -> EmailAddress {
    let text = try act.field("email", "E-mail address")
    guard let email = EmailAddress(text) else {
      throw ConferenceError.invalid(
        field: "E-mail address", problem: "“\(text.prefix(80))” is none", advice: "Write it as name@example.org.")
    }
    return email
  }

  static func enterByLink(_ act: Act) async throws -> Reply {
    let link = Secret(try act.field("link", "Link"))
    let outcome = try await act.site.signIns.enter(
      link: link, browser: act.personal.browser, named: BrowserName.of(act.personal.request))
    return try await reply(outcome, act)
  }

  static func enterByCode(_ act: Act) async throws -> Reply {
    let email = try address(act)
    guard let code = SignInCode(typed: act.form["code"] ?? "") else {
      return .page(
        SentPage.page(
          email, act.personal, back: act.back, problem: "A code has eight letters and digits, such as K3TZ-90QA."))
    }
    let outcome = try await act.site.signIns.enter(
      code: code, email: email, client: act.client, named: BrowserName.of(act.personal.request))
    if case .spent = outcome {
      return .page(
        SentPage.page(
          email, act.personal, back: act.back,
          problem:
            "This code does not work. Codes work once and for ten minutes, and of several only the newest."
        ))
    }
    return try await reply(outcome, act)
  }

  private static func reply(_ outcome: SignIns.Outcome, _ act: Act) async throws -> Reply {
    switch outcome {
    case .signedIn(let secret, _):
      // A browser that was somebody else's is nobody's from now on.
      try await endDevice(act.personal)
      return .seeOther(
        act.back, cookies: [SecretCookie.device.setting(secret), SecretCookie.browser.setting(.random())])
    case .spent: return .page(LinkPage.spent(act.personal, back: act.back))
    case .otherBrowser: return .page(LinkPage.otherBrowser(act.personal, back: act.back))
    case .tooMany(let refusal): throw refusal
    }
  }

  static func leave(_ act: Act) async throws -> Reply {
    try await endDevice(act.personal)
    return .seeOther(LeavingNotice.signedOut, cookies: [SecretCookie.device.removing, SecretCookie.browser.removing])
  }

  static func endDevice(_ personal: Personal) async throws {
    let doorkeeper = personal.visit.site.doorkeeper
    guard let signedIn = try await doorkeeper.lookedUp(personal.request) else { return }
    try await doorkeeper.devices.signOut(signedIn.device, of: signedIn.account.id)
    doorkeeper.forget(signedIn.account.id)
  }

  static func acceptConduct(_ act: Act) async throws -> Reply {
    let account = try act.personal.account
    guard let current = act.site.edition.conduct else { return .seeOther(act.back) }
    // The text may have changed while it was read.
    guard act.form["version"] == current else {
      return .seeOther("/conduct-acceptance?back=\(Query.encoded(act.back))")
    }
    try await act.site.people.acceptConduct(current, by: account.id)
    act.site.doorkeeper.forget(account.id)
    return .seeOther(act.back)
  }
}
