import Conference
import Markup

/// What the schedule shows of one day: the timetable, or why there is none.
struct ScheduleDay {
  let choice: ScheduleChoice
  /// Days on which something is live, by date.
  let days: [Day]
  /// Everything of the day, whatever kinds are chosen.
  let sessions: [Session]
  let span: DaySpan
  let visit: Visit

  private var shown: [Session] {
    choice.kinds.isEmpty ? sessions : sessions.filter { choice.kinds.contains($0.kind) }
  }

  /// The region that filtering replaces.
  var html: HTML {
    let shown = shown
    guard !visit.program.sessions.isEmpty else { return "<section id=\"day\">\(Self.toCome)</section>" }
    let table = Timetable(shown, on: span)
    return """
      <section id="day" aria-labelledby="day-name">
      <div class="section-head"><h2 id="day-name">\(TimeText.longDayText(choice.day))</h2><p class="muted" data-announce>\(
        shown.isEmpty ? "Nothing" : shown.countedByKind)\(HTML.when(choice.day == visit.today, " today"))</p>\(toNow(table))</div>
      \(shown.isEmpty ? empty : TimetableView(table: table, visit: visit).html)
      \(calendars)
      </section>
      """
  }

  /// Past what has begun already, which a phone shows first.
  private func toNow(_ table: Timetable) -> HTML {
    HTML.when(
      choice.day == visit.today && table.slots.contains { $0.start <= visit.now },
      "<a class=\"to-now\" href=\"#\(TimetableView.nowId)\">Jump to now</a>")
  }

  private var empty: HTML {
    if !sessions.isEmpty { return nothingChosen }
    guard let nearest = days.min(by: { distance($0) < distance($1) }) else { return Self.toCome }
    let text = TimeText.dayText(nearest)
    return Self.empty(
      "Nothing on \(TimeText.dayText(choice.day))", "The nearest day with something on is \(text), in your time zone.",
      link: (ScheduleChoice.address(day: nearest, kinds: choice.kinds), "Show \(text)"))
  }

  /// What stands there while nothing has a time.
  private static let toCome: HTML = """
    <div class="empty"><h2 data-announce>The schedule comes here</h2><p>Sessions appear as soon as the organizers have set \
    their times.</p></div>
    """

  private var nothingChosen: HTML {
    let count = sessions.countedByKind
    return Self.empty(
      "Nothing of this kind on \(TimeText.dayText(choice.day))",
      "The day has \(count) of \(sessions.sharedKind == nil ? "other kinds" : "another kind").",
      link: (ScheduleChoice.address(day: choice.day, kinds: []), "Show \(count)"))
  }

  private func distance(_ day: Day) -> Int { abs(day.number - choice.day.number) }

  private static func empty(_ title: String, _ text: String, link: (address: String, label: String)? = nil) -> HTML {
    let actions = link.map { link in
      "<p class=\"actions\"><a class=\"button is-main\" href=\"\(url: link.address)\">\(link.label)</a></p>" as HTML
    }
    return "<div class=\"empty\"><h3>\(title)</h3><p>\(text)</p>\(actions)</div>"
  }

  /// Subscriptions to what is chosen.
  private var calendars: HTML {
    let all = choice.kinds.map { ($0.rawValue, $0.plural) }
    let links = (all.isEmpty ? [("all", "Everything")] : all).map { name, title in
      "<li><a href=\"/calendars/\(name).ics\">\(Icon.calendar)\(title)</a></li>" as HTML
    }
    return """
      <div class="schedule-calendars"><h3>In your calendar</h3><ul>\(links)<li><a href="/calendars">How to subscribe</a></li></ul></div>
      """
  }
}
