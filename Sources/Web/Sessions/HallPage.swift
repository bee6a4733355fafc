import Conference
import Markup

/// One session: its hall of papers, or what it is and where it belongs.
enum HallPage {
  static func page(_ session: Session, _ visit: Visit) -> Page {
    let groups = HallGroups(session, visit.program).groups
    let chat = ChatBeside.html(session.event == nil ? ChannelKey(kind: .sessions, name: session.id) : nil, visit)
    let questions = QuestionsBeside.html(QuestionSubject(.session, session.id), visit)
    return Page(
      title: session.title, section: isOfPapers(session) ? .posters : .schedule,
      description: description(session, visit), styles: ["event", "session", "questions", "question-row", "tabs"],
      scripts: ["part"] + Tabs.scripts + (isLarge(session) ? ["hall"] : []),
      head: EventMetadata.html(session, visit) + Tabs.head(visit),
      canonical: Address.of(session),
      body: """
        <p class="crumb"><a href="\(isOfPapers(session) ? "/sessions" as HTML : "/schedule")">\(isOfPapers(session) ? "All sessions" : "Schedule")</a></p>
        \(header(session, visit, hasQuestions: !questions.isEmpty))
        \(belonging(session, visit))
        \(Tabs.html(isOfPapers(session) ? "Papers" : "Session", questions: questions, chat: chat))
        <div class="\(chat.isEmpty ? "" : columns(session, visit))is-tabbed" id="page"><div class="main-part">
        \(session.description.map { Prose.html($0, headingLevel: 2) })
        \(tools(groups))\(HTML.when(isLarge(session), find))
        \(groups.enumerated().map { group($1, number: $0 + 1, visit) })
        \(HTML.when(groups.isEmpty && session.kind == .poster, noPapers))
        \(questions)
        </div><div class="aside-part">\(chat)</div></div>
        """)
  }

  private static func isOfPapers(_ session: Session) -> Bool { !session.slots.isEmpty || session.kind == .poster }

  /// A hall has all of the width where nobody can talk beside it yet.
  private static func columns(_ session: Session, _ visit: Visit) -> String {
    guard isOfPapers(session) else { return "split " }
    return visit.audience == .visitor ? "is-hall " : "split is-hall "
  }

  /// Whether it has more papers than are seen at once.
  private static func isLarge(_ session: Session) -> Bool { session.slots.count > 12 }

  /// Finds papers among those of the session; shown by its script.
  private static let find: HTML = """
    <div class="hall-find" role="search" aria-label="Papers of this session" data-hall-find hidden>
    <input class="field" type="search" aria-label="Title or author" placeholder="Find a title or author" autocomplete="off">
    <label><input type="checkbox">Only not visited</label><output class="muted"></output></div>
    """

  private static var noPapers: HTML {
    """
    <div class="empty"><h2>No papers yet</h2><p>The papers of this session stand here as soon as they are assigned to it.</p>
    <p class="actions"><a class="button" href="/papers">All papers</a></p></div>
    """
  }

  private static func description(_ session: Session, _ visit: Visit) -> String {
    "\(KindTag.name(session.kind)) of \(visit.conference.name), \(TimeText.when(start: session.start, end: session.end, zone: visit.zone)), \(visit.zone.name(at: session.start))"
  }

  private static func header(_ session: Session, _ visit: Visit, hasQuestions: Bool) -> HTML {
    let phase = Phase(session, now: visit.now)
    return """
      <header class="page-head"><div><p class="event-meta">\(KindTag.html(session.kind))\(HTML.when(phase == .now, " <span class=\"live\">On now</span>"))\(
        HTML.when(phase == .cancelled, " <span class=\"tag\">Cancelled</span>"))\(HTML.when(phase == .past, " <span class=\"muted\">Over</span>"))</p>
      <h1 dir="auto" data-maths>\(session.title)</h1>
      <p class="session-facts"><span>\(Times.when(session.start, session.end, visit))\(Times.moved(session, visit))</span>\(Times.near(session, visit))\(
        HTML.when(!session.slots.isEmpty, "<span>\(EntryKind.paper.counted(session.slots.count))</span>"))\(
        HTML.when(hasQuestions && isOfPapers(session), questionsBelow))</p>\(PeopleLine.chairs(session.chairs))</div>
      <div class="actions">\(JoinLink.html(session.join, start: session.start, end: session.end, isCancelled: session.isCancelled, visit))\(
        SaveButton.large(session: session.id))\(CalendarButtons.html("/sessions/\(session.id).ics", visit))</div></header>
      """
  }

  /// They stand below all of the papers.
  private static let questionsBelow: HTML = "<span><a href=\"#ask\">Questions to the session</a></span>"

  /// The event or sponsor whose session it is.
  private static func belonging(_ session: Session, _ visit: Visit) -> HTML {
    if let event = session.event.flatMap({ visit.program.event($0) }) {
      return
        "<p class=\"lede\">It belongs to the \(KindTag.name(event.kind).lowercased()) <a href=\"\(url: Address.of(event))\" dir=\"auto\">\(event.title)</a>.</p>"
    }
    guard let sponsor = session.sponsor.flatMap({ visit.program.sponsor($0) }) else { return .empty }
    return
      "<p class=\"lede\">It is at the booth of <a href=\"\(url: Address.of(sponsor))\" dir=\"auto\">\(sponsor.name)</a>.</p>"
  }

  /// The papers whose theme no other has.
  private static let others = "Other themes"

  private static func tools(_ groups: [HallGroups.Group]) -> HTML {
    guard groups.count > 1 else {
      return groups.isEmpty ? .empty : "<p class=\"muted figures\" data-visited-count></p>"
    }
    let links = groups.enumerated().map { number, group in
      "<li><a class=\"chip\" href=\"#theme-\(number + 1)\"><span class=\"chip-body\">\(group.name ?? others) <span class=\"count\">\(group.places.count)</span></span></a></li>"
        as HTML
    }
    return
      "<div class=\"hall-tools\"><nav aria-label=\"Themes\"><ul class=\"chips is-strip\">\(links)</ul></nav><p class=\"muted figures\" data-visited-count></p></div>"
  }

  private static func group(_ group: HallGroups.Group, number: Int, _ visit: Visit) -> HTML {
    """
    <section class="hall-theme" id="theme-\(number)" aria-labelledby="theme-\(number)-name"><h2 id="theme-\(number)-name" dir="auto">\(group.name ?? (number == 1 ? "Papers" : others))</h2>
    <ul class="hall-grid" role="list">\(group.places.map { poster($0, visit) })</ul></section>
    """
  }

  private static func poster(_ place: HallGroups.Place, _ visit: Visit) -> HTML {
    let paper = place.paper
    let own: HTML =
      place.slot.start.map { start in
        let day = visit.zone.day(at: place.session.start)
        return "<span>\(Times.range(start, place.slot.end ?? place.session.end, visit, reference: day))</span>"
      } ?? .empty
    let join = JoinLink.html(
      place.slot.join, start: place.slot.start ?? place.session.start, end: place.slot.end ?? place.session.end,
      isCancelled: place.session.isCancelled, visit)
    return """
      <li class="poster card" data-card data-paper="\(paper.id)"><span class="poster-number"><span class="sr">Number </span>\(place.number)</span>
      <h3 class="poster-title"><a href="\(url: Address.of(paper))" dir="auto" data-maths>\(paper.title)</a></h3>\(SaveButton.paper(paper.id, title: paper.title))
      <div class="authors" dir="auto">\(authors(paper.authors))</div>\(
        meeting(own + HTML.when(Phase(place.session, now: visit.now).isOpen, join)))<span class="visited">\(Icon.check)Visited</span></li>
      """
  }

  /// When and where the authors are met, where they have a time or a room of their own.
  private static func meeting(_ html: HTML) -> HTML {
    HTML.when(!html.isEmpty, "<div class=\"poster-when\">\(html)</div>")
  }

  /// Enough names to recognize a paper by.
  private static func authors(_ people: [Person]) -> String {
    people.count > 6
      ? people.prefix(5).map(\.name).joined(separator: ", ") + " and \(people.count - 5) more"
      : people.map(\.name).joined(separator: ", ")
  }
}
