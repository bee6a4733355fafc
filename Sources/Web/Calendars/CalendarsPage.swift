import Conference
import Markup

/// Which calendars there are, to download or to subscribe to.
enum CalendarsPage {
  static func page(_ visit: Visit) -> Page {
    let kinds = Session.Kind.allCases.filter { kind in visit.program.sessions.contains { $0.kind == kind } }
    let rows =
      [row("all", "Everything", visit.program.sessions.count, visit)]
      + kinds.map { kind in
        row(kind.rawValue, kind.plural, visit.program.sessions.filter { $0.kind == kind }.count, visit)
      }
    return Page(
      title: "Calendars", section: .schedule,
      description: "Calendars of \(visit.conference.name) to download and to subscribe to.", styles: ["help"],
      body: """
        <div class="page-head"><div><h1>Calendars</h1>
        <p>Subscribe, and your calendar follows every change of the schedule. A downloaded file stays as it is.</p></div></div>
        <ul class="cards calendars">\(rows)</ul>
        <p class="section">Only what you saved: <a href="/plan">my plan</a> has a calendar of its own. Each session and each paper has one on its page.</p>
        """)
  }

  private static func row(_ name: String, _ title: String, _ count: Int, _ visit: Visit) -> HTML {
    let subscription = visit.absolute("/calendars/\(name).ics").replacing(/^https?:/, with: "webcal:")
    return """
      <li class="card"><h2>\(title)</h2><p class="muted">\(EntryKind.session.counted(count))</p>
      <p class="actions"><a class="button" href="\(url: subscription)">Subscribe<span class="sr"> to \(title)</span></a><a class="button is-quiet" href="/calendars/\(name).ics">Download<span class="sr"> \(title)</span></a></p></li>
      """
  }
}
