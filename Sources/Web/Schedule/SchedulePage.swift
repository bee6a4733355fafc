import Conference
import Markup

/// One day of the conference in the visitor's zone: a list on a phone, a grid of hours on a wide screen.
enum SchedulePage {
  static func page(_ visit: Visit) throws -> Page {
    let days = visit.days
    let choice = try ScheduleChoice(visit, days: days)
    let span = DaySpan(choice.day, zone: visit.zone)
    let sessions = visit.program.sessions.filter { span.holds($0) }
    let day = ScheduleDay(choice: choice, days: days, sessions: sessions, span: span, visit: visit)
    return Page(
      title: visit.query["day"] == nil ? "Schedule" : "Schedule of \(TimeText.longDayText(choice.day))",
      section: .schedule, description: "What is on when at \(visit.conference.name), in your own time zone.",
      styles: ["schedule", "timetable", "schedule-grid", "schedule-lanes"],
      canonical: visit.query["day"] == nil ? "/schedule" : ScheduleChoice.address(day: choice.day, kinds: []),
      isUnlisted: sessions.isEmpty && !days.isEmpty,
      body: """
        \(head(span, visit))
        \(HTML.when(!days.isEmpty, tools(sessions, choice, visit)))
        \(day.html)
        """)
  }

  private static func head(_ span: DaySpan, _ visit: Visit) -> HTML {
    """
    <div class="page-head"><div><h1>Schedule</h1><p>Times are in \(zoneWords(span)). <a href="/zones?back=\(
      Query.encoded(visit.path))">Change<span class="sr"> the time zone</span></a></p></div>
    <div class="actions"><a class="button" href="/calendars">\(Icon.calendar)Calendars</a></div></div>
    """
  }

  private static func tools(_ sessions: [Session], _ choice: ScheduleChoice, _ visit: Visit) -> HTML {
    """
    <div class="schedule-tools">
    \(DayStrip.html(visit, selected: choice.day, kinds: choice.kinds))
    \(KindFilter.html(sessions, choice))
    </div>
    """
  }

  /// "Lagos time (UTC+1)", "UTC"; on a day on which clocks are changed, "London time (UTC, from 02:00 UTC+1)".
  static func zoneWords(_ span: DaySpan) -> String {
    let zone = span.zone
    var offset = zone.offsetText(at: span.start)
    if let change = span.change {
      offset += ", from \(TimeText.clock(change, zone: zone)) \(zone.offsetText(at: change))"
    }
    return zone.city == offset ? offset : "\(zone.city) time (\(offset))"
  }
}
