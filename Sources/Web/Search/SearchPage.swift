import Conference
import Markup

/// Search over everything, grouped by what it is.
enum SearchPage {
  private static let mostPapers = 8
  private static let mostOthers = 6

  static func page(_ visit: Visit) async throws -> Page {
    let text = visit.query["q"].map { String($0.prefix(200)) }
    return Page(
      title: text.map { "Search: \($0)" } ?? "Search", section: .search, styles: ["papers", "help"], scripts: ["maths"],
      canonical: "/search", isUnlisted: true,
      body: """
        <div class="page-head"><h1>Search</h1></div>
        <form class="finder" action="/search" data-swap="#results" role="search" aria-label="Everything"><div class="finder-row">
        <p class="finder-field"><label class="sr" for="q">Search everything</label>\(Icon.search)<input class="field" id="q" type="search" name="q" value="\(
          text)" placeholder="Papers, people, sessions, sponsors, help" autocomplete="off" data-search data-search-first></p>
        <noscript><button class="button">Search</button></noscript></div></form>
        <div class="results" id="results">\(try await results(text, visit))</div>
        """)
  }

  private static func results(_ text: String?, _ visit: Visit) async throws -> HTML {
    guard let text else { return "<p class=\"muted\" data-announce>Type a word, a name, or the beginning of one.</p>" }
    let found = try await visit.search.everything(text, in: visit.program)
    let members = members(text, visit.program)
    let count = found.papers.found.count + found.pages.found.count + members.count
    guard count > 0 else {
      return """
        <div class="empty"><h2 data-announce>Nothing found for “\(text)”</h2><p>Try fewer words, the beginning of a word, or a last name.</p>
        <p class="actions"><a class="button" href="/papers">All papers</a><a class="button" href="/schedule">Schedule</a><a class="button" href="/help">Help</a></p></div>
        """
    }
    return """
      <p class="results-head" data-announce>\(count == 1 ? "1 result" : "\(count) results") for “\(text)”</p>
      \(Understood.html(found.papers.corrected.isEmpty ? found.pages.corrected : found.papers.corrected, ignored: found.papers.ignored))
      \(papers(found.papers, text, visit))\(SearchGroups(found.pages, visit).html(most: mostOthers))\(people(members))
      """
  }

  private static func papers(_ hits: Hits<Int>, _ text: String, _ visit: Visit) -> HTML {
    guard !hits.found.isEmpty else { return .empty }
    let marked = Marked(hits.words)
    let rows = hits.found.prefix(mostPapers).map { position in
      let paper = visit.program.papers[position]
      return SearchGroups.row(
        marked.html(paper.title), Address.of(paper),
        marked.html(paper.authors.prefix(8).map(\.name).joined(separator: ", ")))
    }
    return """
      <section class="section" aria-labelledby="g-papers"><div class="section-head"><h2 id="g-papers">Papers <span class="count">\(hits.found.count)</span></h2>\(
        HTML.when(hits.found.count > mostPapers, "<a href=\"\(url: "/papers?q=" + Query.encoded(text))\">All \(hits.found.count)</a>"))</div>
      <ul class="hits" role="list">\(rows)</ul></section>
      """
  }

  /// Organizers by name: every word begins one of theirs.
  private static func members(_ text: String, _ program: Program) -> [Member] {
    let words = Folding.words(of: text)
    guard !words.isEmpty else { return [] }
    return program.members.filter { member in
      let names = Folding.words(of: member.person.name)
      return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }
  }

  private static func people(_ members: [Member]) -> HTML {
    guard !members.isEmpty else { return .empty }
    let rows = members.prefix(mostOthers).map { SearchGroups.row("\($0.person.name)", "/committee", "\($0.role)") }
    return """
      <section class="section" aria-labelledby="g-members"><h2 id="g-members">Committee <span class="count">\(members.count)</span></h2>
      <ul class="hits" role="list">\(rows)</ul></section>
      """
  }
}
