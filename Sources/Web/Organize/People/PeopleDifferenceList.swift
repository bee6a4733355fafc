import Conference
import Markup

/// Whom an import adds, changes and shuts out, by name.
enum PeopleDifferenceList {
  static func html(_ outcome: PeopleImport.Outcome) -> HTML {
    let people = outcome.people
    return """
      \(notice(outcome.raised, "above"))\(notice(outcome.lowered, "below"))
      \(section("raised", "Get a role", people.raised, of: outcome.raised))
      \(section("lowered", "Lose a role", people.lowered, of: outcome.lowered))
      \(section("shut-out", "Lose access", people.removed, of: outcome.removed))
      \(section("changed", "Changed", people.changed, of: outcome.changed))
      \(section("added", "Added", people.added, of: outcome.added))
      """
  }

  private static func notice(_ count: Int, _ way: String) -> HTML {
    guard count > 0 else { return .empty }
    return """
      <p class="notice">\(count == 1 ? "1 person gets" : "\(count) people get") a role \(way) what they had.</p>
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
    // Of who is there already, it is among the changes.
    let role = person.changes.isEmpty ? person.role : nil
    return """
      <li><span><strong dir="auto">\(person.name)</strong> <span class="muted" dir="ltr">\(person.email ?? "")</span>\(person.changes.map(change))</span>\(
        role.map { "<strong>\($0.name)</strong>" as HTML })</li>
      """
  }

  private static func change(_ change: PeopleDifference.Change) -> HTML {
    """
    <br><span class="muted">\(change.field):</span> <bdi>\(word(change.before, of: change))</bdi> → <bdi>\(word(change.after, of: change))</bdi>
    """
  }

  private static func word(_ value: String?, of change: PeopleDifference.Change) -> String {
    guard let value else { return "(nothing)" }
    return change.field == "role" || change.field == "standing" ? PeopleWords.word(value) : value
  }
}
