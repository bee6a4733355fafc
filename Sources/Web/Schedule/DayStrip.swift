import Conference
import Markup

/// The days of the conference side by side, in the visitor's zone, each with what it holds.
enum DayStrip {
  /// - Parameters:
  ///   - selected: the day that is marked as the one shown.
  ///   - kinds: what the links keep being narrowed to.
  static func html(_ visit: Visit, selected: Day, kinds: [Session.Kind] = []) -> HTML {
    let tabs = visit.sessionsByDay.map { day, sessions in tab(day, sessions, isSelected: day == selected, kinds, visit)
    }
    return "<nav aria-label=\"Days\"><ul class=\"days\">\(tabs)</ul></nav>"
  }

  private static func tab(
    _ day: Day, _ sessions: [Session], isSelected: Bool, _ kinds: [Session.Kind], _ visit: Visit
  ) -> HTML {
    let words = TimeText.dayText(day).split(separator: " ", maxSplits: 1)
    let note: HTML =
      day == visit.today ? "<span class=\"is-today\">Today</span>" : "<span>\(sessions.countedByKind)</span>"
    return """
      <li><a class="day-tab\(HTML.when(day < visit.today, " is-past"))" id="day-\(day.iso)" href="\(
        url: ScheduleChoice.address(day: day, kinds: kinds))"\(HTML.when(isSelected, " aria-current=\"date\""))>\(
        words[0])<b>\(words[1])</b>\(note)</a></li>
      """
  }
}
