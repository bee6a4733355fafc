import Conference
import Hummingbird

extension Routes {
  /// Where papers are met: the list of sessions, and the hall of each.
  func addSessions() {
    let (pages, site) = (pages, pages.site)
    page("sessions") { SessionListPage.page($0) }
    router.get("sessions/:id") { request, context in
      let id = try context.parameters.require("id")
      if id.hasSuffix(".ics") {
        return try Self.answer(request, site) { try ProgramCalendar(site).session(Self.stem(of: id)) }
      }
      return try await pages.response(to: request, context) { visit in
        guard let session = visit.program.session(id) else { throw ConferenceError.notFound("session") }
        return HallPage.page(session, visit)
      }
    }
  }
}
