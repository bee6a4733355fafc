import Conference
import Markup

/// The first screen while the conference is on: what is live, else what comes first; and what follows.
struct HomeNow {
  private let visit: Visit
  private let live: [Session]
  private let coming: [Session]

  init(_ visit: Visit) {
    self.visit = visit
    let sessions = visit.program.sessions.filter { !$0.isCancelled }
    live = sessions.filter { $0.start <= visit.now && visit.now < $0.end }.sorted { $0.isWeightier(than: $1) }
    coming = sessions.filter { $0.start > visit.now }.sorted {
      $0.start == $1.start ? $0.isWeightier(than: $1) : $0.start < $1.start
    }
  }

  var html: HTML {
    """
    <p class="hero-name" dir="auto">\(HomeSeasons.line(visit))</p>
    <h1 class="sr">\(visit.conference.name) now</h1>
    <div class="hero">\(live.isEmpty ? quiet : now)
    <section aria-labelledby="next"><div class="section-head"><h2 id="next">Next</h2><a href="/schedule">\(
      visit.days.contains(visit.today) ? "All of today" : "Schedule")</a></div>\(next)</section>\(HTML.when(hasRoom, HomeStart.html(visit)))</div>
    """
  }

  /// Whether the first screen is not filled by what is on.
  var hasRoom: Bool { live.count < 2 }

  private var now: HTML {
    let more = live.count - 4
    return """
      <section class="now-panel is-live" aria-labelledby="now"><h2 class="sr" id="now">On now</h2>
      \(live.prefix(4).enumerated().map { item($1, isFirst: $0 == 0) })
      \(HTML.when(more > 0, "<p><a href=\"/schedule\">and \(more) more now</a></p>"))</section>
      """
  }

  private func item(_ session: Session, isFirst: Bool) -> HTML {
    """
    <div class="now-item" data-card>
    <p class="event-meta"><span class="live">On now</span> \(KindTag.html(session.kind))</p>
    <h3><a href="\(url: Address.main(of: session, visit.program))" dir="auto">\(session.title)</a></h3>
    <p class="now-when"><span>\(Times.range(session.start, session.end, visit))</span> <span data-soon="\(session.end.iso8601)" data-soon-word="ends">\(
      TimeText.left(until: session.end, now: visit.now))</span>\(
      HTML.when(!session.slots.isEmpty, " <span>\(EntryKind.paper.counted(session.slots.count))</span>"))</p>
    \(actions(session, isFirst: isFirst))
    </div>
    """
  }

  /// - Parameter isFirst: whether it has the page's strongest button.
  private func actions(_ session: Session, isFirst: Bool) -> HTML {
    let enter: HTML =
      session.slots.isEmpty && session.kind != .poster
      ? JoinLink.html(session.join, start: session.start, end: session.end, visit)
      : """
      <a class="button\(HTML.when(isFirst, " is-live"))" href="\(url: Address.of(session))">\(session.kind == .poster ? "See the posters" : "Open the session")<span class="sr">: \(
          session.title)</span></a>
      """
    return "<p class=\"actions\">\(enter)\(SaveButton.large(session: session.id))</p>"
  }

  private var quiet: HTML {
    guard let first = coming.first else { return .empty }
    return """
      <section class="now-panel is-quiet" aria-labelledby="now"><h2 class="muted" id="now">Nothing is live just now. Next:</h2>
      <div class="now-item" data-card><p class="event-meta">\(KindTag.html(first.kind))</p>
      <h3><a href="\(url: Address.main(of: first, visit.program))" dir="auto">\(first.title)</a></h3>
      <p class="now-when"><span>\(Times.when(first.start, first.end, visit))</span> \(Times.soon(first.start, visit))</p>
      <p class="actions"><a class="button" href="\(url: Address.calendar(of: first))">\(Icon.calendar)Add to calendar</a>\(
        SaveButton.large(session: first.id))</p></div></section>
      """
  }

  /// At most five distinct times, four beside how to start, each with its first session and how many there are besides.
  private var next: HTML {
    let later = live.isEmpty ? coming.dropFirst() : coming[...]
    var times: [(start: Instant, sessions: [Session])] = []
    for session in later {
      if times.last?.start == session.start {
        times[times.count - 1].sessions.append(session)
      } else if times.count < (hasRoom ? 4 : 5) {
        times.append((session.start, [session]))
      } else {
        break
      }
    }
    guard !times.isEmpty else {
      return "<p class=\"muted\">This is the last of it. Everything stays here to read and watch.</p>"
    }
    return "<ol class=\"next-list\">\(times.map { row($0.start, $0.sessions) })</ol>"
  }

  private func row(_ start: Instant, _ sessions: [Session]) -> HTML {
    let session = sessions[0]
    let day = visit.zone.day(at: start)
    let who = session.event.flatMap { visit.program.event($0) }.map { PeopleLine.short($0.people) } ?? ""
    let more = sessions.count > 1 ? "and \(sessions.count - 1) more at the same time" : ""
    let small = [who, more].filter { !$0.isEmpty }.joined(separator: ", ")
    return """
      <li data-card>\(Times.clock(start, visit))<div>\(HTML.when(day != visit.today, "<small>\(TimeText.dayText(day))</small> "))\(
        KindTag.html(session.kind)) \(Times.soon(start, visit))
      <h3><a href="\(url: Address.main(of: session, visit.program))" dir="auto">\(session.title)</a></h3>\(
        HTML.when(!small.isEmpty, "<small dir=\"auto\">\(small)</small>"))</div></li>
      """
  }
}
