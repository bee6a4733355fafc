import Conference
import Markup

/// A line of the plan: a session with what is saved of it, and what it clashes with.
struct PlanRow {
  let plan: Plan
  let index: Int
  let day: Day
  let visit: Visit
  /// What the account holds; nil for a plan from the address.
  var own: PlanNotes?

  private var row: Plan.Row { plan.rows[index] }
  private var phase: Phase {
    Phase(start: row.start, end: row.end, isCancelled: row.session.isCancelled, now: visit.now)
  }
  private var single: Paper? { row.single }

  var html: HTML {
    """
    <li class="event kind-\(KindTag.style(row.session.kind))\(style)" id="row-\(index)" data-card>
    <div class="event-body"><p class="event-meta">\(KindTag.html(row.session.kind))\(badge)</p>
    \(title)
    <p class="event-when">\(Times.range(row.start, row.end, visit, reference: day))\(moved)\(place)\(JoinLink.opens(
      row.join, start: row.start, end: row.end, isCancelled: row.session.isCancelled, visit, reference: day))</p>\(clash)</div>
    <div class="actions">\(JoinLink.button(
      row.join, start: row.start, end: row.end, isCancelled: row.session.isCancelled, visit))\(star)</div>\(notes)\(papers)</li>
    """
  }

  private var style: String {
    switch phase {
    case .past: " is-past"
    case .now: " is-now"
    case .cancelled: " is-cancelled"
    case .soon, .later: ""
    }
  }

  private var badge: HTML {
    let state: HTML =
      switch phase {
      case .now: " <span class=\"live\">On now</span>"
      case .cancelled: " <span class=\"tag\">Cancelled</span>"
      case .past, .soon, .later: .empty
      }
    let duty = row.isSaved ? plan.own.words(in: row.session) : nil
    return state + (duty.map(Self.tag) ?? .empty) + (single.map { Self.presented($0, plan) } ?? .empty)
  }

  static func presented(_ paper: Paper, _ plan: Plan) -> HTML {
    plan.own.presents(paper) ? tag(OwnPart.presented) : .empty
  }

  private static func tag(_ words: String) -> HTML { " <span class=\"tag\">\(words)</span>" }

  private var title: HTML {
    if let single {
      return """
        <h3 class="event-title"><a href="\(url: Address.of(single))" dir="auto" data-maths>\(single.title)</a></h3>
        """
    }
    let address = Address.main(of: row.session, visit.program)
    return "<h3 class=\"event-title\"><a href=\"\(url: address)\" dir=\"auto\">\(row.session.title)</a></h3>"
  }

  /// A paper with a part of its own of a session is not told of.
  private var moved: HTML {
    HTML.when(row.start == row.session.start, Times.moved(row.session, visit, reference: day))
  }

  /// The session in which a single paper is met.
  private var place: HTML {
    guard single != nil else { return .empty }
    return ", <a href=\"\(url: Address.main(of: row.session, visit.program))\" dir=\"auto\">\(row.session.title)</a>"
  }

  private var star: HTML {
    if let single { return SaveButton.paper(single.id, title: single.title) }
    return HTML.when(row.isSaved, SaveButton.session(row.session.id, title: row.session.title))
  }

  private var papers: HTML {
    guard single == nil, !row.papers.isEmpty else { return .empty }
    return """
      <ul class="plan-papers" role="list">\(row.papers.map { paper in
        Self.paper(paper, also: Self.presented(paper, plan) + (row.clashes.isEmpty ? .empty : also(paper)), own)
      })</ul>
      """
  }

  /// What was noted of the session, or of the single paper.
  private var notes: HTML {
    if let single { return own?.html(of: single) ?? .empty }
    return row.isSaved ? own?.html(of: row.session) ?? .empty : .empty
  }

  static func paper(_ paper: Paper, also: HTML, _ own: PlanNotes?) -> HTML {
    """
    <li><span><a href="\(url: Address.of(paper))" dir="auto" data-maths>\(paper.title)</a>\(also)\(own?.html(of: paper))</span>\(
      SaveButton.paper(paper.id, title: paper.title))</li>
    """
  }

  private var clash: HTML {
    guard !row.clashes.isEmpty else { return .empty }
    let links = row.clashes.prefix(3).map { other in
      let name = PlanRow(plan: plan, index: other, day: day, visit: visit).name
      return "<a href=\"#row-\(other)\" dir=\"auto\">\(name)</a>" as HTML
    }
    let more = row.clashes.count - links.count
    return """
      <p class="clash">Overlaps with \(links.joined(separator: ", "))\(HTML.when(more > 0, " and \(more) more")).\(
        single.map { also($0) })</p>
      """
  }

  private var name: String { single?.title ?? row.session.title }

  /// ", also Thu 30 Apr, 12:00" where the paper can be met without a clash.
  private func also(_ paper: Paper) -> HTML {
    guard let other = plan.alternatives(to: row, for: paper, now: visit.now).first else { return .empty }
    let day = TimeText.dayText(visit.zone.day(at: other.start))
    return " <span class=\"also\">Also \(day), \(Times.clock(other.start, visit)).</span>"
  }
}
