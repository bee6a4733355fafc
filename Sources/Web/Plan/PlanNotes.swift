import Conference
import Markup

/// What the account of who is signed in holds beside the plan: notes, and what was visited.
struct PlanNotes {
  let list: SavedList
  private let visited: Set<String>

  /// Nil where the plan is that of an address, or of a browser.
  init?(_ personal: Personal) async throws {
    let query = personal.visit.query
    guard personal.access.isLetIn, query["papers"] == nil, query["sessions"] == nil else { return nil }
    list = try await personal.visit.site.saved.list(of: try personal.account.id)
    visited = Set(list.visited)
  }

  func html(of paper: Paper) -> HTML {
    html(SavedItem(.paper, paper.id), paper.title, isVisited: visited.contains(paper.id))
  }

  func html(of session: Session) -> HTML { html(SavedItem(.session, session.id), session.title, isVisited: false) }

  private func html(_ item: SavedItem?, _ title: String, isVisited: Bool) -> HTML {
    guard let item else { return .empty }
    let note = list.notes[item]
    return """
      <span class="own-note">\(HTML.when(isVisited, "<span class=\"tag\">Visited</span> "))\(note.map { "<span class=\"note-text\" dir=\"auto\">\($0)</span> " as HTML })<a href="\(
        url: "/account/saved/\(item.text)")">\(note == nil ? "Add a note" : "Change the note")<span class="sr">: \(title)</span></a></span>
      """
  }

  /// Notes on what is not in the plan.
  func others(_ program: Program) -> HTML {
    let saved = Set(
      list.papers.compactMap { SavedItem(.paper, $0) } + list.sessions.compactMap { SavedItem(.session, $0) })
    let rows = list.notes.keys.filter { !saved.contains($0) }.sorted { $0.text < $1.text }.compactMap { item -> HTML? in
      switch item.kind {
      case .paper: program.paper(item.id).map { PlanRow.paper($0, also: .empty, self) }
      case .session:
        program.session(item.id).map {
          "<li><span><a href=\"\(url: Address.of($0))\" dir=\"auto\">\($0.title)</a>\(html(of: $0))</span></li>" as HTML
        }
      }
    }
    guard !rows.isEmpty else { return .empty }
    return """
      <section class="plan-day" aria-labelledby="notes"><h2 id="notes">Notes on what is not in the plan</h2>
      <ul class="plan-papers" role="list">\(rows)</ul></section>
      """
  }
}

extension Plan {
  /// What the account holds, with what is their own part; without one, what the ids in the address say.
  static func of(_ personal: Personal, _ own: PlanNotes?) async throws -> Plan {
    let visit = personal.visit
    let part: OwnPart =
      try await own == nil ? .nothing : .of(personal.access, in: visit.program, visit.site.claims)
    return Plan(
      papers: own?.list.papers ?? ProgramCalendar.ids(visit.query["papers"]),
      sessions: own?.list.sessions ?? ProgramCalendar.ids(visit.query["sessions"]), visit.program, now: visit.now,
      own: part)
  }
}
