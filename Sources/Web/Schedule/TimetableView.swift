import Conference
import Markup

/// The timetable as a list by time, which wide screens show as a grid.
struct TimetableView {
  static let nowId = "now"
  let table: Timetable
  let visit: Visit

  var html: HTML {
    allDay + HTML.when(!table.slots.isEmpty, "<div class=\"timetable\">\n\(nights)\(ticks)\(fold)\(slots)</div>")
  }

  private var allDay: HTML {
    let rows = table.allDay.map { SessionRow.html($0, visit, reference: table.span.day, level: 4) }
    return HTML.when(
      !rows.isEmpty,
      """
      <section class="slot all-day" aria-labelledby="all-day"><h3 class="slot-time" id="all-day">All day</h3>
      <ul class="slot-events" role="list">\(rows)</ul></section>
      """)
  }

  private var nights: [HTML] {
    table.nights.map { "<div class=\"night \(table.place($0))\">your night</div>\n" }
  }

  private var ticks: [HTML] {
    (table.hours.lowerBound...table.hours.upperBound).map { hour in
      let text = TimeText.clock(table.span.start.adding(minutes: hour * 60), zone: visit.zone)
      let isHidden = now == hour * 4
      return """
        <span class="tick at-\(table.row(hour * 4))\(HTML.when(isHidden, " is-hidden"))" aria-hidden="true">\(text)</span>

        """
    }
  }

  /// The quarter of an hour of now; nil on other days and where it is not among the hours shown.
  private var now: Int? {
    let quarter = table.span.quarter(of: visit.now)
    let isShown =
      table.span.day == visit.today && quarter / 4 >= table.hours.lowerBound && quarter / 4 < table.hours.upperBound
    return isShown ? quarter : nil
  }

  /// The slots of today that are over; none where all are.
  private var over: Set<Int> {
    guard table.span.day == visit.today else { return [] }
    let over = table.slots.indices.filter { table.slots[$0].blocks.allSatisfy { $0.end <= visit.now } }
    return over.count < table.slots.count ? Set(over) : []
  }

  /// On a phone what is over comes into view, below this line, once it is open; a wide screen shows all.
  private var fold: HTML {
    let sessions = over.sorted().flatMap { table.slots[$0].blocks.flatMap(\.sessions) }
    return HTML.when(
      !sessions.isEmpty,
      """
      <details class="past-fold"><summary>\(sessions.countedByKind) \(sessions.count == 1 ? "is" : "are") over</summary></details>

      """)
  }

  /// The slots, with the line of now before the first that is to come.
  private var slots: [HTML] {
    let past = over
    var rows = table.slots.enumerated().map { slot($1, number: $0 + 1, isOver: past.contains($0)) }
    if table.span.day == visit.today {
      rows.insert(nowLine, at: table.slots.firstIndex { $0.start > visit.now } ?? rows.count)
    }
    return rows
  }

  private var nowLine: HTML {
    """
    <p id="\(Self.nowId)" class="now-line \(now.map { "at-\(table.row($0))" } ?? "is-outside")"><span>Now, <time datetime="\(
      visit.now.iso8601)" data-clock>\(TimeText.clock(visit.now, zone: visit.zone))</time></span></p>

    """
  }

  private func slot(_ slot: Timetable.Slot, number: Int, isOver: Bool) -> HTML {
    let rows = slot.blocks.map { block in
      block.isBundle
        ? BundleRow.html(block, place: table.place(block), visit, reference: table.span.day)
        : SessionRow.html(block.sessions[0], visit, grid: table.place(block), reference: table.span.day, level: 4)
    }
    return """
      <section class="slot\(HTML.when(isOver, " is-over"))" aria-labelledby="slot-\(number)">
      <h3 class="slot-time" id="slot-\(number)">\(Times.clock(slot.start, visit))\(
        HTML.when(slot.isEarlier, "<small>already on</small>"))</h3>
      <ul class="slot-events" role="list">\(rows)</ul>
      </section>

      """
  }
}
