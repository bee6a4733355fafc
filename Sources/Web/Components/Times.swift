import Conference
import Markup

/// Times as the visitor's clock shows them, always with the instant for programs.
enum Times {
  /// "14:00"
  static func clock(_ instant: Instant, _ visit: Visit) -> HTML {
    "<time datetime=\"\(instant.iso8601)\">\(TimeText.clock(instant, zone: visit.zone))</time>"
  }

  /// "23:00 to 01:00 (+1 day)": the days that differ from `reference`, the start's day unless given, are marked.
  static func range(_ start: Instant, _ end: Instant, _ visit: Visit, reference: Day? = nil) -> HTML {
    let day = reference ?? visit.zone.day(at: start)
    return "\(clock(start, visit, reference: day)) to \(clock(end, visit, reference: day))"
  }

  /// "01:00 (+1 day)" where the day is not `reference`.
  static func clock(_ instant: Instant, _ visit: Visit, reference: Day) -> HTML {
    "\(clock(instant, visit))\(shift(instant, reference, visit))"
  }

  /// "Tue 28 Apr, 14:00 to 16:00"
  static func when(_ start: Instant, _ end: Instant, _ visit: Visit) -> HTML {
    "\(TimeText.dayText(visit.zone.day(at: start))), \(range(start, end, visit))"
  }

  /// "in 8 min" beside an absolute time; scripts keep it current.
  static func soon(_ start: Instant, _ visit: Visit) -> HTML {
    guard start > visit.now, start - visit.now < 86_400_000 else { return .empty }
    return "<small data-soon=\"\(start.iso8601)\">\(TimeText.startsIn(start, now: visit.now))</small>"
  }

  /// "in 8 min" before a session, "8 min left" while it is on.
  static func near(_ session: Session, _ visit: Visit) -> HTML {
    guard Phase(session, now: visit.now) == .now else { return soon(session.start, visit) }
    return """
      <span data-soon="\(session.end.iso8601)" data-soon-word="ends">\(TimeText.left(until: session.end, now: visit.now))</span>
      """
  }

  /// "moved from 20:00" beside the time of a session that was moved, for a while.
  ///
  /// - Parameter reference: the day that stands beside it, where it is not that of the session.
  static func moved(_ session: Session, _ visit: Visit, reference: Day? = nil) -> HTML {
    guard let former = visit.program.formerStart(of: session, at: visit.now) else { return .empty }
    let day = reference ?? visit.zone.day(at: session.start)
    return " <small class=\"moved\">moved from \(clock(former, visit, reference: day))</small>"
  }

  private static func shift(_ instant: Instant, _ day: Day, _ visit: Visit) -> HTML {
    let text = TimeText.dayShift(of: instant, from: day, zone: visit.zone)
    return text.isEmpty ? .empty : " <span class=\"plus-day\">(\(text))</span>"
  }
}

/// Whether something is over, on, about to begin, or later.
enum Phase: Equatable {
  case past, now, soon, later, cancelled

  /// Rooms open ten minutes before a session starts.
  static let opensBefore = 10

  init(start: Instant, end: Instant, isCancelled: Bool = false, now: Instant) {
    if isCancelled {
      self = .cancelled
    } else if end <= now {
      self = .past
    } else if start <= now {
      self = .now
    } else {
      self = start.adding(minutes: -Phase.opensBefore) <= now ? .soon : .later
    }
  }

  init(_ session: Session, now: Instant) {
    self.init(start: session.start, end: session.end, isCancelled: session.isCancelled, now: now)
  }

  /// Whether one can go in.
  var isOpen: Bool { self == .now || self == .soon }
}
