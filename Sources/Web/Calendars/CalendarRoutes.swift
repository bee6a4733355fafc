import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// Calendars to download and to subscribe to: everything, a kind, a session, a paper's sessions, somebody's plan.
  func addCalendars(_ site: Site) {
    file("calendars/:name", .schedule) { request, context, program in
      let name = try Self.stem(of: context.parameters.require("name"))
      return try Self.answer(request) { try ProgramCalendar(site, program).named(name, Query(request.uri.query)) }
    }
    page("calendars", .schedule) { CalendarsPage.page($0) }
  }

  /// The name before ".ics"; other endings are not found.
  static func stem(of name: String) throws -> String {
    guard name.hasSuffix(".ics") else { throw ConferenceError.notFound("calendar") }
    return String(name.dropLast(4))
  }

  static func answer(_ request: Request, _ make: () throws -> ProgramCalendar.File) throws -> Response {
    let file = try make()
    var fields = Security.fileFields
    fields[.contentDisposition] = "inline; filename=\"\(file.name).ics\""
    return StoredBody(
      Array(file.text.utf8), type: "text/calendar; charset=utf-8", caching: "public, max-age=60", fields: fields
    ).response(to: request)
  }
}
