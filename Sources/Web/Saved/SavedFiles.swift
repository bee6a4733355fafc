import Conference

/// Somebody's saved papers and sessions as files to take along.
enum SavedFiles {
  static func csv(_ personal: Personal) async throws -> OwnFile {
    let (list, visit) = (try await list(of: personal), personal.visit)
    let notes = Dictionary(
      uniqueKeysWithValues: list.notes.filter { $0.key.kind == .paper }.map { ($0.key.id, $0.value) })
    return OwnFile(
      name: "my-plan.csv", type: "text/csv; charset=utf-8",
      bytes: SavedPapersCSV.file(
        list.papers.compactMap { visit.program.paper($0) }, notes: notes, address: visit.absolute("")))
  }

  static func bibtex(_ personal: Personal) async throws -> OwnFile {
    let (list, visit) = (try await list(of: personal), personal.visit)
    let papers = list.papers.compactMap { visit.program.paper($0) }
    return OwnFile(
      name: "my-plan.bib", type: "application/x-bibtex; charset=utf-8",
      bytes: Array(BibTeX.file(papers, conference: visit.conference).utf8))
  }

  /// With what one presents and hosts, as the plan has it.
  static func calendar(_ personal: Personal) async throws -> OwnFile {
    try await calendar(try await list(of: personal), of: personal.access, personal.visit.program, personal.visit.site)
  }

  /// - Parameter program: as they may see it.
  static func calendar(_ list: SavedList, of access: Access, _ program: Program, _ site: Site) async throws -> OwnFile {
    let own = try await OwnPart.of(access, in: program, site.claims)
    let file = try ProgramCalendar(site, program).plan(papers: list.papers, sessions: list.sessions, own: own)
    return OwnFile(name: "my-plan.ics", type: "text/calendar; charset=utf-8", bytes: Array(file.text.utf8))
  }

  private static func list(of personal: Personal) async throws -> SavedList {
    try await personal.visit.site.saved.list(of: try personal.account.id)
  }
}
