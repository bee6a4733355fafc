import Conference
import Markup

/// The sessions that a paper is in, and how it gets into others.
enum PaperPlaces {
  static func html(_ paper: Paper, _ personal: Personal) async throws -> HTML {
    let visit = personal.visit
    let count = try await Telling.count(SavedAudience(paper), personal)
    let rows = visit.program.appearances(of: paper).map { place -> HTML in
      """
      <li><span><a dir="auto" href="\(url: ProgramLink.entry(.session, place.session.id))">\(place.session.title)</a><br>
      <span class="muted">\(Times.when(place.start, place.end, visit))</span></span>
      <form class="actions" action="/organize/program/move" method="post">\(fields(paper, personal))<input type="hidden" name="from" value="\(place.session.id)">
      \(choice("to-\(place.session.id)", "Move to", none: "no other session", visit, except: place.session.id))
      \(Telling.box(count, id: "tell-\(place.session.id)"))<button class="button" type="submit">Move</button></form></li>
      """
    }
    return """
      <section class="section" aria-labelledby="places"><div class="section-head"><h2 id="places">Sessions</h2></div>
      <ul class="rows">\(rows)</ul>
      <form class="actions" action="/organize/program/move" method="post">\(fields(paper, personal))
      \(choice("to-new", "Put it into a session", none: "choose one", visit, except: nil))<button class="button" type="submit">Add</button></form></section>
      """
  }

  private static func fields(_ paper: Paper, _ personal: Personal) -> HTML {
    "\(personal.tokenField)<input type=\"hidden\" name=\"paper\" value=\"\(paper.id)\">"
  }

  private static func choice(_ id: String, _ label: String, none: String, _ visit: Visit, except: String?) -> HTML {
    """
    <label class="sr" for="\(id)">\(label)</label><select class="field" id="\(id)" name="to"><option value="">\(none)</option>\(
      visit.program.sessions.filter { $0.id != except }.map { session in
        "<option value=\"\(session.id)\">\(TimeText.dayText(visit.zone.day(at: session.start))), \(TimeText.clock(session.start, zone: visit.zone)): \(session.title)</option>" as HTML
      })</select>
    """
  }
}

/// The papers of a session by their titles, since its form has their ids only.
enum SessionPapers {
  static func html(_ session: Session, _ visit: Visit) -> HTML {
    let papers = visit.program.positions(ofPapersIn: session.id).map { visit.program.papers[$0] }
    guard !papers.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="its-papers"><div class="section-head"><h2 id="its-papers">Its papers</h2></div>
      <ul class="rows">\(papers.map { "<li><a dir=\"auto\" data-maths href=\"\(url: ProgramLink.entry(.paper, $0.id))\">\($0.title)</a> <span class=\"muted\">\($0.id)</span></li>" as HTML })</ul></section>
      """
  }
}
