import Conference
import Markup

/// Search over everything, grouped by what it is.
enum SearchPage {
  static func page(_ visit: Visit) async throws -> Page {
    let text = visit.query["q"].map { String($0.prefix(200)) }
    let started = ContinuousClock.now
    let found: Found? = if let text { try await visit.search.everything(text, in: visit.program) } else { nil }
    let searched = found.map { _ in ContinuousClock.now - started }
    return Page(
      title: text.map { "Search: \($0)" } ?? "Search", section: .search, styles: ["finder", "help"], scripts: ["maths"],
      canonical: "/search", isUnlisted: true, searched: searched,
      body: """
        <div class="page-head"><h1>Search</h1></div>
        <form class="finder" action="/search" data-swap="#results" role="search" aria-label="Everything"><div class="finder-row">
        <p class="finder-field"><label class="sr" for="q">Search everything</label>\(Icon.search)<input class="field" id="q" type="search" name="q" value="\(
          text)" placeholder="Papers, people, sessions, sponsors, help" autocomplete="off" data-search data-search-first></p>
        <noscript><button class="button">Search</button></noscript></div></form>
        <div class="results" id="results">\(results(text, found, visit))</div>
        """)
  }

  private typealias Found = (papers: Hits<Int>, pages: Hits<EntryName>)

  private static func results(_ text: String?, _ found: Found?, _ visit: Visit) -> HTML {
    guard let text, let found else {
      return "<p class=\"muted\" data-announce>Type a word, a name, or the beginning of one.</p>"
    }
    let members = visit.program.members(named: text)
    let count = found.papers.found.count + found.pages.found.count + members.count
    guard count > 0 else {
      return """
        <div class="empty"><h2 data-announce>Nothing found for “\(text)”</h2><p>Try fewer words, the beginning of a word, or a last name.</p>
        <p class="actions"><a class="button" href="/papers">All papers</a><a class="button" href="/schedule">Schedule</a><a class="button" href="/help">Help</a></p></div>
        """
    }
    return """
      <p class="results-head" data-announce>\(count == 1 ? "1 result" : "\(count) results") for “\(text)”</p>
      \(Understood.html(found.papers, found.pages))
      \(SearchGroups(text, papers: found.papers, pages: found.pages, members: members, visit).html)
      """
  }
}
