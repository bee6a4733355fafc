import Conference
import Markup

/// The form above the papers: words, order and filters, fetched while one types where scripts run.
struct PaperFinder {
  static let mostKeywords = 40
  private let filter: PaperFilter
  private let selection: PaperSelection
  private let visit: Visit

  init(_ filter: PaperFilter, _ selection: PaperSelection, _ visit: Visit) {
    self.filter = filter
    self.selection = selection
    self.visit = visit
  }

  var html: HTML {
    """
    <form class="finder" action="/papers" role="search" aria-label="Papers" data-swap="#results">
    <div class="finder-row">
    <p class="finder-field"><label class="sr" for="q">Search papers</label>\(Icon.search)<input class="field" id="q" type="search" name="q" value="\(
      filter.text)" placeholder="Title, author, keyword" autocomplete="off" data-search data-search-first></p>
    \(orders)<noscript><button class="button is-main">Search</button></noscript></div>
    <div class="finder-row">\(kinds)\(drops)</div>
    \(kept("author", filter.author))\(kept("theme", filter.theme))\(HTML.when(filter.density != .cards, kept("show", filter.density.rawValue)))</form>
    """
  }

  private func kept(_ name: String, _ value: String?) -> HTML {
    value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" } ?? .empty
  }

  private var orders: HTML {
    // The first is what nobody chose, and so it may become another once there are words.
    let options = PaperFilter.orders(filter.text).enumerated().map { index, order in
      "<option value=\"\(index == 0 ? "" : order.rawValue)\"\(HTML.when(order == filter.order, " selected"))>\(Self.name(order))</option>"
        as HTML
    }
    return
      "<label class=\"sr\" for=\"sort\">Order</label><select class=\"field\" id=\"sort\" name=\"sort\">\(options)</select>"
  }

  private static func name(_ order: PaperFilter.Order) -> String {
    switch order {
    case .relevance: "Best match first"
    case .title: "By title"
    case .shuffle: "Shuffled for you, today"
    }
  }

  /// Too many chips are no choice.
  static let mostKinds = 8

  private var kinds: HTML {
    let kinds = visit.program.catalog.kinds
    guard (2...Self.mostKinds).contains(kinds.count) else { return .empty }
    let boxes = kinds.enumerated().map { index, kind in
      box(
        "kind", index, kind.value.lowercased(), isOn: filter.kinds.contains(kind.value.lowercased()),
        label: PaperKind.html(kind.value),
        count: selection.count(of: kind.papers, by: .kind))
    }
    return "<fieldset class=\"chips is-strip\"><legend class=\"sr\">Kind</legend>\(boxes)</fieldset>"
  }

  private var drops: HTML {
    let catalog = visit.program.catalog
    return [
      drop("Session", "session", sessions, chosen: filter.sessions),
      drop(
        "Keyword", "keyword", choices(catalog.keywords.prefix(Self.mostKeywords), .keyword), chosen: filter.keywords,
        isSame: { $0.lowercased() == $1.lowercased() }),
      drop("Track", "track", choices(catalog.tracks, .track), chosen: filter.tracks),
      catalog.programs.count > 1
        ? drop("Program", "program", choices(catalog.programs, .program), chosen: filter.programs) : .empty,
    ].joined()
  }

  private typealias Choice = (value: String, label: HTML, count: Int)

  private func choices(_ facets: some Sequence<Catalog.Facet>, _ narrowing: PaperSelection.Narrowing) -> [Choice] {
    facets.map { ($0.value, "\($0.value)", selection.count(of: $0.papers, by: narrowing)) }
  }

  private var sessions: [Choice] {
    let program = visit.program
    return program.sessions.filter { !$0.slots.isEmpty }.map { session in
      let day = TimeText.dayText(visit.zone.day(at: session.start))
      let papers = program.positions(ofPapersIn: session.id)
      let label: HTML = "\(day), \(TimeText.clock(session.start, zone: visit.zone)) <small>\(session.title)</small>"
      return (session.id, label, selection.count(of: papers, by: .session))
    }
  }

  private func drop(
    _ title: String, _ name: String, _ choices: [Choice], chosen: [String],
    isSame: (String, String) -> Bool = { $0 == $1 }
  ) -> HTML {
    guard !choices.isEmpty else { return .empty }
    let boxes = choices.enumerated().map { index, choice in
      let isOn = chosen.contains { isSame($0, choice.value) }
      return box(name, index, choice.value, isOn: isOn, label: choice.label, count: choice.count)
    }
    let number: HTML = chosen.isEmpty ? .empty : "\(chosen.count)"
    return """
      <details class="drop" name="filter"><summary class="chip"><span class="chip-body">\(title) <span class="count" id="chosen-\(name)">\(number)</span></span></summary>
      <fieldset class="drop-panel chips"><legend class="sr">\(title)</legend>\(boxes)</fieldset></details>
      """
  }

  /// The count has an id, by which it follows what is typed and chosen elsewhere in the form.
  private func box(_ name: String, _ index: Int, _ value: String, isOn: Bool, label: HTML, count: Int) -> HTML {
    """
    <label class="chip"><input type="checkbox" name="\(name)" value="\(value)"\(HTML.when(isOn, " checked"))><span class="chip-body">\(
      label) <span class="count" id="count-\(name)-\(index)">\(count)</span></span></label>
    """
  }
}

/// What kind of paper it is, as the conference calls it; the kinds that the style sheet knows have their sign.
enum PaperKind {
  private static let known: Set<String> = ["oral", "spotlight", "poster"]

  static func html(_ name: String) -> HTML {
    let style = name.lowercased()
    return known.contains(style)
      ? "<span class=\"kind kind-\(style)\">\(name)</span>" : "<span class=\"kind\">\(name)</span>"
  }
}
