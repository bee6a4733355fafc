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
      styles: ["schedule", "home"],
      scripts: Maths.scripts(themes.titles), head: HomeMetadata.html(visit), canonical: "/",
      body: """
        \(hero(visit))
        \(week(visit))
        \(themes.html)
        \(about(visit))
        \(ways(visit))
        """)
  }

  static func season(_ visit: Visit) -> Season {
    guard let first = visit.program.sessions.first, let end = visit.program.sessions.map(\.end).max() else {
      return .unknown
    }
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
    let text = visit.conference.description.map { Markdown.html($0) }
    let steps = steps(visit)
    guard let text else { return HTML.when(!steps.isEmpty, "<div class=\"section\">\(steps)</div>") }
    return """
      <div class="section split"><section class="main-part prose" aria-labelledby="about"><h2 id="about">What it is</h2><div dir="auto">\(text)</div></section>
      <div class="aside-part">\(steps)</div></div>
      """
  }

  /// How to start, while there is something to start with: before, one prepares, and afterwards one reads.
  private static func steps(_ visit: Visit) -> HTML {
    switch season(visit) {
    case .before, .after: return .empty
    case .during, .unknown: break
    }
    let hasPapers = !visit.program.papers.isEmpty
    return """
      <section aria-labelledby="start"><h2 id="start">How to start</h2><ol class="steps section-body">
      <li><span><a href="/zones">Check your time zone.</a> Every time on every page follows it.</span></li>
      \(HTML.when(hasPapers, "<li><span><a href=\"/papers\">Find papers</a> by title, author or keyword, and save them with the star.</span></li>"))
      <li><span><a href="/plan">Open your plan</a> to see \(
        hasPapers ? "when you can meet their authors" : "what you saved by time"), and take it into your calendar.</span></li>
      </ol></section>
      """
  }

  private static func ways(_ visit: Visit) -> HTML {
    let ways = HomeWays.all(visit.program).map { way in
      "<li><a href=\"\(url: way.path)\">\(way.label)</a><p>\(way.text)</p></li>" as HTML
    }
    return
      "<section class=\"section\" aria-labelledby=\"ways\"><h2 id=\"ways\" class=\"sr\">Ways in</h2><ul class=\"ways\">\(ways)</ul></section>"
  }
}
