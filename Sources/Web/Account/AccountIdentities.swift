import Conference
import Markup

/// With what one signs in besides mail.
enum AccountIdentities {
  static func section(_ account: Account, _ personal: Personal) async throws -> HTML {
    let site = personal.visit.site
    let identities = try await site.people.openIDIdentities(of: account.id)
    let free = site.settings.openID.filter { provider in !identities.contains { $0.issuer == provider.issuer } }
    guard !identities.isEmpty || !free.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="identities"><div class="section-head"><h2 id="identities">With what I sign in</h2></div>
      <p class="muted">A mail to your address always works.</p>
      \(HTML.when(!identities.isEmpty, "<ul class=\"rows\">\(identities.map { row($0, personal) })</ul>"))
      <div class="providers">\(free.map { OpenIDButtons.form($0, "Tie \($0.name) to my account", personal, back: "/account") })</div></section>
      """
  }

  private static func row(_ identity: OpenIDIdentity, _ personal: Personal) -> HTML {
    let (zone, site) = (personal.visit.zone, personal.visit.site)
    let name = site.settings.openID.first { $0.issuer == identity.issuer }?.name ?? identity.issuer
    return """
      <li><span>\(name) <span class="muted" dir="ltr">\(identity.subject)</span><br><span class="muted">last used \(
        TimeText.dayText(zone.day(at: identity.used))), \(TimeText.clock(identity.used, zone: zone))</span></span>
      <form action="/account/identities/\(identity.id)/removal" method="post">\(personal.tokenField)<button class="button is-quiet" type="submit">Untie<span class="sr"> \(name)</span></button></form></li>
      """
  }
}
