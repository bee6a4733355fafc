import Conference
import Markup

/// An event's own schedule, a table for each day of the visitor's zone.
enum EventAgenda {
  static func html(_ event: Event, _ visit: Visit) -> HTML {
    guard !event.agenda.isEmpty else { return .empty }
    let days = days(of: event.agenda, visit)
    return """
      <section aria-labelledby="agenda"><h2 id="agenda">Program</h2>
      \(days.enumerated().map { number, day in table(day, number: number, visit) })</section>
      """
  }

  private struct Part {
    /// Nil where no line tells a time.
    var day: Day?
    var items: [AgendaItem]
  }

  /// The lines by time; one without a time stays behind the one that it was given after.
  private static func days(of agenda: [AgendaItem], _ visit: Visit) -> [Part] {
    var latest = agenda.lazy.compactMap(\.start).first
    let placed = agenda.enumerated().map { index, item in
      latest = item.start ?? latest
      return (item: item, start: latest, index: index)
    }
    let sorted = placed.sorted { ($0.start ?? .earliest, $0.index) < ($1.start ?? .earliest, $1.index) }
    var parts: [Part] = []
    for (item, start, _) in sorted {
      let day = start.map { visit.zone.day(at: $0) }
      if parts.isEmpty || parts[parts.count - 1].day != day { parts.append(Part(day: day, items: [])) }
      parts[parts.count - 1].items.append(item)
    }
    return parts
  }

  private static func table(_ part: Part, number: Int, _ visit: Visit) -> HTML {
    let hasTimes = part.day != nil
    let heading = part.day.map { day in
      "<h3 id=\"agenda-\(number)\">\(day == visit.today ? "Today, " : "")\(TimeText.longDayText(day))</h3>" as HTML
    }
    let head: HTML = hasTimes ? "<th scope=\"col\">Time</th><th scope=\"col\">What</th>" : "<th scope=\"col\">What</th>"
    return """
      \(heading)<table class="agenda" aria-labelledby="\(hasTimes ? "agenda-\(number)" : "agenda")">
      <thead><tr>\(head)</tr></thead>\(sections(of: part.items).map { section($0, hasTimes: hasTimes, visit) })</table>
      """
  }

  /// Neighbors of the same section together.
  private static func sections(of items: [AgendaItem]) -> [[AgendaItem]] {
    var sections: [[AgendaItem]] = []
    for item in items {
      if let last = sections.last?.last, last.section == item.section {
        sections[sections.count - 1].append(item)
      } else {
        sections.append([item])
      }
    }
    return sections
  }

  private static func section(_ items: [AgendaItem], hasTimes: Bool, _ visit: Visit) -> HTML {
    // A section of one line that only repeats it ("Break") needs no heading.
    let name = items.first?.section.flatMap { name in items.count == 1 && items[0].title.contains(name) ? nil : name }
    let columns = hasTimes ? 2 : 1
    let heading: HTML? = name.map { name in
      """
      <tr class="agenda-section"><th colspan="\(columns)" scope="rowgroup" dir="auto">\(name)</th></tr>
      """
    }
    return "<tbody>\(heading)\(items.map { row($0, hasTimes: hasTimes, visit) })</tbody>"
  }

  private static func row(_ item: AgendaItem, hasTimes: Bool, _ visit: Visit) -> HTML {
    let isNow = item.start.map { $0 <= visit.now } ?? false && item.end.map { visit.now < $0 } ?? false
    let isPause = isPause(item)
    let style = (isNow ? "is-now " : "") + (isPause ? "is-break" : "")
    let details = [item.people, item.kind].compactMap { $0 }.filter { !$0.isEmpty && !item.title.contains($0) }
      .joined(separator: " · ")
    let live: HTML = isNow ? " <span class=\"live\">On now</span>" : .empty
    let time: HTML = "<th scope=\"row\">\(time(item, visit))\(live)</th>"
    let title: HTML =
      isPause ? "<span dir=\"auto\">\(item.title)</span>" : "<b dir=\"auto\" data-maths>\(item.title)</b>"
    return """
      <tr\(HTML.when(!style.isEmpty, " class=\"\(style)\""))>\(HTML.when(hasTimes, time))<td>\(title)\(
        HTML.when(!details.isEmpty, "<span class=\"muted\" dir=\"auto\">\(details)</span>"))</td></tr>
      """
  }

  private static func time(_ item: AgendaItem, _ visit: Visit) -> HTML {
    guard let start = item.start else { return .empty }
    return item.end.map { Times.range(start, $0, visit) } ?? Times.clock(start, visit)
  }

  private static func isPause(_ item: AgendaItem) -> Bool {
    let words = [item.title, item.kind ?? ""].map { $0.lowercased() }
    return words.contains { word in ["break", "coffee", "lunch", "pause"].contains { word.hasPrefix($0) } }
  }
}
