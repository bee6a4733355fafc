import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// The schedule in the field's formats, the papers' citations, and what search engines ask for.
  func addExports(_ site: Site) {
    file("schedule.json", .schedule) { request, _, program in
      try Self.file(request, program, type: "application/json") { program, draft in
        try ScheduleExport.json(
          draft, baseURL: site.settings.address, version: "\(program.version)", generated: program.changed)
      }
    }
    file("schedule.xml", .schedule) { request, _, program in
      try Self.file(request, program, type: "application/xml; charset=utf-8") { program, draft in
        ScheduleExport.xml(
          draft, baseURL: site.settings.address, version: "\(program.version)", generated: program.changed)
      }
    }
    file("plan.bib", .papers) { request, _, program in
      let ids = ProgramCalendar.ids(Query(request.uri.query)["papers"])
      return try Self.file(request, program, type: "application/x-bibtex; charset=utf-8", name: "my-plan.bib") {
        program, draft in
        Array(BibTeX.file(ids.compactMap { program.paper($0) }, conference: draft.conference).utf8)
      }
    }
    on(.get, "robots.txt", .door) { request, _ in
      StoredBody(
        Array("User-agent: *\nAllow: /\nSitemap: \(site.settings.address)/sitemap.xml\n".utf8),
        type: "text/plain; charset=utf-8", caching: "public, max-age=3600"
      )
      .response(to: request)
    }
    file("sitemap.xml", .anyone) { request, _, program in
      try Self.file(request, program, type: "application/xml; charset=utf-8") { program, _ in
        Sitemap.bytes(program, address: site.settings.address)
      }
    }
  }

  private static func file(
    _ request: Request, _ program: Program, type: String, name: String? = nil,
    _ make: (Program, Draft) throws -> [UInt8]
  ) throws -> Response {
    guard let draft = program.draft else { throw ConferenceError.unavailable("there is no conference yet") }
    var fields = Security.fileFields
    if let name { fields[.contentDisposition] = "attachment; filename=\"\(name)\"" }
    return StoredBody(try make(program, draft), type: type, caching: "public, max-age=60", fields: fields).response(
      to: request)
  }
}

/// Every page of lasting interest (sitemaps.org, 0.9).
enum Sitemap {
  static func bytes(_ program: Program, address: String) -> [UInt8] {
    let paths =
      ["/", "/schedule", "/papers", "/sessions", "/sponsors", "/help"] + program.papers.map(Address.of)
      + program.events.map(Address.of)
      + program.sessions.map { Address.of($0) }
    let entries = paths.prefix(50_000).map { "<url><loc>\(address)\($0)</loc></url>" }.joined(separator: "\n")
    return Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(entries)\n</urlset>\n"
        .utf8)
  }
}
