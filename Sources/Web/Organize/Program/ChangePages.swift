import Conference
import Markup

/// Who changed what when, with a button to take it back.
enum ChangeList {
  static func html(_ changes: [ProgramChange], _ personal: Personal) -> HTML {
    guard !changes.isEmpty else { return "<p class=\"muted\">Nothing yet.</p>" }
    return "<ul class=\"rows\">\(changes.map { row($0, personal) })</ul>"
  }

  static func row(_ change: ProgramChange, _ personal: Personal) -> HTML {
    let zone = personal.visit.zone
    return """
      <li><span dir="auto"><strong>\(change.doer)</strong> <a href="/organize/program/changes/\(change.id)">\(change.summary)</a><br>
      <span class="muted">\(TimeText.dayText(zone.day(at: change.at))), \(TimeText.clock(change.at, zone: zone)) · change \(change.id)\(change.undoneBy.map { ", taken back by change \($0)" } ?? "")</span></span>
      \(HTML.when(change.undoneBy == nil, undo(change, personal)))</li>
      """
  }

  static func undo(_ change: ProgramChange, _ personal: Personal) -> HTML {
    """
    <form action="/organize/program/changes/\(change.id)/undo" method="post">\(personal.tokenField)\(HTML.when(change.mails > 0, Telling.undoBox(change)))<button class="button" type="submit">Undo<span class="sr"> change \(change.id)</span></button></form>
    """
  }
}

enum ChangesPage {
  private static let perPage = 50

  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let number = max(1, min(visit.query["page"].flatMap { Int($0) } ?? 1, 100_000))
    let entry = EntryKind(rawValue: visit.query["of"] ?? "").flatMap { kind in
      visit.query["id"].map { EntryName(kind: kind, id: $0) }
    }
    let found = try await ProgramEditor(visit.site.database, clock: visit.site.clock)
      .changes(to: entry, for: try personal.account.id, offset: (number - 1) * perPage, limit: perPage + 1)
    let kept = entry.map { "of=\($0.kind.rawValue)&id=\(Query.encoded($0.id))&" } ?? ""
    return OrganizePage.page(
      entry.map { "Changes of \($0)" } ?? "Changes of the program", path: "/organize/program/changes", personal,
      styles: ["program-console"],
      body: """
        \(ChangeList.html(Array(found.prefix(perPage)), personal))
        <p class="actions">\(HTML.when(number > 1, "<a class=\"button\" href=\"\(url: "/organize/program/changes?\(kept)page=\(number - 1)")\">Newer</a>"))\(
          HTML.when(found.count > perPage, "<a class=\"button\" href=\"\(url: "/organize/program/changes?\(kept)page=\(number + 1)")\">Older</a>"))</p>
        """)
  }

  static func one(_ id: Int, _ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let editor = ProgramEditor(visit.site.database, clock: visit.site.clock)
    let (change, differences) = try await editor.change(id, for: try personal.account.id)
    return OrganizePage.page(
      "Change \(change.id)", path: "/organize/program/changes/\(change.id)", personal, styles: ["program-console"],
      body: "<ul class=\"rows\">\(ChangeList.row(change, personal))</ul>\(DifferenceList.html(differences, visit))")
  }
}
