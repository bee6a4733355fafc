import Conference
import Markup

/// A report as its reporter sees it.
enum OwnReportPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let file = try await visit.site.conductCases.report(try visit.parameter("id"), of: try personal.account.id)
    return Page(
      title: "My report", section: .other, styles: ["account", "respect"], isUnlisted: true,
      body: """
        <div class="page-head"><h1>My report</h1><a class="button" href="/account/reports">My reports</a></div>
        \(DoneNotice.html(visit, ["sent": "It is sent. Thank you.", "written": "The desk has what you wrote."]))
        <div data-topics="\("reports/\(file.opened.id)")">\(CaseState.html(file.opened, forReporter: true))
        \(CaseSubjects.html(file))\(CaseWords.html(file.opened, forReporter: true))
        <ol class="entries" id="\(CaseEntries.id)">\(file.entries.map { CaseEntries.row($0, forReporter: true) })</ol></div>
        \(HTML.when(file.opened.outside == nil, form(file, personal)))
        """)
  }

  private static func form(_ file: ConductFile, _ personal: Personal) -> HTML {
    let names = file.handlers.map { "<span dir=\"auto\">\($0.name)</span>" as HTML }.joined(separator: ", ")
    return """
      <form class="stack" action="\(url: "/reports/\(file.opened.id)/words")" method="post">\(personal.tokenField)
      <label for="words">Write to the desk</label><textarea class="field" id="words" name="words" rows="4" maxlength="\(ConductCases.longestWords)" required dir="auto"></textarea>
      <p class="muted">\(HTML.when(!file.handlers.isEmpty, "Read by \(names). "))Never shown to whom it is about, even if they are of the desk.</p>
      <button class="button is-main" type="submit">Send</button></form>
      """
  }
}

/// What somebody reported, and whom they blocked.
enum OwnReportsPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, me) = (personal.visit, try personal.account.id)
    let reports = try await visit.site.conductCases.reports(by: me)
    let blocked = try await visit.site.blocks.blocked(by: me)
    return Page(
      title: "My reports and blocks", section: .account, styles: ["account", "respect"], isUnlisted: true,
      body: """
        <div class="page-head"><h1>My reports and blocks</h1><a class="button" href="/report">Report something</a></div>
        \(DoneNotice.html(visit, ["blocked": "Blocked. You do not see their messages and questions any more.", "unblocked": "You see their messages and questions again."]))
        <section class="section" aria-labelledby="reports"><h2 id="reports">Reports</h2>
        \(HTML.when(reports.isEmpty, "<p class=\"muted\">You have reported nothing.</p>"))
        <ul class="rows">\(reports.map { row($0, visit) })</ul></section>
        <section class="section" aria-labelledby="blocks"><h2 id="blocks">Blocked</h2>
        <p>You do not see messages of people whom you block, nor what they ask with their name, and neither of you can write to the other directly. They are not told.</p>
        \(HTML.when(blocked.isEmpty, "<p class=\"muted\">You have blocked nobody. The page of each person has a button for it.</p>"))
        <ul class="rows">\(blocked.map { blockRow($0.id, $0.name, personal) })</ul></section>
        """)
  }

  private static func row(_ report: ConductCase, _ visit: Visit) -> HTML {
    """
    <li><span><a href="\(url: "/reports/\(report.id)")">\(report.reported.kind.title)\(report.reported.personName.map { " (\($0))" })</a><br>
    <span class="muted">\(ConsoleTime.html(report.at, visit))</span></span><span>\(CaseState.word(report))</span></li>
    """
  }

  private static func blockRow(_ id: String, _ name: String, _ personal: Personal) -> HTML {
    """
    <li><span dir="auto">\(name)</span><form action="\(url: "/people/\(id)/block/removal")" method="post">\(personal.tokenField)
    <input type="hidden" name="back" value="/account/reports?done=unblocked"><button class="button" type="submit">Unblock<span class="sr"> \(name)</span></button></form></li>
    """
  }
}
