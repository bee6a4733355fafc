import Conference
import Markup

/// A session as a line of a list or a block of the time grid.
enum SessionRow {
  /// - Parameters:
  ///   - grid: further classes that place it in the grid: "at-4 for-8 lane-1 of-1".
  ///   - reference: the day that the list is of; times on other days say so.
  ///   - level: of its heading, one below that of the list.
  ///   - note: a line below, such as a clash.
  static func html(
    _ session: Session, _ visit: Visit, grid: String = "", reference: Day? = nil, level: Int = 3, note: HTML = .empty
  ) -> HTML {
    let phase = Phase(session, now: visit.now)
    return """
      <li class="event kind-\(KindTag.style(session.kind))\(stateClass(phase))\(grid.isEmpty ? "" : " " + grid)" data-card>
      <div class="event-body">
      <p class="event-meta">\(KindTag.html(session.kind))\(badge(phase))</p>
      <h\(level) class="event-title"><a href="\(url: Address.main(of: session, visit.program))" dir="auto" data-maths>\(session.title)</a></h\(level)>
      <p class="event-when">\(Times.range(session.start, session.end, visit, reference: reference))\(
        Times.moved(session, visit, reference: reference))\(
        JoinLink.opens(
          session.join, start: session.start, end: session.end, isCancelled: session.isCancelled, visit,
          reference: reference))</p>
      \(who(session, visit.program))\(note)
      </div>
      <div class="actions">\(JoinLink.button(session.join, start: session.start, end: session.end, isCancelled: session.isCancelled, visit))\(
        SaveButton.session(session.id, title: session.title))</div>
      </li>
      """
  }

  private static func stateClass(_ phase: Phase) -> String {
    switch phase {
    case .past: " is-past"
    case .now: " is-now"
    case .cancelled: " is-cancelled"
    case .soon, .later: ""
    }
  }

  private static func badge(_ phase: Phase) -> HTML {
    switch phase {
    case .now: " <span class=\"live\">On now</span>"
    case .cancelled: " <span class=\"tag\">Cancelled</span>"
    case .past, .soon, .later: .empty
    }
  }

  /// Who speaks, or how many papers are there.
  private static func who(_ session: Session, _ program: Program) -> HTML {
    let people = session.event.flatMap { program.event($0) }.map { PeopleLine.short($0.people) } ?? ""
    let text = session.slots.isEmpty ? people : EntryKind.paper.counted(session.slots.count)
    return text.isEmpty ? .empty : "<p class=\"event-who\" dir=\"auto\">\(text)</p>"
  }
}

/// The button to join with, while one can; before that, when it opens.
enum JoinLink {
  static func html(_ join: String?, start: Instant, end: Instant, isCancelled: Bool = false, _ visit: Visit) -> HTML {
    button(join, start: start, end: end, isCancelled: isCancelled, visit)
      + opens(join, start: start, end: end, isCancelled: isCancelled, visit)
  }

  static func button(_ join: String?, start: Instant, end: Instant, isCancelled: Bool = false, _ visit: Visit) -> HTML {
    guard let join, Phase(start: start, end: end, isCancelled: isCancelled, now: visit.now).isOpen else {
      return .empty
    }
    return "<a class=\"button is-live\" href=\"\(url: Address.link(join))\" rel=\"noopener\">Join</a>"
  }

  /// "opens 13:50", on the day itself; "opens 23:50 (−1 day)" beside what begins at midnight of the `reference` day.
  static func opens(
    _ join: String?, start: Instant, end: Instant, isCancelled: Bool = false, _ visit: Visit, reference: Day? = nil
  ) -> HTML {
    let opens = start.adding(minutes: -Phase.opensBefore)
    guard join != nil, visit.zone.day(at: opens) == visit.today,
      Phase(start: start, end: end, isCancelled: isCancelled, now: visit.now) == .later
    else { return .empty }
    let day = reference ?? visit.zone.day(at: start)
    return " <small class=\"opens\">opens \(Times.clock(opens, visit, reference: day))</small>"
  }
}
