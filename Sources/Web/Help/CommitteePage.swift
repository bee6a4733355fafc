import Conference
import Markup

/// Who organizes the conference; volunteers apart.
enum CommitteePage {
  static func page(_ visit: Visit) -> Page {
    let members = visit.program.members
    let volunteers = members.filter(isVolunteer)
    return Page(
      title: "Committee", section: .other, description: "Who organizes \(visit.conference.name).",
      styles: ["event", "help"], canonical: "/committee",
      body: """
        <div class="page-head"><h1>Committee</h1></div>
        \(HTML.when(members.isEmpty, empty))\(list(byRole(members.filter { !isVolunteer($0) })))
        \(HTML.when(!volunteers.isEmpty, thanks(volunteers)))
        """)
  }

  private static let empty: HTML = """
    <div class="empty"><p>The people who organize this conference will be named here.</p></div>
    """

  private static func isVolunteer(_ member: Member) -> Bool {
    member.role?.lowercased().hasPrefix("volunteer") ?? false
  }

  /// People of a role together, roles in the order in which their first member stands.
  private static func byRole(_ members: [Member]) -> [Member] {
    let places = Dictionary(members.enumerated().map { ($1.role, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = members.enumerated().sorted { left, right in
      (places[left.element.role] ?? 0, left.offset) < (places[right.element.role] ?? 0, right.offset)
    }
    return sorted.map(\.element)
  }

  private static func list(_ members: [Member]) -> HTML {
    HTML.when(!members.isEmpty, "<ul class=\"cards\" role=\"list\">\(members.map(card))</ul>")
  }

  private static func card(_ member: Member) -> HTML {
    """
    <li class="card person">\(Portrait.html(member.person))<span>\(EventPeople.name(member.person))\(
      member.role.map { "<span class=\"muted\" dir=\"auto\">\($0)</span>" as HTML })\(
      member.person.affiliation.map { "<br><small dir=\"auto\">\($0)</small>" as HTML })</span></li>
    """
  }

  private static func thanks(_ volunteers: [Member]) -> HTML {
    let names = volunteers.map { "<li dir=\"auto\">\($0.person.name)</li>" as HTML }
    return """
      <section class="section" aria-labelledby="volunteers"><h2 id="volunteers">Volunteers</h2>
      <ul class="names" role="list">\(names)</ul></section>
      """
  }
}
