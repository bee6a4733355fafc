import Conference
import Markup

/// What was found by kind: as typed before corrected, names before words before beginnings of words, then papers before
/// others, and the kind with the best hit first.
struct SearchGroups {
  private static let mostPapers = 8
  private static let mostOthers = 6
  private let papers: SearchGroup?
  private let others: [SearchGroup]

  init(_ text: String, papers: Hits<Int>, pages: Hits<EntryName>, members: [Member], _ visit: Visit) {
    self.papers = papers.found.isEmpty ? nil : Self.papers(papers, text, visit)
    others = Self.pages(pages, text, visit) + (members.isEmpty ? [] : [Self.committee(members, text)])
  }

  var html: HTML {
    let all = ([papers].compactMap { $0 } + others).enumerated()
      .sorted { ($0.element.fit, $0.offset) < ($1.element.fit, $1.offset) }.map(\.element)
    return all.map { $0.html(most: $0.address == nil ? Self.mostOthers : Self.mostPapers) }.joined()
  }

  private static func papers(_ hits: Hits<Int>, _ text: String, _ visit: Visit) -> SearchGroup {
    let (marked, measure) = (Marked(hits.words), SearchFit.Measure(text, hits))
    let shown = hits.found.prefix(mostPapers).map { visit.program.papers[$0] }
    let fit = measure.best(shown.map { [$0.title] + $0.authors.map(\.name) + $0.keywords }) {
      [shown[$0].tldr ?? "", shown[$0].abstract]
    }
    let rows = shown.map { paper in
      SearchGroup.row(
        marked.html(paper.title), Address.of(paper),
        authors(paper, marked), reason: reason(paper, marked))
    }
    return SearchGroup(
      id: "papers", name: "Papers", fit: hits.isById ? .named : fit ?? .named, count: hits.found.count,
      rows: rows, address: "/papers?q=" + Query.encoded(text))
  }

  /// Each by themselves, for the script that suggests them.
  private static func authors(_ paper: Paper, _ marked: Marked) -> HTML {
    paper.authors.prefix(8).map { "<span data-by>\(marked.html($0.name))</span>" as HTML }.joined(separator: ", ")
  }

  /// What else the paper says with a word that was looked for, where neither its title nor a shown author has one.
  private static func reason(_ paper: Paper, _ marked: Marked) -> HTML {
    guard !([paper.title] + paper.authors.prefix(8).map(\.name)).contains(where: { marked.offset(in: $0) != nil })
    else {
      return .empty
    }
    let others = paper.authors.dropFirst(8).map(\.name)
    return marked.excerpt(of: paper.keywords + others + [paper.tldr ?? "", paper.abstract], length: 100) ?? .empty
  }

  private static func pages(_ hits: Hits<EntryName>, _ text: String, _ visit: Visit) -> [SearchGroup] {
    let (marked, measure) = (Marked(hits.words), SearchFit.Measure(text, hits))
    var groups: [SearchGroup] = []
    for (place, entry) in hits.found.enumerated() {
      guard let (name, names, row) = row(entry, marked, visit) else { continue }
      let index = groups.firstIndex { $0.name == name } ?? groups.endIndex
      if index == groups.endIndex {
        let fit = hits.isById && place == 0 ? .named : measure.fit(names: names)
        groups.append(SearchGroup(id: "\(index)", name: name, fit: fit))
      } else {
        groups[index].fit = measure.better(groups[index].fit, names: names)
      }
      groups[index].count += 1
      if groups[index].rows.count < mostOthers { groups[index].rows.append(row()) }
    }
    return groups
  }

  private static func committee(_ members: [Member], _ text: String) -> SearchGroup {
    let measure = SearchFit.Measure(text)
    return SearchGroup(
      id: "members", name: "Committee", fit: members.map { measure.fit(names: [$0.person.name]) }.min() ?? .named,
      count: members.count,
      rows: members.map { SearchGroup.row("\($0.person.name)", "/committee", "\($0.role)") })
  }

  /// The row is made only where it is shown.
  private typealias Row = (group: String, names: [String], row: () -> HTML)

  private static func row(_ entry: EntryName, _ marked: Marked, _ visit: Visit) -> Row? {
    let program = visit.program
    switch entry.kind {
    case .event:
      guard let event = EventReference(entry.id).flatMap({ program.event($0) }) else { return nil }
      return (
        plural(event.kind), [event.title] + event.people.map(\.name),
        { SearchGroup.row(marked.html(event.title), Address.of(event), marked.html(PeopleLine.short(event.people))) }
      )
    case .session:
      guard let session = program.session(entry.id) else { return nil }
      return (
        "Sessions", [session.title],
        {
          SearchGroup.row(
            marked.html(session.title), Address.main(of: session, program),
            Times.when(session.start, session.end, visit))
        }
      )
    case .sponsor:
      guard let sponsor = program.sponsor(entry.id) else { return nil }
      return (
        "Sponsors", [sponsor.name],
        { SearchGroup.row(marked.html(sponsor.name), Address.of(sponsor), marked.html(sponsor.tier ?? "")) }
      )
    case .answer:
      guard let answer = program.answers.first(where: { $0.id == entry.id }) else { return nil }
      return (
        "Questions and answers", [answer.question],
        {
          SearchGroup.row(
            marked.html(answer.question), Address.of(answer),
            marked.html(Excerpt.beginning(of: Markdown.plain(answer.text), length: 160)))
        }
      )
    case .conference, .paper, .member, .theme: return nil
    }
  }

  private static func plural(_ kind: Event.Kind) -> String {
    switch kind {
    case .keynote: "Keynotes"
    case .workshop: "Workshops"
    case .social: "Socials"
    case .tutorial: "Tutorials"
    case .plenary: "Plenary sessions"
    case .expo: "Expos"
    }
  }
}
