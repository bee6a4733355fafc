import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// The papers, each of them, its calendar and its citation.
  func addPapers() {
    let (pages, site) = (pages, pages.site)
    page("papers", .papers) { try await PapersPage.page($0) }
    file("papers/:id", .papers) { request, context, program in
      let id = try context.parameters.require("id")
      if program.paper(id) == nil {
        if id.hasSuffix(".ics") {
          return try Self.answer(request) { try ProgramCalendar(site, program).paper(Self.stem(of: id)) }
        }
        if id.hasSuffix(".bib") { return try Self.citation(String(id.dropLast(4)), request, program) }
      }
      return try await pages.response(to: request, context, .papers) { visit in
        guard let paper = visit.program.paper(id) else { throw ConferenceError.notFound("paper") }
        return PaperPage.page(paper, visit)
      }
    }
  }

  private static func citation(_ id: String, _ request: Request, _ program: Program) throws -> Response {
    guard let paper = program.paper(id), let conference = program.conference else {
      throw ConferenceError.notFound("paper")
    }
    var fields = Security.fileFields
    fields[.contentDisposition] = "attachment; filename=\"\(id).bib\""
    let text = BibTeX.entry(for: paper, conference: conference) + "\n"
    return StoredBody(
      Array(text.utf8), type: "application/x-bibtex; charset=utf-8", caching: "public, max-age=60", fields: fields
    ).response(to: request)
  }
}
