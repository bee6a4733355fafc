import Conference
import Markup

/// What an organizer sees first: how things stand, and what waits for somebody.
enum OverviewPage {
  static func page(_ personal: Personal) async throws -> Page {
    let site = personal.visit.site
    let all = try await site.people.search(PeopleChoice(), limit: 0).total
    let waiting = try await site.people.search(PeopleChoice(standing: .waiting), limit: 0).total
    let program = site.edition.program
    let facts = [
      ("People", "\(all)"), ("Waiting to be let in", "\(waiting)"), ("Papers", "\(program.papers.count)"),
      ("Sessions", "\(program.sessions.count)"),
    ]
    return OrganizePage.page(
      "Organizing", path: "/organize", personal,
      body: """
        <dl class="facts">\(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" as HTML })</dl>
        <section class="section" aria-labelledby="deeds"><div class="section-head"><h2 id="deeds">Done last</h2></div>
        \(DeedList.html(try await site.people.deeds(limit: 20), personal.visit))</section>
        """)
  }
}
