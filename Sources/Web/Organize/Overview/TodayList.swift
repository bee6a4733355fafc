import Conference
import Markup

/// What is on, what comes next, and what somebody should look after.
enum TodayList {
  private static let most = 6

  static func html(_ personal: Personal) async throws -> HTML {
    let visit = personal.visit
    let today = ProgramToday(visit.program, at: visit.now)
    let shifts = try await Self.shifts(personal)
    let all: [(String, HTML)] = [
      ("On now", names(today.on) { Address.of($0) }),
      (next(today, visit), names(today.next) { Address.of($0) }),
      ("Nowhere to join", names(today.doorless) { ProgramLink.entry(.session, $0.id) }),
      ("Shifts with nobody", links(shifts.map { ("/organize/help-desk", ConsoleTime.html($0.from, visit)) })),
    ]
    let facts = all.filter { !$0.1.isEmpty }
    guard !facts.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="today"><div class="section-head"><h2 id="today">Today</h2></div>
      <dl class="facts">\(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML })</dl></section>
      """
  }

  private static func next(_ today: ProgramToday, _ visit: Visit) -> String {
    today.next.first.map { "Next, at \(TimeText.clock($0.start, zone: visit.zone))" } ?? "Next"
  }

  /// Those of the next day.
  private static func shifts(_ personal: Personal) async throws -> [HelpShift] {
    guard personal.access.mayOrganize else { return [] }
    let tomorrow = personal.visit.now.adding(minutes: 24 * 60)
    return try await personal.visit.site.helpShifts.coming().filter { $0.helpers.isEmpty && $0.from <= tomorrow }
  }

  private static func names(_ sessions: [Session], _ path: (Session) -> String) -> HTML {
    links(sessions.map { (path($0), "<bdi>\($0.title)</bdi>" as HTML) })
  }

  private static func links(_ ways: [(path: String, label: HTML)]) -> HTML {
    guard !ways.isEmpty else { return .empty }
    let shown = ways.prefix(most).map { "<li><a href=\"\(url: $0.path)\">\($0.label)</a></li>" as HTML }
    let rest = ways.count - shown.count
    return "<ul class=\"in-fact\">\(shown)\(HTML.when(rest > 0, "<li class=\"muted\">and \(rest) more</li>"))</ul>"
  }
}
