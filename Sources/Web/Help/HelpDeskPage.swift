import Conference
import Markup

/// Where anybody asks a person for help.
enum HelpDeskPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let call = try await visit.site.helpShifts.call()
    return Page(
      title: "Help desk", section: .help, styles: ["account", "help-desk"], isUnlisted: true,
      body: """
        <div class="page-head"><h1>Help desk</h1><a class="button" href="/help">Questions and answers</a></div>
        \(DoneNotice.html(visit, ["asked": "Your question is in the queue. The answer comes by mail."]))
        \(HelpCall.html(call, personal))\(try await mine(personal))\(form(personal))
        """)
  }

  private static func mine(_ personal: Personal) async throws -> HTML {
    guard personal.access.isLetIn, let account = personal.access.account else { return .empty }
    let requests = try await personal.visit.site.helpDesk.requests(of: account.id).filter { $0.state != .closed }
    guard !requests.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="mine"><h2 id="mine">What you asked</h2><ul class="rows">\(requests.map { request in
        "<li><a href=\"\(url: "/help/requests/\(request.id)")\" dir=\"auto\">\(HelpText.short(request.text))</a> <span class=\"muted\">\(request.state == .waiting ? "waits" : "is being answered")</span></li>" as HTML
      })</ul></section>
      """
  }

  private static func form(_ personal: Personal) -> HTML {
    let page = personal.visit.query["page"].map { personal.visit.absolute(BackPath($0).path) }
    return """
      <form class="stack help-form" action="/help/requests" method="post">\(personal.tokenField)
      <label for="question">What can we help with?</label><textarea class="field" id="question" name="question" rows="5" maxlength="\(HelpQuestion.longestText)" required dir="auto"></textarea>
      \(asker(personal))
      <label for="help-page">Which page is it about? (may be empty)</label><input class="field" id="help-page" name="page" value="\(page)" maxlength="500" dir="ltr" autocomplete="off">
      <label for="help-browser">Your browser (may be empty)</label><input class="field" id="help-browser" name="browser" value="\(BrowserName.of(personal.request))" maxlength="200" autocomplete="off">
      <button class="button is-main" type="submit">Ask for help</button></form>
      """
  }

  /// Who is not let in is answered by mail, at an address of theirs.
  private static func asker(_ personal: Personal) -> HTML {
    guard !personal.access.isLetIn else { return .empty }
    if let email = personal.access.account?.email {
      return "<p class=\"muted\">The answer comes by mail to <span dir=\"ltr\">\(email.text)</span>.</p>"
    }
    return """
      <label for="help-name">Your name</label><input class="field" id="help-name" name="name" maxlength="120" required autocomplete="name" dir="auto">
      <label for="help-email">Your e-mail address, for the answer</label><input class="field" id="help-email" type="email" name="email" maxlength="200" required autocomplete="email" dir="ltr">
      <p class="muted">If you can <a href="/sign-in?back=\(Query.encoded(personal.visit.path))">sign in</a>, you are answered in a chat.</p>
      """
  }
}

/// Who is on call.
enum HelpCall {
  typealias Call = (helpers: [HelpShift.Helper], until: Instant?, next: Instant?)

  static func html(_ call: Call, _ personal: Personal) -> HTML {
    guard !call.helpers.isEmpty else { return nobody(call.next, personal.visit) }
    let until = call.until.map { " until \(ConsoleTime.html($0, personal.visit))" as HTML }
    return "<p class=\"notice help-call\"><strong>On call now:</strong> \(names(call.helpers, personal))\(until).</p>"
  }

  private static func nobody(_ next: Instant?, _ visit: Visit) -> HTML {
    let when: HTML =
      next.map { "Somebody will be from \(ConsoleTime.html($0, visit)) (\(visit.zone.name(at: $0))). " } ?? ""
    return """
      <p class="notice help-call"><strong>Nobody is on call just now.</strong> \(when)What you ask waits in the queue, and is not lost. \
      The <a href="/help">questions and answers</a> may help before.</p>
      """
  }

  /// Names are for participants; others see how many.
  private static func names(_ helpers: [HelpShift.Helper], _ personal: Personal) -> HTML {
    guard personal.access.isLetIn else { return helpers.count == 1 ? "1 volunteer" : "\(helpers.count) volunteers" }
    return helpers.map { name($0, personal.visit) }.joined(separator: ", ")
  }

  /// With the time that it is for them, where they show their zone.
  static func name(_ helper: HelpShift.Helper, _ visit: Visit) -> HTML {
    let time = helper.zone.map {
      " <span class=\"muted\">(\(TimeText.clock(visit.now, zone: $0)) in \($0.city))</span>" as HTML
    }
    return "<span dir=\"auto\">\(helper.name)</span>\(time)"
  }
}

enum HelpText {
  /// The beginning of a text, on one line.
  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 90 ? String(line.prefix(90)) + " …" : line
  }
}
