import Conference
import Markup

/// My plan: of who is signed in what the account holds; else the server writes it from the ids in the address, and keeps nothing.
enum PlanPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let own = try await PlanNotes(personal)
    let plan = try await Plan.of(personal, own)
    let others = own?.others(visit.program) ?? .empty
    return Page(
      title: "My plan", section: .plan, styles: ["schedule", "plan"], scripts: ["plan", "maths"],
      canonical: "/plan", isUnlisted: true,
      body: "<section id=\"plan\">\(plan.isEmpty ? empty(plan, visit) : content(plan, own, visit))\(others)</section>")
  }

  private static func empty(_ plan: Plan, _ visit: Visit) -> HTML {
    """
    <div class="empty"><h1>My plan</h1><p>Press the star on a paper or a session: what you save will be here, by time in your \
    zone, with clashes shown and a calendar file to take along.</p>\(lost(plan))
    <p class="actions"><a class="button is-main" href="/papers">Find papers</a><a class="button" href="/schedule">Open the \
    schedule</a></p><p data-plan-note role="status"></p>
    \(HTML.when(visit.audience == .visitor, "<noscript><p>Saving needs scripts, because what you save stays in your browser.</p></noscript>"))</div>
    """
  }

  private static func content(_ plan: Plan, _ own: PlanNotes?, _ visit: Visit) -> HTML {
    """
    <div class="page-head"><div><h1>My plan</h1><p>\(summary(plan)). Times are in \(
      visit.zone.name(at: visit.now)). \(own == nil ? "Kept in this browser only." : "Kept in your account.")</p>\(
      lost(plan))</div>\(own.map { ownExports($0) } ?? exports(plan))</div>
    <p class="muted" role="status" data-plan-note></p>
    \(days(plan, own, visit))\(unplaced(plan, own))
    """
  }

  private static func summary(_ plan: Plan) -> String {
    [
      plan.papers.isEmpty ? nil : EntryKind.paper.counted(plan.papers.count),
      plan.sessions.isEmpty ? nil : EntryKind.session.counted(plan.sessions.count),
    ].compactMap { $0 }.joined(separator: " and ")
  }

  private static func lost(_ plan: Plan) -> HTML {
    let others = plan.unknown - plan.lost.count
    let named = plan.lost.map { "<p>“<bdi>\($0)</bdi>” is no longer in the program.</p>" as HTML }.joined()
    let more = plan.lost.isEmpty ? "" : " more"
    return named
      + HTML.when(others > 0, "<p>\(others)\(more) \(others == 1 ? "is" : "are") no longer in the program.</p>")
  }

  private static func exports(_ plan: Plan) -> HTML {
    let lists = [("papers", plan.papers.map(\.id)), ("sessions", plan.sessions.map(\.id))].filter { !$0.1.isEmpty }
    let query = "?" + lists.map { "\($0)=\($1.joined(separator: ","))" }.joined(separator: "&")
    let bibtex: HTML = """
      <a class="button" href="\(url: "/plan.bib" + query)" data-plan-export>\(Icon.quote)BibTeX file</a>
      """
    return """
      <div class="actions"><a class="button" href="\(url: "/calendars/plan.ics" + query)" data-plan-export>\(
        Icon.calendar)Calendar file</a>\(HTML.when(!plan.papers.isEmpty, bibtex))</div>
      """
  }

  /// Of the account: nothing has to stand in the addresses.
  private static func ownExports(_ own: PlanNotes) -> HTML {
    let papers: HTML = """
      <a class="button" href="/account/plan.bib">\(Icon.quote)BibTeX file</a><a class="button" href="/account/plan.csv">\(Icon.document)CSV file</a>
      """
    return """
      <div class="actions"><a class="button" href="/account/plan.ics">\(Icon.calendar)Calendar file</a>\(
        HTML.when(!own.list.papers.isEmpty, papers))</div>
      """
  }

  private static func days(_ plan: Plan, _ own: PlanNotes?, _ visit: Visit) -> HTML {
    let indices = Dictionary(grouping: plan.rows.indices) { visit.zone.day(at: plan.rows[$0].start) }
    return indices.sorted { $0.key < $1.key }.map { day, rows in
      """
      <section class="plan-day" aria-labelledby="day-\(day.iso)"><h2 id="day-\(day.iso)">\(name(day, visit))</h2>
      \(slots(rows, day, plan, own, visit))</section>
      """
    }.joined()
  }

  private static func name(_ day: Day, _ visit: Visit) -> String {
    switch day.number - visit.today.number {
    case 0: "Today, \(TimeText.longDayText(day))"
    case 1: "Tomorrow, \(TimeText.longDayText(day))"
    default: TimeText.longDayText(day)
    }
  }

  /// Rows that begin at the same time stand beside one hour.
  private static func slots(
    _ indices: [Int], _ day: Day, _ plan: Plan, _ own: PlanNotes?, _ visit: Visit
  ) -> HTML {
    let starts = Dictionary(grouping: indices) { plan.rows[$0].start }
    return starts.sorted { $0.key < $1.key }.map { start, rows in
      """
      <div class="slot"><p class="slot-time">\(Times.clock(start, visit))</p><ul class="slot-events" role="list">\(
        rows.map { PlanRow(plan: plan, index: $0, day: day, visit: visit, own: own).html })</ul></div>
      """
    }.joined()
  }

  private static func unplaced(_ plan: Plan, _ own: PlanNotes?) -> HTML {
    guard !plan.unplaced.isEmpty else { return .empty }
    return """
      <section class="plan-day" aria-labelledby="anytime"><h2 id="anytime">At any time</h2>
      <p class="muted">These papers are in no live session.</p><ul class="plan-papers" role="list">\(
        plan.unplaced.map { PlanRow.paper($0, also: PlanRow.presented($0, plan), own) })</ul></section>
      """
  }
}
