import Conference
import Markup

/// The people of an event: as a title page has them, and what is told about them further below.
enum EventPeople {
  /// Speakers with affiliation and face where they are few; a line of names otherwise.
  static func names(_ event: Event) -> HTML {
    let people = event.people
    let isDetailed = people.contains { $0.affiliation != nil || $0.image != nil || $0.website != nil }
    guard isDetailed, people.count <= 6 else { return people.isEmpty ? .empty : PeopleLine.full(people) }
    // Several people of the same institute need its name once.
    let isShared = people.allSatisfy { $0.affiliation == people[0].affiliation && $0.image == nil }
    if people.count > 1, isShared, let shared = people[0].affiliation {
      return "\(PeopleLine.full(people))<p class=\"muted\" dir=\"auto\">\(shared)</p>"
    }
    // Initials keep a place for one face, or complete a row of faces; a row of nothing but initials is noise.
    let image = people.count == 1 ? event.image : nil
    let hasPortraits = people.count == 1 || people.contains { $0.image != nil }
    return """
      <div class="speakers">\(people.map { speaker($0, image: $0.image ?? image, hasPortrait: hasPortraits) })</div>
      """
  }

  private static func speaker(_ person: Person, image: String?, hasPortrait: Bool) -> HTML {
    let face = image.map { Portrait.picture($0, isFace: true) } ?? Portrait.initials(person.name)
    let portrait = hasPortrait ? face : .empty
    return """
      <p class="speaker">\(portrait)<span>\(name(person))\(person.affiliation.map { affiliation in
        "<br><span class=\"muted\" dir=\"auto\">\(affiliation)</span>" as HTML
      })</span></p>
      """
  }

  /// The name, with the way to the person's own page where there is one.
  static func name(_ person: Person) -> HTML {
    guard let website = person.website else { return "<b dir=\"auto\">\(person.name)</b>" }
    return """
      <b><a class="plain" href="\(url: Address.link(website))" rel="noopener" dir="auto">\(person.name)</a></b>
      """
  }

  /// What the people tell about themselves.
  static func biographies(_ event: Event) -> HTML {
    let people = event.people.filter { $0.biography != nil }
    guard !people.isEmpty else { return .empty }
    let isAlone = event.people.count == 1
    return """
      <section aria-labelledby="people"><h2 id="people">\(isAlone ? "About \(people[0].name)" : event.kind.peopleTitle)</h2>
      \(people.map { biography($0, isAlone: isAlone) })</section>
      """
  }

  private static func biography(_ person: Person, isAlone: Bool) -> HTML {
    """
    \(HTML.when(!isAlone, "<h3 dir=\"auto\">\(person.name)</h3>"))
    \(Prose.html(person.biography ?? "", style: "prose biography", headingLevel: 4))
    """
  }
}
