import Conference
import Markup

/// What an organizer sees first: how things stand, and what waits for somebody.
enum OverviewPage {
  static func page(_ personal: Personal) async throws -> Page {
    let program = personal.visit.site.edition.program
    let people = try await Self.people(personal)
    var facts: [(label: String, count: Int, path: String)] = []
    if let people {
      facts = [
        (label: "People", count: people.all, path: "/organize/people"),
        (label: "Waiting to be let in", count: people.waiting, path: "/organize/people/waiting"),
      ]
    }
    facts += [
      (label: "Papers", count: program.papers.count, path: "/organize/program?kind=paper"),
      (label: "Sessions", count: program.sessions.count, path: "/organize/program?kind=session"),
    ]
    return OrganizePage.page(
      "Organizing", path: "/organize", personal, styles: ["overview"],
      body: """
        \(try await WaitingList(people: people?.waiting ?? 0, personal).html)
        \(try await SafetyNotes.html(people: people?.active ?? 0, personal))
        \(try await TodayList.html(personal))
        \(try await OpeningList.html(personal))
        <section class="section" aria-labelledby="figures"><div class="section-head"><h2 id="figures">How many</h2></div>
        <dl class="facts">\(facts.map { "<div><dt>\($0.label)</dt><dd><a href=\"\(url: $0.path)\">\($0.count)</a></dd></div>" as HTML })</dl></section>
        \(try await last(personal))
        """)
  }

  /// How many people there are, for those who may look at them.
  private static func people(_ personal: Personal) async throws -> (all: Int, active: Int, waiting: Int)? {
    guard personal.access.mayOrganize else { return nil }
    let (people, me) = (personal.visit.site.people, try personal.account.id)
    let all = try await people.search(PeopleChoice(), for: me, limit: 0).total
    let waiting = try await people.search(PeopleChoice(standing: .waiting), for: me, limit: 0).total
    let active = try await people.search(PeopleChoice(standing: .active), for: me, limit: 0).total
    return (all, active, waiting)
  }

  /// The record is for organizers; program chairs see what was done to the program.
  private static func last(_ personal: Personal) async throws -> HTML {
    let (site, me) = (personal.visit.site, try personal.account.id)
    guard personal.access.mayOrganize else {
      let changes = try await ProgramEditor(site.database, clock: site.clock).changes(for: me, limit: 20)
      return section(ChangeList.html(changes, personal))
    }
    return section(DeedList.html(try await site.people.deeds(for: me, limit: 20), personal.visit))
  }

  private static func section(_ list: HTML) -> HTML {
    """
    <section class="section" aria-labelledby="deeds"><div class="section-head"><h2 id="deeds">Done last</h2></div>
    \(list)</section>
    """
  }
}
