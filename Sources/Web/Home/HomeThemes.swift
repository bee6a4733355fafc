import Conference
import Markup

/// The highlighted papers by theme: today's while the conference is on, else those of the next day that has some; of all days once it is over.
struct HomeThemes {
  private let visit: Visit
  private let themes: [Theme]
  /// Nil where they are not of one day.
  private let day: Day?
  /// Of a theme's papers.
  private let most: Int

  init(_ visit: Visit) {
    self.visit = visit
    let days = Set(visit.program.themes.compactMap(\.day)).sorted()
    let today = visit.program.zone.day(at: visit.now)
    let chosen = days.first { $0 >= today } ?? days.first
    let isOver = if case .after = HomePage.season(visit) { true } else { false }
    day = isOver ? nil : chosen
    most = isOver ? 2 : 4
    themes = visit.program.themes.filter { (isOver || $0.day == chosen || $0.day == nil) && !$0.papers.isEmpty }
  }

  var html: HTML {
    guard !themes.isEmpty else { return .empty }
    let name =
      day.map {
        $0 == visit.program.zone.day(at: visit.now) ? "Today's highlights" : "Highlights of \(TimeText.dayText($0))"
      } ?? "Highlights"
    return """
      <section class="section" aria-labelledby="highlights"><div class="section-head"><h2 id="highlights">\(name)</h2><a href="/papers">All papers</a></div>
      <div class="themes">\(themes.map(theme))</div></section>
      """
  }

  private func theme(_ theme: Theme) -> HTML {
    let papers = theme.papers.prefix(most).compactMap { visit.program.paper($0) }
    let more = theme.papers.count - papers.count
    return """
      <section class="theme"><h3 dir="auto">\(theme.title)</h3><ul>\(papers.map(row))</ul>\(
        HTML.when(more > 0, "<a href=\"\(url: "/papers?theme=" + Query.encoded(theme.id))\">\(more) more<span class=\"sr\"> about \(theme.title)</span></a>"))</section>
      """
  }

  private func row(_ paper: Paper) -> HTML {
    """
    <li data-card><a class="plain" href="\(url: Address.of(paper))" dir="auto" data-maths>\(paper.title)</a><small dir="auto">\(
      PeopleLine.short(paper.authors))</small></li>
    """
  }
}
