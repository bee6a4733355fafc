import Conference
import Markup

/// Home: what is on now and next in the visitor's time, the day's highlights, and the way into everything.
enum HomePage {
  /// Where the conference stands at the moment of a visit.
  enum Season {
    case before(first: Session)
    case during
    case after
    /// Nothing has a time yet.
    case unknown
  }

  static func page(_ visit: Visit) throws -> Page {
    let themes = HomeThemes(visit)
    return Page(
      title: visit.conference.name, section: .home, description: visit.conference.tagline,
      styles: ["schedule", "home"], scripts: ["yours"] + (visit.audience == .visitor ? [] : ["part"]),
      head: HomeMetadata.html(visit), canonical: "/",
      body: """
        \(LeavingNotice.html(visit))\(OwnNow.place(visit))
        \(hero(visit))
        \(week(visit))
        \(themes.html)
        \(about(visit))
        \(ways(visit))
        """)
  }

  static func season(_ visit: Visit) -> Season {
    let held = visit.program.sessions.filter { !$0.isCancelled }
    guard let first = held.first, let end = held.map(\.end).max() else { return .unknown }
    if visit.now >= end { return .after }
    return visit.now < first.start && visit.zone.day(at: first.start) > visit.today ? .before(first: first) : .during
  }

  private static func hero(_ visit: Visit) -> HTML {
    switch season(visit) {
    case .before(let first): HomeSeasons.before(first, visit)
    case .during: HomeNow(visit).html
    case .after: HomeSeasons.after(visit)
    case .unknown: HomeSeasons.unscheduled(visit)
    }
  }

  private static func week(_ visit: Visit) -> HTML {
    guard !visit.program.sessions.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="week"><div class="section-head"><h2 id="week">The days</h2><a href="/schedule">Schedule</a></div>
      \(DayStrip.html(visit, selected: visit.today))</section>
      """
  }

  private static func about(_ visit: Visit) -> HTML {
    let start = start(visit)
    guard let text = visit.conference.description else {
      return HTML.when(!start.isEmpty, "<div class=\"section\">\(start)</div>")
    }
    return """
      <div class="section split"><section class="main-part" aria-labelledby="about"><h2 id="about">What it is</h2>\(Prose.html(text))</section>
      <div class="aside-part">\(start)</div></div>
      """
  }

  /// How to start, while there is something to start with, unless it stands on the first screen: before, one prepares, and
  /// afterwards one reads.
  private static func start(_ visit: Visit) -> HTML {
    switch season(visit) {
    case .before, .after: .empty
    case .during: HomeNow(visit).hasRoom ? .empty : HomeStart.html(visit)
    case .unknown: HomeStart.html(visit)
    }
  }

  private static func ways(_ visit: Visit) -> HTML {
    let ways = HomeWays.all(visit.program).map { way in
      "<li><a href=\"\(url: way.path)\">\(way.label)</a><p>\(way.text)</p></li>" as HTML
    }
    return
      "<section class=\"section\" aria-labelledby=\"ways\"><h2 id=\"ways\" class=\"sr\">Ways in</h2><ul class=\"ways\">\(ways)</ul></section>"
  }
}
