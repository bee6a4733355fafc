import Conference
import Hummingbird

extension Routes {
  /// Keynotes, workshops, socials, tutorials, plenary sessions and expos: a list of each kind, and a page and a
  /// calendar of each.
  func addEvents() {
    for kind in Event.Kind.allCases {
      page("\(kind.fileName)", .schedule) { EventListPage.page(kind, $0) }
      addEvent(of: kind)
    }
  }

  private func addEvent(of kind: Event.Kind) {
    let pages = pages
    file("\(kind.fileName)/:id", .schedule) { request, context, program in
      let id = try context.parameters.require("id")
      guard id.hasSuffix(".ics") else {
        return try await pages.response(to: request, context, .schedule) { try EventPage.page(kind, $0) }
      }
      let reference = EventReference(kind: kind, name: try Self.stem(of: id))
      return try Self.answer(request) { try ProgramCalendar(pages.site, program).event(reference) }
    }
  }
}
