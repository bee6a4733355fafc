import Conference
import Markup

/// When what is asked about begins, how long it is still on, and that it is over: each of them stands on the page for its time, which a script looks after.
enum HostTime {
  static func html(_ thing: QuestionedThing, _ visit: Visit) -> HTML {
    let changes = Set(thing.times.flatMap { [$0.start, $0.end] }).filter { $0 > visit.now }.sorted()
    let ends = changes.map { Optional($0) } + [nil]
    return zip([visit.now] + changes, ends).map { start, end in part(thing, from: start, to: end, visit) }.joined()
  }

  private static func part(_ thing: QuestionedThing, from start: Instant, to end: Instant?, _ visit: Visit) -> HTML {
    let later: HTML = HTML.when(start > visit.now, " data-from=\"\(start.iso8601)\" hidden")
    let until: HTML? = end.map { " data-to=\"\($0.iso8601)\"" }
    return "<p class=\"host-time\"\(later)\(until)>\(words(thing, at: start, visit))</p>"
  }

  private static func words(_ thing: QuestionedThing, at instant: Instant, _ visit: Visit) -> HTML {
    if let end = thing.end(at: instant) {
      return """
        <span class="live">On now</span> until \(Times.clock(end, visit)), <strong data-soon="\(end.iso8601)" data-soon-word="ends">\(TimeText.left(until: end, now: visit.now))</strong>
        """
    }
    guard let next = thing.times.map(\.start).filter({ $0 > instant }).min() else {
      return "<span class=\"muted\">It is over; questions can still be answered in writing.</span>"
    }
    return "<span class=\"muted\">It begins \(ConsoleTime.html(next, visit)) \(Times.soon(next, visit))</span>"
  }
}
