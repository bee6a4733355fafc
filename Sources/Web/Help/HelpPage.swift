import Conference
import Markup

/// Questions and answers, by section or as found.
enum HelpPage {
  static func page(_ visit: Visit) async throws -> Page {
    let query = visit.query["q"]
    let answers = query == nil ? AnswerList.bySection(visit.program.answers) : try await found(query ?? "", visit)
    return Page(
      title: "Help", section: .help, description: "Questions about \(visit.conference.name), answered.",
      styles: ["finder", "help"], scripts: ["answers"], canonical: "/help", isUnlisted: query != nil,
      body: """
        <div class="page-head"><h1>Help</h1>\(HTML.when(visit.hasDoors, "<a class=\"button is-main\" href=\"/help/desk\">Ask a person</a>"))</div>
        \(HTML.when(!visit.program.answers.isEmpty, form(query)))
        <div id="answers">\(answers)</div>
        \(further(visit))
        """)
  }

  private static func form(_ query: String?) -> HTML {
    """
    <form class="finder" action="/help" role="search" aria-label="Answers" data-swap="#answers"><div class="finder-row">
    <p class="finder-field"><label class="sr" for="q">Search questions and answers</label>\(Icon.search)<input class="field" \
    id="q" type="search" name="q" value="\(query)" placeholder="Search questions and answers" data-search data-search-first></p>
    <noscript><button class="button" type="submit">Search</button></noscript></div></form>
    """
  }

  private static func found(_ query: String, _ visit: Visit) async throws -> HTML {
    let hits = try await visit.search.pages(query, in: visit.program)
    let ids = hits.found.filter { $0.kind == .answer }.map(\.id)
    let answers = Dictionary(visit.program.answers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return AnswerList.found(ids.compactMap { answers[$0] }, query)
  }

  private static func further(_ visit: Visit) -> HTML {
    let links: [(path: String, label: String, note: String)] = [
      ("/zones", "Time zone", "Every time on every page follows it."),
      ("/plan", "My plan", "What you saved, by time, with a calendar file."),
      ("/calendars", "Calendars", "To download and to subscribe to."),
      visit.conference.codeOfConduct == nil
        ? nil : ("/code-of-conduct", "Code of conduct", "How we treat each other here."),
      visit.program.members.isEmpty ? nil : ("/committee", "Committee", "Who organizes this conference."),
      ("/about", "About this site", "What is kept and for how long, accessibility, schedule data."),
    ].compactMap { $0 }
    return """
      <section class="section" aria-labelledby="further"><h2 id="further">More help</h2><ul class="ways-list" role="list">\(
        links.map { "<li><a href=\"\(url: $0.path)\">\($0.label)</a> <span class=\"muted\">\($0.note)</span></li>" as HTML
      })</ul></section>
      """
  }
}
