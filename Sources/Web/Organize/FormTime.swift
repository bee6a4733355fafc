import Conference
import Markup

/// The times in a form: in the zone that the header shows. The form sends it along, so that they mean what they said also where
/// another one was chosen while it was open.
struct FormTime {
  static let field = "zone"
  /// What is beside each time in UTC, which a script writes there.
  static let script = "utc"
  static let unknown = FieldProblem(field, "it is no time zone", "write one such as Europe/Berlin")

  let zone: Zone

  /// - Parameter typed: what stands in the form again, in the zone that it was typed in.
  init(_ visit: Visit, typed: Query? = nil) {
    zone = typed.map { Self.zone(of: $0) ?? .utc } ?? visit.zone
  }

  init(zone: Zone) { self.zone = zone }

  /// The zone of a form that was sent; UTC where it has none, nil where it is none.
  static func zone(of form: Query) -> Zone? {
    guard let id = form[field] else { return .utc }
    return Zones.understood(id)
  }

  var hidden: HTML { "<input type=\"hidden\" name=\"\(Self.field)\" value=\"\(zone.id)\">" }

  /// "Nairobi time", "in UTC"
  var words: String { zone.city.hasPrefix("UTC") ? "in \(zone.city)" : "\(zone.city) time" }

  func label(_ text: String) -> String { "\(text), \(words)" }

  /// As a field for dates and times has it.
  func value(_ instant: Instant) -> String { zone.wall(at: instant).field }

  /// Where the script says what the field before it is in UTC.
  var beside: HTML {
    HTML.when(zone != .utc, "<span class=\"muted utc-time\" data-utc=\"\(zone.id)\"></span>")
  }

  /// What a field says; throws where that is no time.
  ///
  /// - Parameter field: as people know it.
  static func wall(_ text: String?, _ field: String) throws -> WallTime {
    guard let wall = text.flatMap({ WallTime(text: $0) }) else {
      throw ConferenceError.invalid(
        field: field, problem: "“\((text ?? "").prefix(40))” is no time", advice: "Write it as 2026-05-14T00:00.")
    }
    return wall
  }

  /// Of a form that was sent; throws where its zone is none.
  static func sent(_ form: Query) throws -> FormTime {
    guard let zone = Self.zone(of: form) else {
      throw ConferenceError.invalid(
        field: "Time zone", problem: unknown.problem, advice: unknown.advice.asSentence)
    }
    return FormTime(zone: zone)
  }

  /// - Parameter known: what the field was filled with.
  func instant(_ text: String?, _ field: String, known: Instant? = nil) throws -> Instant {
    instant(of: try Self.wall(text, field), known: known)
  }

  /// What a field means. It shows no seconds, and not which of two hours of a name is meant: of what is left as it is, only what was
  /// known says so.
  func instant(of wall: WallTime, known: Instant?) -> Instant {
    if let known, value(known) == wall.field { return known }
    return zone.instant(of: wall)
  }
}
