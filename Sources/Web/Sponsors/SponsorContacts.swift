import Conference
import Markup

/// Whom to write to. Addresses stand in links only, never as text.
enum SponsorContacts {
  static func html(_ sponsor: Sponsor) -> HTML {
    guard !sponsor.contacts.isEmpty else { return .empty }
    return """
      <section aria-labelledby="contacts"><h2 id="contacts">People to meet</h2>
      <ul class="contacts" role="list">\(sponsor.contacts.map { row($0, sponsor) })</ul></section>
      """
  }

  private static func row(_ person: Person, _ sponsor: Sponsor) -> HTML {
    let name = name(person, sponsor)
    let link: HTML? = person.email.map { email in
      """
      <a class="button is-quiet" href="\(url: "mailto:" + email)">Write<span class="sr"> to \(name)</span></a>
      """
    }
    return """
      <li><span><b dir="auto">\(name)</b>\(person.affiliation.map { "<br><small dir=\"auto\">\($0)</small>" as HTML })</span>\(link)</li>
      """
  }

  /// Some give their address, or the word for it, as the name.
  private static func name(_ person: Person, _ sponsor: Sponsor) -> String {
    let isNoName = person.name.contains("@") || ["email", "e-mail", "mail"].contains(person.name.lowercased())
    return isNoName ? "\(sponsor.name) team" : person.name
  }
}
