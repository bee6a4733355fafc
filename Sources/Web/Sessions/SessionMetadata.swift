import Conference
import Foundation
import Markup

/// What search engines are told of things with a time, as schema.org calls them.
enum EventMetadata {
  private struct Event: Encodable {
    struct Place: Encodable {
      var type = "VirtualLocation"
      var url: String
      enum CodingKeys: String, CodingKey { case type = "@type", url }
    }

    struct Organizer: Encodable {
      var type = "Organization"
      var name: String
      var url: String
      enum CodingKeys: String, CodingKey { case type = "@type", name, url }
    }

    var context = "https://schema.org"
    var type = "Event"
    var name: String
    var startDate: String
    var endDate: String
    var eventAttendanceMode = "https://schema.org/OnlineEventAttendanceMode"
    var eventStatus: String
    var location: Place
    var organizer: Organizer
    var url: String
    enum CodingKeys: String, CodingKey {
      case context = "@context", type = "@type", name, startDate, endDate, eventAttendanceMode, eventStatus, location,
        organizer, url
    }
  }

  static func html(_ session: Session, _ visit: Visit) -> HTML {
    html(
      name: session.title, start: session.start, end: session.end, isCancelled: session.isCancelled,
      path: Address.main(of: session, visit.program), visit)
  }

  static func html(name: String, start: Instant, end: Instant, isCancelled: Bool = false, path: String, _ visit: Visit)
    -> HTML
  {
    let address = visit.absolute(path)
    return JSONLD.html(
      Event(
        name: name, startDate: start.iso8601, endDate: end.iso8601,
        eventStatus: "https://schema.org/Event\(isCancelled ? "Cancelled" : "Scheduled")",
        location: .init(url: address),
        organizer: .init(name: visit.conference.organization ?? visit.conference.name, url: visit.absolute("/")),
        url: address))
  }
}

/// Structured data in a page's head.
enum JSONLD {
  static func html(_ value: some Encodable) -> HTML {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Values of texts always have a JSON form.
    guard let data = try? encoder.encode(value) else { return .empty }
    return "<script type=\"application/ld+json\">\(json: String(decoding: data, as: UTF8.self))</script>"
  }
}
