import Conference
import Markup

/// All papers: searched, filtered, in an order of one's choice, in pages.
enum PapersPage {
  static func page(_ visit: Visit) async throws -> Page {
    let filter = PaperFilter(visit.query)
    let selection = try await PaperSelection(filter, visit)
    let start = (filter.page - 1) * filter.pageSize
    let shown = selection.positions.dropFirst(start).prefix(filter.pageSize).map { visit.program.papers[$0] }
    return Page(
      title: filter.text.map { "Papers: \($0)" } ?? "Papers", section: .papers,
      description:
        "\(EntryKind.paper.counted(visit.program.papers.count)) of \(visit.conference.name), to search, filter and save.",
      styles: ["finder", "papers"],
      // Whatever is shown first, what is typed may bring formulas.
      scripts: ["maths"], canonical: "/papers",
      isUnlisted: filter.text != nil || filter.page > 1, searched: selection.searched,
      body: """
        <div class="page-head"><h1>Papers</h1></div>
        \(PaperFinder(filter, selection, visit).html)
        <section class="results\(density(filter))" id="results" aria-label="Results">
        \(head(filter, selection, visit))
        \(shown.isEmpty ? empty(filter, selection, visit) : list(shown, selection, filter, visit))
        \(PaperPages.html(filter, count: selection.positions.count))
        </section>
        """)
  }

  private static func density(_ filter: PaperFilter) -> HTML {
    switch filter.density {
    case .titles: " is-titles"
    case .cards: ""
    case .abstracts: " is-abstracts"
    }
  }

  private static func head(_ filter: PaperFilter, _ selection: PaperSelection, _ visit: Visit) -> HTML {
    let count = EntryKind.paper.counted(selection.positions.count)
    let text: HTML = filter.text.map { "\(count) for “\($0)”" } ?? "\(count)"
    return """
      <div class="results-head"><p data-announce>\(text)</p>\(selection.hits.map { Understood.html($0) })
      \(narrowings(filter, visit))\(densities(filter))</div>
      """
  }

  private static func densities(_ filter: PaperFilter) -> HTML {
    let links = PaperFilter.Density.allCases.map { density in
      """
      <a href="\(url: filter.address { $0.density = density; $0.page = 1 })"\(HTML.when(density == filter.density, " aria-current=\"true\""))>\(
        density.rawValue.prefix(1).uppercased() + density.rawValue.dropFirst())</a>
      """ as HTML
    }
    return "<nav class=\"segments\" aria-label=\"Density\">\(links)</nav>"
  }

  /// What narrows the papers down, each with a way to take it off, whether or not there is such a thing.
  private static func narrowings(_ filter: PaperFilter, _ visit: Visit) -> HTML {
    let program = visit.program
    var chips: [HTML] = []
    func add(_ text: String, _ change: (inout PaperFilter) -> Void) {
      chips.append(
        chip(
          text,
          filter.address {
            change(&$0); $0.page = 1
          }))
    }
    if let author = filter.author { add("By \(author)") { $0.author = nil } }
    if let theme = filter.theme {
      add("Theme: \(program.themes.first { $0.id == theme }?.title ?? theme)") { $0.theme = nil }
    }
    for id in filter.sessions {
      add(program.session(id)?.title ?? "Session \(id)") { $0.sessions.removeAll { $0 == id } }
    }
    for kind in filter.kinds {
      add(program.catalog.kinds.first { $0.value.lowercased() == kind }?.value ?? kind) {
        $0.kinds.removeAll { $0 == kind }
      }
    }
    for track in filter.tracks { add(track) { $0.tracks.removeAll { $0 == track } } }
    for name in filter.programs { add(name) { $0.programs.removeAll { $0 == name } } }
    for keyword in filter.keywords { add(keyword) { $0.keywords.removeAll { $0 == keyword } } }
    return chips.isEmpty ? .empty : "<ul class=\"chips\">\(chips)</ul>"
  }

  private static func chip(_ text: String, _ address: String) -> HTML {
    "<li><a class=\"chip\" href=\"\(url: address)\"><span class=\"chip-body\" dir=\"auto\">\(text) \(Icon.close)<span class=\"sr\">Remove</span></span></a></li>"
  }

  private static func list(_ papers: [Paper], _ selection: PaperSelection, _ filter: PaperFilter, _ visit: Visit)
    -> HTML
  {
    let marked = Marked(selection.hits?.words ?? [])
    return
      "<h2 class=\"sr\">Results</h2><div class=\"paper-list\">\(papers.map { PaperCard.html($0, density: filter.density, marked: marked, visit) })</div>"
  }

  private static func empty(_ filter: PaperFilter, _ selection: PaperSelection, _ visit: Visit) -> HTML {
    if visit.program.papers.isEmpty {
      return "<div class=\"empty\"><h2>No papers yet</h2><p>They will stand here once the program is out.</p></div>"
    }
    if !selection.positions.isEmpty {
      return """
        <div class="empty"><h2>That is beyond the last page</h2><p class="actions"><a class="button" href="\(url: filter.address { $0.page = 1 })">Back to the first</a></p></div>
        """
    }
    let advice =
      filter.text == nil ? "Take a filter off." : "Try fewer words, the beginning of a word, or an author’s last name."
    return """
      <div class="empty"><h2>No paper fits</h2><p>\(advice)</p><p class="actions">\(
        HTML.when(filter.isNarrowed && filter.text != nil, "<a class=\"button\" href=\"\(url: "/papers?q=" + Query.encoded(filter.text ?? ""))\">Search all papers</a>"))<a class="button" href="/papers">Show all papers</a></p></div>
      """
  }
}
