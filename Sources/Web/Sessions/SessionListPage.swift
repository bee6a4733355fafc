import Conference
import Markup

/// All sessions in which papers are met, by day in the visitor's zone.
enum SessionListPage {
  static func page(_ visit: Visit) -> Page {
    let sessions = visit.program.paperSessions.isEmpty ? visit.program.sessions : visit.program.paperSessions
    let name = visit.program.paperSessions.isEmpty ? "Sessions" : name(visit.program)
    let days = Dictionary(grouping: sessions) { visit.zone.day(at: $0.start) }.sorted { $0.key < $1.key }
    let hasPosters = sessions.contains { $0.kind == .poster }
    return Page(
      title: name, section: .posters,
      description: "The sessions of \(visit.conference.name) in which authors meet whoever comes.",
      styles: ["schedule", "session"], canonical: "/sessions",
      body: """
        <div class="page-head"><div><h1>\(name)</h1>\(HTML.when(!sessions.isEmpty, "<p>\(summary(sessions, visit))</p>"))</div>
        <div class="actions">\(HTML.when(hasPosters, "<a class=\"button\" href=\"/calendars/poster.ics\">\(Icon.calendar)Calendar of all posters</a>"))</div></div>
        \(HTML.when(days.count > 1 && sessions.count > 8, jumps(days, visit)))
        \(days.enumerated().map { day($1.key, $1.value, number: $0, visit) })
        \(HTML.when(sessions.isEmpty, "<div class=\"empty\"><h2>No sessions yet</h2><p>They will stand here, by day and in your own time.</p></div>"))
        """)
  }

  private static func name(_ program: Program) -> String {
    Navigation.paperSessionsName(program) == "Posters" ? "Poster sessions" : "Paper sessions"
  }

  /// "20 sessions. Every paper is in two of them."
  private static func summary(_ sessions: [Session], _ visit: Visit) -> String {
    let counts = Set(visit.program.papers.map { visit.program.appearances(of: $0).count })
    let every =
      counts.count == 1 && (counts.first ?? 0) > 1
      ? " Every paper is in \(counts.first ?? 0) of them, so that one falls into your day." : ""
    return "\(EntryKind.session.counted(sessions.count)), in \(visit.zone.name(at: visit.now)).\(every)"
  }

  /// The days of a long list, to jump to.
  private static func jumps(_ days: [(key: Day, value: [Session])], _ visit: Visit) -> HTML {
    let links = days.enumerated().map { number, day in
      """
      <li><a class="chip" href="#day-\(number)"><span class="chip-body">\(
        day.key == visit.today ? "Today" : TimeText.dayText(day.key)) <span class="count">\(day.value.count)</span></span></a></li>
      """ as HTML
    }
    return "<nav aria-label=\"Days\"><ul class=\"chips is-strip\">\(links)</ul></nav>"
  }

  private static func calendar(_ session: Session) -> HTML {
    """
    <p class="event-calendar"><a href="\(url: Address.calendar(of: session))">Calendar<span class="sr"> file of \(session.title)</span></a></p>
    """
  }

  private static func day(_ day: Day, _ sessions: [Session], number: Int, _ visit: Visit) -> HTML {
    """
    <section class="section" aria-labelledby="day-\(number)"><h2 id="day-\(number)">\(TimeText.dayText(day))\(HTML.when(day == visit.today, ", today"))</h2>
    <ul class="session-list" role="list">\(sessions.map { SessionRow.html($0, visit, reference: day, note: calendar($0)) })</ul></section>
    """
  }
}
