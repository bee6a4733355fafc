import Conference
import Markup

/// An event in a list: what it is, whose, and when it is live next.
enum EventCard {
  static func html(_ event: Event, _ visit: Visit) -> HTML {
    """
    <li class="card event-card" data-card>
    <div><span class="kind kind-\(event.kind.rawValue)">\(KindTag.name(event.kind))</span>
    <h2 class="event-title"><a href="\(url: Address.of(event))" dir="auto" data-maths>\(event.title)</a></h2>\(people(event))</div>
    \(picture(event))\(gist(event))
    <p class="event-when">\(when(event, visit))</p>
    </li>
    """
  }

  /// The summary, or how the description begins.
  static func gistText(_ event: Event, limit: Int = 170) -> String? {
    if let summary = event.summary { return summary }
    guard let description = event.description else { return nil }
    // Twice the limit is read, for the sake of markup that falls away.
    let text = Markdown.plain(String(description.prefix(limit * 2))).replacing("\n", with: " ")
    return Excerpt.beginning(of: text, length: limit)
  }

  private static func gist(_ event: Event) -> HTML {
    gistText(event).map { "<p dir=\"auto\" data-maths>\($0)</p>" } ?? .empty
  }

  private static func people(_ event: Event) -> HTML {
    guard let first = event.people.first else { return .empty }
    let isShared = event.people.allSatisfy { $0.affiliation == first.affiliation }
    let shared = isShared ? first.affiliation : nil
    let text = [PeopleLine.short(event.people), shared].compactMap { $0 }.joined(separator: ", ")
    return "<p class=\"event-who\" dir=\"auto\">\(text)</p>"
  }

  private static func picture(_ event: Event) -> HTML {
    let isTalk = event.kind == .keynote || event.kind == .plenary
    let image = event.image ?? (event.people.count == 1 ? event.people[0].image : nil)
    if let image { return Portrait.picture(image, isFace: isTalk || event.image == nil) }
    return isTalk ? event.people.first.map { Portrait.initials($0.name) } ?? .empty : .empty
  }

  /// On now, the next live time, or that there is none any more.
  private static func when(_ event: Event, _ visit: Visit) -> HTML {
    let all = visit.program.sessions(of: event)
    let sessions = all.filter { !$0.isCancelled }
    guard let last = sessions.last else {
      return all.isEmpty ? whenever(event, visit) : "Cancelled"
    }
    guard let next = sessions.first(where: { $0.end > visit.now }) else {
      return "\(label(last))\(Times.when(last.start, last.end, visit)), over"
    }
    if next.start <= visit.now {
      return "<span class=\"live\">On now</span> \(label(next))until \(Times.clock(next.end, visit))"
    }
    let others = sessions.count { $0.start > next.start }
    return """
      \(label(next))\(Times.when(next.start, next.end, visit))\(
        HTML.when(others > 0, ", and \(others) more \(others == 1 ? "time" : "times")"))\(soon(next, visit))
      """
  }

  /// Of an event without sessions: its room, else its talk.
  private static func whenever(_ event: Event, _ visit: Visit) -> HTML {
    EventRoom(event, visit)?.when(visit) ?? (event.video == nil ? "No live session" : "To watch at any time")
  }

  private static func soon(_ session: Session, _ visit: Visit) -> HTML {
    let soon = Times.soon(session.start, visit)
    return HTML.when(!soon.isEmpty, "&#160;· \(soon)")
  }

  private static func label(_ session: Session) -> HTML { session.kind == .qa ? "Q&amp;A: " : .empty }
}
