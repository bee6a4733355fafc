import Conference
import Markup

/// What was found besides papers, by kind, the kind with the best hit first.
struct SearchGroups {
  private struct Group {
    let name: String
    var rows: [HTML] = []
  }

  private var groups: [Group] = []

  init(_ hits: Hits<EntryName>, _ visit: Visit) {
    let marked = Marked(hits.words)
    for entry in hits.found {
      guard let (name, row) = Self.row(entry, marked, visit) else { continue }
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].rows.append(row)
      } else {
        groups.append(Group(name: name, rows: [row]))
      }
    }
  }

  func html(most: Int) -> HTML {
    groups.enumerated().map { number, group in
      """
      <section class="section" aria-labelledby="g-\(number)"><h2 id="g-\(number)">\(group.name) <span class="count">\(group.rows.count)</span></h2>
      <ul class="hits" role="list">\(Array(group.rows.prefix(most)))</ul>\(
        HTML.when(group.rows.count > most, "<p class=\"muted\">and \(group.rows.count - most) more; another word narrows them down</p>"))</section>
      """ as HTML
    }.joined()
  }

  static func row(_ title: HTML, _ address: String, _ note: HTML) -> HTML {
    "<li data-card><h3><a href=\"\(url: address)\" dir=\"auto\" data-maths>\(title)</a></h3>\(HTML.when(!note.isEmpty, "<p class=\"muted\" dir=\"auto\">\(note)</p>"))</li>"
  }

  private static func row(_ entry: EntryName, _ marked: Marked, _ visit: Visit) -> (name: String, row: HTML)? {
    let program = visit.program
    switch entry.kind {
    case .event:
      guard let event = EventReference(entry.id).flatMap({ program.event($0) }) else { return nil }
      return (
        plural(event.kind),
        row(marked.html(event.title), Address.of(event), marked.html(PeopleLine.short(event.people)))
      )
    case .session:
      guard let session = program.session(entry.id) else { return nil }
      return (
        "Sessions",
        row(
          marked.html(session.title), Address.main(of: session, program), Times.when(session.start, session.end, visit))
      )
    case .sponsor:
      guard let sponsor = program.sponsor(entry.id) else { return nil }
      return ("Sponsors", row(marked.html(sponsor.name), Address.of(sponsor), marked.html(sponsor.tier ?? "")))
    case .answer:
      guard let answer = program.answers.first(where: { $0.id == entry.id }) else { return nil }
      return (
        "Questions and answers",
        row(
          marked.html(answer.question), Address.of(answer),
          marked.html(Excerpt.beginning(of: Markdown.plain(answer.text), length: 160)))
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
