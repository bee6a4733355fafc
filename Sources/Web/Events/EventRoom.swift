import Conference
import Markup

/// The room of an event whose sessions have no times of their own: open during its program, else during the conference.
struct EventRoom {
  let join: String
  let start: Instant
  let end: Instant

  /// Nil for an event with sessions, which have rooms of their own, and where nothing tells when a room would be open.
  init?(_ event: Event, _ visit: Visit) {
    guard let join = event.join, visit.program.sessions(of: event).isEmpty,
      let times = Self.times(of: event.agenda) ?? Self.times(of: visit)
    else { return nil }
    self.join = join
    (start, end) = times
  }

  func phase(_ visit: Visit) -> Phase { Phase(start: start, end: end, now: visit.now) }

  func button(_ visit: Visit) -> HTML { JoinLink.button(join, start: start, end: end, visit) }

  /// "Open on Sun 26 Apr, 12:00 to 17:00", with how it stands now.
  func when(_ visit: Visit) -> HTML {
    let words: HTML =
      end - start < 86_400_000
      ? Times.when(start, end, visit)
      : "\(TimeText.when(start: start, end: end, zone: visit.zone))"
    switch phase(visit) {
    case .now: return "<span class=\"live\">Open now</span> until \(end(visit))"
    case .past: return "\(words), over"
    case .soon, .later, .cancelled:
      return "\(words)\(JoinLink.opens(join, start: start, end: end, visit)) \(Times.soon(start, visit))"
    }
  }

  /// "17:00", or "Thu 30 Apr, 17:00" on another day.
  private func end(_ visit: Visit) -> HTML {
    let day = visit.zone.day(at: end)
    return "\(HTML.when(day != visit.today, "\(TimeText.dayText(day)), "))\(Times.clock(end, visit))"
  }

  private static func times(of agenda: [AgendaItem]) -> (Instant, Instant)? {
    guard let start = agenda.compactMap(\.start).min(), let end = agenda.compactMap({ $0.end ?? $0.start }).max(),
      start < end
    else { return nil }
    return (start, end)
  }

  /// From the conference's first midnight to its last, else from its first session to its last.
  private static func times(of visit: Visit) -> (Instant, Instant)? {
    let sessions = visit.program.sessions
    guard let first = visit.conference.start else {
      guard let start = sessions.first?.start, let end = sessions.map(\.end).max() else { return nil }
      return (start, end)
    }
    let last = max(first, visit.conference.end ?? first)
    return (
      DaySpan(first, zone: visit.program.zone).start, DaySpan(last, zone: visit.program.zone).end
    )
  }
}
