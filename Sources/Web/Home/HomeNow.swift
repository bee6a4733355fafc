import Conference
import Markup

/// The first screen while the conference is on: what is live, else what comes first; and what follows.
struct HomeNow {
  /// From when on nobody sets out for what is on, in minutes before it ends.
  private static let lastMinutes = 5

  private let visit: Visit
  /// What is on; before what is all but over comes what is open by now.
  private let live: [Session]
  private let coming: [Session]

  init(_ visit: Visit) {
    self.visit = visit
    let sessions = visit.program.sessions.filter { !$0.isCancelled }
    let on = sessions.filter { $0.start <= visit.now && visit.now < $0.end }
    let later = sessions.filter { $0.start > visit.now }.sorted {
      $0.start == $1.start ? $0.isWeightier(than: $1) : $0.start < $1.start
    }
    let soonOver = visit.now.adding(minutes: Self.lastMinutes)
    let ending = on.filter { $0.end <= soonOver }.sorted { $0.isWeightier(than: $1) }
    let opening: ArraySlice<Session> = ending.isEmpty ? [] : later.prefix(while: { Phase($0, now: visit.now).isOpen })
    live = (on.filter { $0.end > soonOver } + opening).sorted { $0.isWeightier(than: $1) } + ending
    coming = Array(later.dropFirst(opening.count))
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
    let isOn = session.start <= visit.now
    let left: HTML = """
      <span data-soon="\(session.end.iso8601)" data-soon-word="ends">\(TimeText.left(until: session.end, now: visit.now))</span>
      """
    return """
      <div class="now-item" data-card>
      <p class="event-meta">\(HTML.when(isOn, "<span class=\"live\">On now</span> "))\(KindTag.html(session.kind))</p>
      <h3><a href="\(url: Address.main(of: session, visit.program))" dir="auto">\(session.title)</a></h3>
      <p class="now-when"><span>\(Times.range(session.start, session.end, visit))</span> \(isOn ? left : Times.soon(session.start, visit))\(
        HTML.when(!session.slots.isEmpty, " <span>\(EntryKind.paper.counted(session.slots.count))</span>"))</p>\(groups(session))
      \(actions(session, isFirst: isFirst))
      </div>
      """
  }

  /// "Science and Earth (5), Language and speech (4)": what most of its papers are about.
  private func groups(_ session: Session) -> HTML {
    let named = HallGroups(session, visit.program).groups.compactMap { group in
      group.name.map { "\($0) (\(group.places.count))" }
    }
    return HTML.when(!named.isEmpty, "<p class=\"muted\" dir=\"auto\">\(named.prefix(3).joined(separator: ", "))</p>")
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
      <p class="actions">\(join(first))<a class="button" href="\(url: Address.calendar(of: first))">\(Icon.calendar)Add to calendar</a>\(
        SaveButton.large(session: first.id))</p></div></section>
      """
  }

  /// At most five distinct times, four beside how to start, each with its first two sessions and the way to the others.
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
    let door = join(session)
    return """
      <li data-card>\(Times.clock(start, visit))<div>\(HTML.when(day != visit.today, "<small>\(TimeText.dayText(day))</small> "))\(
        KindTag.html(session.kind)) \(Times.soon(start, visit))
      <h3><a href="\(url: Address.main(of: session, visit.program))" dir="auto">\(session.title)</a></h3>\(
        HTML.when(!who.isEmpty, "<small dir=\"auto\">\(who)</small>"))\(also(sessions, day))</div>\(
        door.isEmpty ? SaveButton.session(session.id, title: session.title) : door)</li>
      """
  }

  /// What else begins at a time: the second by its name, and the way to all others.
  private func also(_ sessions: [Session], _ day: Day) -> HTML {
    guard sessions.count > 1 else { return .empty }
    let more: HTML = """
       and <a href="\(url: ScheduleChoice.address(day: day, kinds: []))">\(sessions.count - 2) more at \(Times.clock(sessions[1].start, visit))</a>
      """
    return """
      <small>Also <a href="\(url: Address.main(of: sessions[1], visit.program))" dir="auto">\(sessions[1].title)</a>\(
        HTML.when(sessions.count > 2, more))</small>
      """
  }

  private func join(_ session: Session) -> HTML {
    JoinLink.button(session.join, start: session.start, end: session.end, visit)
  }
}
