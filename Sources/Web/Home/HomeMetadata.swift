import Conference
import Markup

/// The conference as a whole, for search engines.
enum HomeMetadata {
  static func html(_ visit: Visit) -> HTML {
    guard let first = visit.program.sessions.first, let end = visit.program.sessions.map(\.end).max() else {
      return .empty
    }
    return EventMetadata.html(name: visit.conference.name, start: first.start, end: end, path: "/", visit)
  }
}
