import Conference
import Markup

/// When an event is live: each session with its time, the way in, and a calendar file.
enum EventTimes {
  static func html(_ event: Event, _ visit: Visit) -> HTML {
    let sessions = visit.program.sessions(of: event)
    let isAlone = sessions.count == 1
    let rows = sessions.map { row($0, name: name($0, event), hasStar: !isAlone, visit) }
    return """
      <section aria-labelledby="when"><h2 id="when">When</h2>\(
        rows.isEmpty ? room(event, visit) ?? none(event) : "<ul class=\"meet\" role=\"list\">\(rows)</ul>")</section>
      """
  }

  /// The time that comes next, or is on, for the head of the page.
  static func next(_ event: Event, _ visit: Visit) -> HTML {
    let sessions = visit.program.sessions(of: event)
    guard let session = sessions.first(where: { !$0.isCancelled && $0.end > visit.now }) else { return .empty }
    let isOn = session.start <= visit.now
    return """
      <p class="session-facts">\(HTML.when(isOn, "<span class=\"live\">On now</span>"))<span>\(
        Times.when(session.start, session.end, visit))\(Times.moved(session, visit))</span>\(Times.near(session, visit))\(
        JoinLink.opens(session.join, start: session.start, end: session.end, visit))</p>
      """
  }

  /// - Parameter name: what tells the session from the others on the page.
  static func row(_ session: Session, name: String, hasStar: Bool = true, _ visit: Visit) -> HTML {
    let soon = Times.soon(session.start, visit)
    return """
      <li class="kind-\(KindTag.style(session.kind))">\(Times.when(session.start, session.end, visit))\(Times.moved(session, visit)) \(soon)
      <p class="muted" dir="auto">\(name)\(state(session, visit))</p>\(PeopleLine.chairs(session.chairs))\(papers(session))\(description(session))
      <div class="actions">\(actions(session, hasStar: hasStar, visit))</div></li>
      """
  }

  /// When one can join an event that has a room but no sessions.
  private static func room(_ event: Event, _ visit: Visit) -> HTML? {
    EventRoom(event, visit).map { room in
      """
      <ul class="meet" role="list"><li class="kind-\(event.kind.rawValue)">\(room.when(visit))
      <p class="muted">The room of the \(KindTag.name(event.kind).lowercased())</p>
      <div class="actions">\(room.button(visit))</div></li></ul>
      """
    }
  }

  private static func none(_ event: Event) -> HTML {
    let text = event.video == nil ? "No live session." : "No live session; the talk can be watched at any time."
    return "<p class=\"muted\">\(text)</p>"
  }

  /// The rest of a title that begins with the event's, or the kind.
  private static func name(_ session: Session, _ event: Event) -> String {
    if session.title.hasPrefix(event.title + ": ") { return String(session.title.dropFirst(event.title.count + 2)) }
    return session.title == event.title ? KindTag.name(session.kind) : session.title
  }

  private static func actions(_ session: Session, hasStar: Bool, _ visit: Visit) -> HTML {
    let join = JoinLink.html(
      session.join, start: session.start, end: session.end, isCancelled: session.isCancelled, visit)
    let title = "\(session.title), \(TimeText.when(start: session.start, end: session.end, zone: visit.zone))"
    return """
      \(join)<a class="button is-quiet" href="\(url: Address.calendar(of: session))">\(Icon.calendar)Calendar<span \
      class="sr">: \(title)</span></a>\(HTML.when(hasStar, SaveButton.session(session.id, title: title)))
      """
  }

  private static func state(_ session: Session, _ visit: Visit) -> HTML {
    switch Phase(session, now: visit.now) {
    case .now: " <span class=\"live\">On now</span>"
    case .past: ", over"
    case .cancelled: ", cancelled"
    case .soon, .later: .empty
    }
  }

  private static func papers(_ session: Session) -> HTML {
    HTML.when(
      !session.slots.isEmpty,
      "<p><a href=\"\(url: Address.of(session))\">\(EntryKind.paper.counted(session.slots.count))</a></p>")
  }

  private static func description(_ session: Session) -> HTML {
    guard let text = session.description else { return .empty }
    return Prose.html(text, style: "meet-text")
  }
}
