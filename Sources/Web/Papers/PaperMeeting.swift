import Conference
import Markup

/// When and where the authors of a paper can be met.
enum PaperMeeting {
  static func html(_ paper: Paper, _ visit: Visit) -> HTML {
    let places = visit.program.appearances(of: paper)
    guard !places.isEmpty else { return .empty }
    return """
      <section aria-labelledby="meet"><h2 id="meet">Meet the authors</h2><ul class="meet">\(places.map { place($0, visit) })</ul>
      <p class="actions">\(CalendarButtons.html(Address.calendar(of: paper), visit))</p></section>
      """
  }

  /// A line for the top of the page while the authors can be met.
  static func now(_ paper: Paper, _ visit: Visit) -> HTML {
    guard let place = visit.program.appearances(of: paper).first(where: { phase($0, visit).isOpen }) else {
      return .empty
    }
    let state: HTML =
      phase(place, visit) == .now ? "<span class=\"live\">On now</span>" : "\(Times.clock(place.start, visit))"
    return """
      <p class="meet-now">\(state) <a href="\(url: Address.of(place.session))" dir="auto">\(place.session.title)</a>\(
        JoinLink.button(place.join, start: place.start, end: place.end, visit))</p>
      """
  }

  private static func phase(_ place: Program.Appearance, _ visit: Visit) -> Phase {
    Phase(start: place.start, end: place.end, isCancelled: place.session.isCancelled, now: visit.now)
  }

  private static func place(_ place: Program.Appearance, _ visit: Visit) -> HTML {
    let phase = phase(place, visit)
    let state: HTML =
      switch phase {
      case .now: " <span class=\"live\">On now</span>"
      case .past: ", over"
      case .cancelled: ", cancelled"
      case .soon, .later: .empty
      }
    return """
      <li class="kind-\(KindTag.style(place.session.kind))\(HTML.when(phase == .past, " is-past"))"><a class="plain" href="\(url: Address.of(place.session))">\(
        Times.when(place.start, place.end, visit))</a>\(HTML.when(place.slot.start == nil, Times.moved(place.session, visit)))
      <p class="muted"><span dir="auto">\(place.session.title)</span>\(state) \(Times.soon(place.start, visit))</p>
      <div class="actions">\(JoinLink.html(place.join, start: place.start, end: place.end, isCancelled: place.session.isCancelled, visit))</div></li>
      """
  }
}
