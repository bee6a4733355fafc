import Conference
import Markup

/// Whom an import adds, changes and shuts out, by name.
enum PeopleDifferenceList {
  static func html(_ outcome: PeopleImport.Outcome) -> HTML {
    let people = outcome.people
    return """
      \(section("shut-out", "Lose access", people.removed, of: outcome.removed))
      \(section("changed", "Changed", people.changed, of: outcome.changed))
      \(section("added", "Added", people.added, of: outcome.added))
      """
  }

  private static func section(_ id: String, _ title: String, _ people: [PeopleDifference.Person], of count: Int)
    -> HTML
  {
    guard count > 0 else { return .empty }
    return """
      <section class="section" aria-labelledby="\(id)"><div class="section-head"><h2 id="\(id)">\(title): \(count)</h2></div>
      <ul class="rows">\(people.map(row))</ul>
      \(HTML.when(count > people.count, "<p class=\"muted\">and \(count - people.count) more</p>"))</section>
      """
  }

  private static func row(_ person: PeopleDifference.Person) -> HTML {
    """
    <li><span><strong dir="auto">\(person.name)</strong> <span class="muted" dir="ltr">\(person.email ?? "")</span>\(person.changes.map(change))</span></li>
    """
  }

  private static func change(_ change: PeopleDifference.Change) -> HTML {
    """
    <br><span class="muted">\(change.field):</span> <bdi>\(change.before ?? "(nothing)")</bdi> → <bdi>\(change.after ?? "(nothing)")</bdi>
    """
  }
}
