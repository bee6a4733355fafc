import Conference
import Markup

/// Where anybody asks a person for help.
enum HelpDeskPage {
  /// - Parameter refused: what was asked in vain, which stands in the form again.
  static func page(_ personal: Personal, refused: RefusedForm? = nil) async throws -> Page {
    let visit = personal.visit
    let call = try await visit.site.helpShifts.call()
    return Page(
      title: "Help desk", section: .help, styles: ["account", "help-desk"], scripts: ["help-desk"], isUnlisted: true,
      body: """
        <div class="page-head"><h1>Help desk</h1><a class="button" href="/help">Questions and answers</a></div>
        \(DoneNotice.html(visit, ["asked": "Your question is in the queue. The answer comes by mail."]))
        \(HelpCall.part(call, personal))\(try await HelpAsked.html(personal))\(form(personal, refused))
        """
    ).refusing(refused?.refusal)
  }

  private static func form(_ personal: Personal, _ refused: RefusedForm?) -> HTML {
    let written = refused?.form
    let asked = personal.visit.query["page"].map { personal.visit.absolute(BackPath($0).path) }
    let page = refused == nil ? asked : written?["page"]
    let browser = refused == nil ? BrowserName.of(personal.request) : written?["browser"]
    return """
      <form class="stack help-form" action="/help/requests" method="post">\(personal.tokenField)<input type="hidden" name="client" value="\(written?["client"] ?? Account.newId())">
      \(refused.map { "<p class=\"problem\" role=\"alert\" id=\"help-problem\" dir=\"auto\">\($0.why)</p>" as HTML })
      <label for="question">What can we help with?</label><textarea class="field" id="question" name="question" rows="5" maxlength="\(HelpQuestion.longestText)" required dir="auto"\(HTML.when(refused != nil, " aria-describedby=\"help-problem\""))>\(written?["question"])</textarea>
      \(asker(personal, written))
      <label for="help-page">Which page is it about? <span class="muted">(optional)</span></label><input class="field" id="help-page" name="page" value="\(page)" maxlength="500" dir="ltr" autocomplete="off">
      <label for="help-browser">Your browser <span class="muted">(optional)</span></label><input class="field" id="help-browser" name="browser" value="\(browser)" maxlength="200" autocomplete="off">
      <button class="button is-main" type="submit">Ask for help</button></form>
      """
  }

  /// Who is not let in is answered by mail, at an address of theirs.
  private static func asker(_ personal: Personal, _ written: Query?) -> HTML {
    guard !personal.access.isLetIn else { return .empty }
    if let email = personal.access.account?.email {
      return "<p class=\"muted\">The answer comes by mail to <span dir=\"ltr\">\(email.text)</span>.</p>"
    }
    let back = written == nil ? personal.visit.path : "/help/desk"
    return """
      <label for="help-name">Your name</label><input class="field" id="help-name" name="name" value="\(written?["name"])" maxlength="120" required autocomplete="name" dir="auto">
      <label for="help-email">Your e-mail address, for the answer</label><input class="field" id="help-email" type="email" name="email" value="\(written?["email"])" maxlength="200" required autocomplete="email" dir="ltr">
      <p class="muted">If you can <a href="/sign-in?back=\(Query.encoded(back))">sign in</a>, you are answered in a chat.</p>
      """
  }
}
