import Conference
import Markup

/// The first screen before the conference, after it, and while nothing has a time yet.
enum HomeSeasons {
  /// "Five days of questions, 26 to 30 April 2020"
  static func line(_ visit: Visit) -> String {
    let conference = visit.conference
    return [conference.tagline ?? conference.organization, days(conference)].compactMap { $0 }.joined(separator: ", ")
  }

  /// "26 to 30 April 2020", "30 April to 2 May 2020"
  static func days(_ conference: ConferenceInfo) -> String? {
    guard let start = conference.start else { return nil }
    func text(_ day: Day) -> String { String(TimeText.longDayText(day).split(separator: " ", maxSplits: 1).last ?? "") }
    guard let end = conference.end, end != start else { return text(start) }
    if start.year == end.year && start.month == end.month { return "\(start.day) to \(text(end))" }
    if start.year == end.year {
      return "\(text(start).split(separator: " ").dropLast().joined(separator: " ")) to \(text(end))"
    }
    return "\(text(start)) to \(text(end))"
  }

  static func before(_ first: Session, _ visit: Visit) -> HTML {
    """
    <div class="hero"><section class="now-panel">
    <p class="hero-name" dir="auto">\(visit.conference.tagline ?? visit.conference.name)</p>
    <h1 class="hero-days">\(days(visit.conference) ?? visit.conference.name)</h1>
    <p class="countdown">Starts <span data-soon="\(first.start.iso8601)">\(TimeText.startsIn(first.start, now: visit.now))</span></p>
    <p class="prose">It opens on \(TimeText.dayText(visit.zone.day(at: first.start))) at \(Times.clock(first.start, visit)), \(visit.zone.name(at: first.start)), with
    <a href="\(url: Address.main(of: first, visit.program))" dir="auto">\(first.title)</a>.</p>
    <p class="actions">\(browse(visit))<a class="button" href="/calendars">\(Icon.calendar)Calendars</a></p></section>
    <section aria-labelledby="prepare"><h2 id="prepare">Prepare</h2><ol class="steps">
    <li><span>Check that the time in the header is your own.</span></li>
    <li><span>Save the papers that you want to discuss. <a href="/plan">My plan</a> shows when their authors are there.</span></li>
    <li><span>Read the <a href="/help">questions and answers</a>.</span></li></ol></section></div>
    """
  }

  static func after(_ visit: Visit) -> HTML {
    let program = visit.program
    let counts = Counts(program.draft ?? Draft(conference: visit.conference))
    let facts: [(String, Int)] = [
      ("Papers", counts.papers), ("Authors", counts.authors), ("Sessions", counts.sessions),
      ("Keynotes", counts.eventsByKind["keynote"] ?? 0),
      ("Workshops", counts.eventsByKind["workshop"] ?? 0), ("Socials", counts.eventsByKind["social"] ?? 0),
    ]
    return """
      <div class="hero"><section class="now-panel"><p class="hero-name" dir="auto">\(line(visit))</p>
      <h1>\(visit.conference.name) is over, and stays here</h1>
      <p class="prose">Everything that was shown is at the address that it always had. Live rooms are closed.</p>
      <p class="actions">\(browse(visit))\(HTML.when(!program.events(.keynote).isEmpty, "<a class=\"button\" href=\"/keynotes\">Watch the keynotes</a>"))</p></section>
      <section aria-labelledby="numbers"><h2 id="numbers">What it was</h2><dl class="facts">\(
        facts.filter { $0.1 > 0 }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl></section></div>
      """
  }

  static func unscheduled(_ visit: Visit) -> HTML {
    """
    <div class="hero"><section class="now-panel"><p class="hero-name" dir="auto">\(line(visit))</p><h1>\(visit.conference.name)</h1>
    <p class="prose">The schedule is not out yet. It will stand here, in your own time.</p><p class="actions">\(browse(visit))</p></section></div>
    """
  }

  private static func browse(_ visit: Visit) -> HTML {
    guard !visit.program.papers.isEmpty else { return "<a class=\"button is-main\" href=\"/schedule\">Schedule</a>" }
    return
      "<a class=\"button is-main\" href=\"/papers\">Browse \(EntryKind.paper.counted(visit.program.papers.count))</a>"
  }
}
