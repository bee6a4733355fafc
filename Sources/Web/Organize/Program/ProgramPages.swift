import Conference
import Markup

/// The addresses within the program's part of the console.
enum ProgramLink {
  static func entry(_ kind: EntryKind, _ id: String) -> String {
    "\(new(kind))&id=\(Query.encoded(id))"
  }

  /// Where a new entry is made.
  static func new(_ kind: EntryKind) -> String { "/organize/program/entry?of=\(kind.rawValue)" }

  /// Where it is said what was done, with a button to take it back.
  static func done(_ word: String, _ change: ProgramChange?) -> String {
    "/organize/program?\(change.map { "change=\($0.id)&" } ?? "")done=\(word)"
  }
}

/// Clashes, as something to know rather than something wrong.
enum ClashList {
  static func html(_ clashes: [Clash], _ visit: Visit, limit: Int = 20) -> HTML {
    guard !clashes.isEmpty else { return .empty }
    return """
      <div class="notice"><p><strong>\(clashes.count == 1 ? "One clash" : "\(clashes.count) clashes")</strong>: these are needed in two sessions at once.</p>
      <ul>\(clashes.prefix(limit).map { row($0, visit) })</ul>\(HTML.when(clashes.count > limit, "<p><a href=\"/organize/program/clashes\">All clashes</a></p>"))</div>
      """
  }

  private static func row(_ clash: Clash, _ visit: Visit) -> HTML {
    let who: HTML =
      switch clash.subject {
      case .person(let name): "<strong dir=\"auto\">\(name)</strong>"
      case .room(let address): "the room <strong>\(address)</strong>"
      }
    return "<li>\(who): \(link(clash.first, visit)) and \(link(clash.second, visit))</li>"
  }

  private static func link(_ session: Session, _ visit: Visit) -> HTML {
    "<a dir=\"auto\" href=\"\(url: ProgramLink.entry(.session, session.id))\">\(session.title)</a> (\(Times.when(session.start, session.end, visit)))"
  }
}

enum ClashesPage {
  static func page(_ personal: Personal) -> Page {
    let clashes = personal.visit.program.clashes
    return OrganizePage.page(
      "Clashes", path: "/organize/program/clashes", personal, styles: ["program-console"],
      body: clashes.isEmpty
        ? "<p>Nobody and no room is needed in two sessions at once.</p>"
        : ClashList.html(clashes, personal.visit, limit: 500))
  }
}

/// Where all entries are found, with clashes and what was changed last.
enum ProgramPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let editor = ProgramEditor(visit.site.database, clock: visit.site.clock)
    let clashes = visit.program.clashes
    let changes = try await editor.changes(for: try personal.account.id, limit: 20)
    return OrganizePage.page(
      "Program", path: "/organize/program", personal, styles: ["program-console"],
      body: """
        \(HTML.when(visit.query["done"] != nil, done(changes, personal)))
        \(EntryFinder.html(visit))
        \(conference(personal))
        <section class="section" aria-labelledby="clashes"><div class="section-head"><h2 id="clashes">Clashes</h2></div>
        \(clashes.isEmpty ? "<p class=\"muted\">None.</p>" : ClashList.html(clashes, visit, limit: 5))</section>
        <section class="section" aria-labelledby="changes"><div class="section-head"><h2 id="changes">Changed last</h2></div>
        \(ChangeList.html(changes, personal))
        <p><a href="/organize/program/changes">All changes</a></p></section>
        """)
  }

  /// What was done last, where the address says which change that was.
  private static func done(_ changes: [ProgramChange], _ personal: Personal) -> HTML {
    let visit = personal.visit
    guard let change = changes.first(where: { "\($0.id)" == visit.query["change"] }) else {
      return "<p class=\"notice\" role=\"status\">Done.\(Telling.done(visit))</p>"
    }
    return """
      <div class="notice"><p role="status" dir="auto">Done: \(change.summary).\(Telling.done(visit))</p>
      \(HTML.when(change.undoneBy == nil, ChangeList.undo(change, personal)))</div>
      """
  }

  private static func conference(_ personal: Personal) -> HTML {
    guard ConferenceForm.need.isMet(by: personal.access) else { return .empty }
    return """
      <p class="actions spaced"><a class="button" href="\(url: ProgramLink.entry(.conference, personal.visit.conference.id))">Days, zone and texts of the conference</a></p>
      """
  }
}
