import Conference
import Markup

/// All events of a kind, by the time at which they are first live.
enum EventListPage {
  static func page(_ kind: Event.Kind, _ visit: Visit) -> Page {
    let events = ordered(visit.program.events(kind), visit.program)
    let mentoring = kind == .social ? mentoring(visit) : .empty
    return Page(
      title: kind.plural, section: kind.section,
      description: "\(kind.counted(events.count)) of \(visit.conference.name).",
      styles: (mentoring.isEmpty ? [] : ["schedule", "session"]) + ["paper", "event"], canonical: "/\(kind.fileName)",
      body: """
        <div class="page-head"><div><h1>\(kind.plural)</h1>\(intro(kind, events, visit))</div>\(
          HTML.when(!visit.program.sessions.isEmpty || !events.isEmpty, siblings(kind, visit)))</div>
        \(events.isEmpty && mentoring.isEmpty ? empty(kind) : list(events, visit))\(mentoring)
        """)
  }

  private static func list(_ events: [Event], _ visit: Visit) -> HTML {
    let cards = events.map { EventCard.html($0, visit) }
    return "<ul class=\"cards\" role=\"list\">\(cards)</ul>"
  }

  /// Those without a live session stand last, in the order in which the organizers gave them.
  private static func ordered(_ events: [Event], _ program: Program) -> [Event] {
    let starts = events.enumerated().map { index, event in
      (start: program.sessions(of: event).first?.start ?? .latest, index: index)
    }
    return starts.sorted { ($0.start, $0.index) < ($1.start, $1.index) }.map { events[$0.index] }
  }

  private static func intro(_ kind: Event.Kind, _ events: [Event], _ visit: Visit) -> HTML {
    guard !events.isEmpty else { return .empty }
    let isWatchable = events.contains { $0.video != nil } && (kind == .keynote || kind == .plenary || kind == .tutorial)
    let answersLive = events.contains { event in visit.program.sessions(of: event).contains { $0.kind == .qa } }
    return """
      <p>\(kind.counted(events.count)).\(HTML.when(isWatchable, " Watch the talks at any time."))\(
        HTML.when(answersLive, " The Q&amp;A is live."))</p>
      """
  }

  /// Ways to what is looked for in the same place, and to calendars.
  private static func siblings(_ kind: Event.Kind, _ visit: Visit) -> HTML {
    let others = kind.siblings.filter { $0 != kind && !visit.program.events($0).isEmpty }
    let links: [HTML] = others.map { other in
      let count = visit.program.events(other).count
      return """
        <a class="chip" href="/\(other.fileName)"><span class="chip-body">\(other.plural) <span class="count">\(count)</span></span></a>
        """
    }
    let sponsors: HTML = "<a class=\"chip\" href=\"/sponsors\"><span class=\"chip-body\">Sponsors</span></a>"
    return """
      <div class="chips">\(links)\(HTML.when(kind == .expo && !visit.program.sponsors.isEmpty, sponsors))<a class="chip" \
      href="/calendars"><span class="chip-body">Calendars</span></a></div>
      """
  }

  private static func mentoring(_ visit: Visit) -> HTML {
    let sessions = visit.program.sessions.filter { $0.kind == .mentoring && $0.event == nil }
    guard !sessions.isEmpty else { return .empty }
    let days = Dictionary(grouping: sessions) { visit.zone.day(at: $0.start) }.sorted { $0.key < $1.key }
    return """
      <section class="section" aria-labelledby="mentoring"><h2 id="mentoring">Mentoring</h2>
      \(days.map { mentoring(on: $0, $1, visit) })</section>
      """
  }

  private static func mentoring(on day: Day, _ sessions: [Session], _ visit: Visit) -> HTML {
    """
    <p class="mentoring-day">\(TimeText.longDayText(day))</p><ul class="session-list" role="list">\(
      sessions.map { SessionRow.html($0, visit, reference: day) })</ul>
    """
  }

  private static func empty(_ kind: Event.Kind) -> HTML {
    """
    <div class="empty"><p>The organizers have not announced any \(kind.plural.lowercased()). They will be here, with their \
    times in your zone.</p><p class="actions"><a class="button" href="/schedule">Open the schedule</a></p></div>
    """
  }
}
