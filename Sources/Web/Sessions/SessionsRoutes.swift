import Conference
import Hummingbird

extension Routes {
  /// Where papers are met: the list of sessions, and the hall of each.
  func addSessions() {
    let (pages, site) = (pages, pages.site)
    page("sessions", .schedule) { SessionListPage.page($0) }
    file("sessions/:id", .schedule) { request, context, program in
      let id = try context.parameters.require("id")
      if id.hasSuffix(".ics") {
        return try Self.answer(request) { try ProgramCalendar(site, program).session(Self.stem(of: id)) }
      }
      return try await pages.response(to: request, context, .schedule) { visit in
        guard let session = visit.program.session(id) else { throw ConferenceError.notFound("session") }
        return HallPage.page(session, visit)
      }
    }
  }
}
