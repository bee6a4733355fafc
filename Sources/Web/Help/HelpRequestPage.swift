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
        <div class="page-head"><h1 dir="auto">\(personal.access.account?.id == request.account ? "Your question" : HelpText.short(request.text))</h1>\(HTML.when(personal.access.mayHelp, "<a class=\"button\" href=\"/help/queue\">Queue</a>"))</div>
        \(DoneNotice.html(visit, sentences))
        <div data-topics="\(topics(request, personal))">\(HelpState.html(request, place: place, now: visit.now))
        <div data-when="waiting">\(personal.access.mayHelp ? HelpWork.taking(request, personal) : HelpCall.part(call, personal))</div>
        <div class="help-text" dir="auto">\(Markdown.html(request.text))</div>
        \(facts(request, personal))
        \(try await talk(request, personal))
        \(try await HelpWork.html(request, personal))</div>
        """)
  }

  /// The note is helpers', whose queue tells of it.
  private static func topics(_ request: HelpRequest, _ personal: Personal) -> String {
    "help/\(request.id)\(personal.access.mayHelp ? " \(LiveHelpQueue.name)" : "")"
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
      \(HTML.when(personal.access.mayHelp, HelpNote.html(request)))</dl>
      """
  }

  /// A link only where it leads within this site: what a stranger wrote is not to be pressed.
  private static func link(_ page: String, _ visit: Visit) -> HTML {
    let own = visit.site.settings.address + "/"
    let path = page.hasPrefix(own) ? "/" + String(page.dropFirst(own.count)) : page
    guard BackPath(path).path == path else { return "\(page)" }
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
      \(HelpAnswers.list(answers))
      <form class="stack help-form" action="\(url: "/help/requests/\(request.id)/answers")" method="post">\(personal.tokenField)
      <label for="answer">Answer, which goes to \(request.email?.text ?? "the address they gave")</label><textarea class="field" id="answer" name="answer" rows="5" maxlength="4000" required dir="auto"></textarea>
      <button class="button is-main" type="submit">Send by mail</button></form></section>
      """
  }
}

/// What a visitor was answered by mail.
enum HelpAnswers {
  static let id = "help-answers"

  static func list(_ answers: [HelpDesk.Answer]) -> HTML {
    """
    <ul class="rows" id="\(id)">\(answers.map { answer in
      "<li><span><strong dir=\"auto\">\(answer.helper)</strong> <span class=\"muted\">\(LiveTime.html(answer.sent))</span><br><span class=\"help-answer\" dir=\"auto\">\(answer.text)</span></span></li>" as HTML
    })</ul>
    """
  }
}

/// What came of a request, for other helpers.
enum HelpNote {
  static func id(_ request: HelpRequest) -> String { "help-note-\(request.id)" }

  static func html(_ request: HelpRequest) -> HTML {
    """
    <div id="\(id(request))"\(HTML.when(request.note == nil, " hidden"))><dt>Note</dt><dd dir="auto">\(request.note)</dd></div>
    """
  }
}
