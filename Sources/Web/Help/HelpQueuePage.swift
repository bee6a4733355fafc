import Conference
import Markup

/// Who waits, for those who help.
enum HelpQueuePage {
  static let countID = "help-count"

  static func page(_ personal: Personal) async throws -> Page {
    let (visit, site, me) = (personal.visit, personal.visit.site, try personal.account.id)
    let open = try await site.helpDesk.open(for: me)
    let waiting = open.filter { $0.state == .waiting }
    return Page(
      title: "Help desk queue", section: .help, styles: ["account", "help-desk"], scripts: ["help-desk"],
      isUnlisted: true,
      body: """
        <div class="page-head"><h1>Help desk queue</h1><a class="button" href="/help/shifts">Shifts</a></div>
        \(DoneNotice.html(visit, sentences))
        <div class="is-helping">\(HelpCall.part(try await site.helpShifts.call(), personal))</div>
        <div data-topics="\(LiveHelpQueue.name)">
        \(list(.waiting, "Waiting (<span id=\"\(countID)\">\(waiting.count)</span>)", waiting, "Nobody waits. New questions appear here by themselves.", visit))
        \(list(.taken, "Being answered", open.filter { $0.state == .taken }, "No question is being answered just now.", visit))
        \(list(.closed, "Recently closed", try await site.helpDesk.closed(for: me), "Nothing was closed yet.", visit))
        </div>
        \(try await HelpProblems.html(personal))
        """)
  }

  private static let sentences = [
    "handed": "Handed over.", "back": "It waits again, in its old place.", "closed": "Closed.",
    "problem": "It stands on every page now.", "solved": "Taken off all pages.",
  ]

  private static func list(
    _ state: HelpRequest.State, _ title: HTML, _ requests: [HelpRequest], _ none: String, _ visit: Visit
  ) -> HTML {
    let id = HelpQueueRow.list(state)
    let rows = HelpQueueRow.rows(requests, state, now: visit.now)
    return """
      <section class="section" aria-labelledby="\(id)-name"><h2 id="\(id)-name">\(title)</h2>
      \(rows)
      <p class="muted when-empty">\(none)</p></section>
      """
  }
}

/// Problems that everybody is told of, which helpers make and end.
enum HelpProblems {
  static let id = "help-problems"
  private static let form = "solving"

  static func html(_ personal: Personal) async throws -> HTML {
    let shown = try await personal.visit.site.knownProblems.shown()
    return """
      <section class="section" aria-labelledby="problems" data-topics="\(LiveHelpQueue.name)"><h2 id="problems">Known problems</h2>
      <p>What many ask about can stand at the top of every page until it is solved, for everybody, also who is not signed in.</p>
      <form id="\(form)" method="post">\(personal.tokenField)</form>\(list(shown))
      <form class="stack help-form" action="/help/problems" method="post">\(personal.tokenField)
      <label for="problem-title">What does not work</label><input class="field" id="problem-title" name="title" maxlength="120" required dir="auto" autocomplete="off">
      <label for="problem-text">What to do until it is solved <span class="muted">(optional)</span></label><textarea class="field" id="problem-text" name="text" rows="2" maxlength="2000" dir="auto"></textarea>
      <label for="problem-hours">Hours after which it goes by itself</label><input class="field is-short" id="problem-hours" type="number" name="hours" value="12" min="1" max="168">
      <button class="button" type="submit">Show it on every page</button></form></section>
      """
  }

  static func list(_ shown: [Announcement]) -> HTML {
    """
    <ul class="rows" id="\(id)">\(shown.map { row($0) })</ul>
    """
  }

  private static func row(_ problem: Announcement) -> HTML {
    """
    <li id="\("help-problem-\(problem.id)")"><span dir="auto">\(problem.title)</span>\
    <button class="button" type="submit" form="\(form)" formaction="\(url: "/help/problems/\(problem.id)/end")">It is solved<span class="sr">: \(problem.title)</span></button></li>
    """
  }
}
