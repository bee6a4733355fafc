import Conference
import Markup

/// One request, for its asker and for helpers.
enum HelpRequestPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, desk) = (personal.visit, personal.visit.site.helpDesk)
    guard let request = try await desk.request(try visit.parameter("id"), for: try personal.account.id) else {
      throw ConferenceError.notFound("request for help")
    }
    let place = try await desk.place(of: request)
    let call = try await visit.site.helpShifts.call()
    return Page(
      title: "Help", section: .help, styles: ["account"] + ChatPages.styles + ["help-desk"],
      scripts: ["help-desk"] + ChatPages.scripts, isUnlisted: true,
      body: """
        <div class="page-head"><h1>\(personal.access.account?.id == request.account ? "Your question" : "A question")</h1>\(HTML.when(personal.access.mayHelp, "<a class=\"button\" href=\"/help/queue\">Queue</a>"))</div>
        \(DoneNotice.html(visit, sentences))
        <div data-topics="\("help/\(request.id)")">\(HelpState.html(request, place: place, now: visit.now))</div>
        \(HTML.when(request.state == .waiting, HelpCall.html(call, personal)))
        <div class="help-text" dir="auto">\(Markdown.html(request.text))</div>
        \(facts(request, personal))
        \(try await talk(request, personal))
        \(try await work(request, personal))
        """)
  }

  private static let sentences = [
    "asked": "Your question is in the queue. You can leave this page and come back to it from the help desk.",
    "answered": "The answer is on its way by mail.", "closed": "Closed. If it was not the end of it, reopen it here.",
    "reopened": "It is open again, in its old place in the queue.",
  ]

  private static func facts(_ request: HelpRequest, _ personal: Personal) -> HTML {
    let asker: HTML =
      request.account.map { "<a href=\"\(url: "/people/\($0)")\" dir=\"auto\">\(request.asker)</a>" }
      ?? "<span dir=\"auto\">\(request.asker)</span>, not signed in"
    return """
      <dl class="facts"><div><dt>Asked by</dt><dd>\(asker)</dd></div>
      \(request.page.map { "<div><dt>Page</dt><dd dir=\"ltr\">\(link($0, personal.visit))</dd></div>" as HTML })
      \(request.browser.map { "<div><dt>Browser</dt><dd dir=\"auto\">\($0)</dd></div>" as HTML })
      \(HTML.when(personal.access.mayHelp, request.note.map { "<div><dt>Note</dt><dd dir=\"auto\">\($0)</dd></div>" as HTML } ?? .empty))</dl>
      """
  }

  /// A link only where it leads within this site: what a stranger wrote is not to be pressed.
  private static func link(_ page: String, _ visit: Visit) -> HTML {
    let own = visit.site.settings.address + "/"
    guard page.hasPrefix(own) else { return "\(page)" }
    let path = "/" + String(page.dropFirst(own.count))
    return "<a href=\"\(url: path)\">\(path)</a>"
  }

  private static func chat(_ request: HelpRequest, _ personal: Personal) async throws -> HTML {
    let part = try await ChatPart(ChannelKey(kind: .help, name: request.id), personal)
    return "<section class=\"section\" aria-labelledby=\"talk\"><h2 id=\"talk\">Answers</h2>\(part.html)</section>"
  }

  /// Where it is answered: in the chat, or by mail.
  private static func talk(_ request: HelpRequest, _ personal: Personal) async throws -> HTML {
    guard request.account == nil else { return try await chat(request, personal) }
    guard personal.access.mayHelp else { return .empty }
    let answers = try await personal.visit.site.helpDesk.answers(to: request.id, for: try personal.account.id)
    return """
      <section class="section" aria-labelledby="answers"><h2 id="answers">Answers by mail</h2>
      <ul class="rows">\(answers.map { answer in
        "<li><span><strong dir=\"auto\">\(answer.helper)</strong> <span class=\"muted\">\(ConsoleTime.html(answer.sent, personal.visit))</span><br><span class=\"help-answer\" dir=\"auto\">\(answer.text)</span></span></li>" as HTML
      })</ul>
      <form class="stack help-form" action="\(url: "/help/requests/\(request.id)/answers")" method="post">\(personal.tokenField)
      <label for="answer">Answer, which goes to \(request.email?.text ?? "the address they gave")</label><textarea class="field" id="answer" name="answer" rows="5" maxlength="4000" required dir="auto"></textarea>
      <button class="button is-main" type="submit">Send by mail</button></form></section>
      """
  }

  private static func work(_ request: HelpRequest, _ personal: Personal) async throws -> HTML {
    let path = "/help/requests/\(request.id)"
    guard request.state != .closed else {
      return ConsoleButton(action: path + "/reopening", label: "Reopen").html(personal)
    }
    guard personal.access.mayHelp else {
      return ConsoleButton(action: path + "/closing", label: "It is solved").html(personal)
    }
    let take = ConsoleButton(action: path + "/taking", label: "Take it", isMain: true)
    return """
      <section class="section help-work" aria-labelledby="work"><h2 id="work">What to do with it</h2>
      \(HTML.when(request.state == .waiting, take.html(personal)))\(try await handover(request, personal))
      <form class="deed" action="\(url: path + "/closing")" method="post">\(personal.tokenField)<input type="hidden" name="queue" value="1">
      <label for="note">Close it, with a note for other helpers (may be empty)</label><input class="field" id="note" name="note" maxlength="500" dir="auto" autocomplete="off">
      <button class="button" type="submit">Close</button></form></section>
      """
  }

  private static func handover(_ request: HelpRequest, _ personal: Personal) async throws -> HTML {
    let desk = personal.visit.site.helpDesk
    let helpers = try await desk.helpers(for: try personal.account.id).filter { $0.id != request.helper }
    let options = helpers.map { "<option value=\"\($0.id)\">\($0.name), \($0.role.name.lowercased())</option>" as HTML }
    let back: HTML = HTML.when(request.state == .taken, "<option value=\"\">Back to the queue</option>")
    return """
      <form class="deed" action="\(url: "/help/requests/\(request.id)/handover")" method="post">\(personal.tokenField)
      <label for="helper">Hand it over to</label><select class="field is-short" id="helper" name="helper">\(back)\(options)</select>
      <button class="button" type="submit">Hand over</button></form>
      """
  }
}
