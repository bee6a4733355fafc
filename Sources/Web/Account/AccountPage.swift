import Conference
import Markup

/// One's own account.
enum AccountPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (account, visit) = (try personal.account, personal.visit)
    let devices = try await visit.site.doorkeeper.devices.all(of: account.id)
    let current = try await visit.site.doorkeeper.lookedUp(personal.request)?.device
    return Page(
      title: "My account", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="page-head"><div><h1>My account</h1><p dir="auto">\(account.name), <span dir="ltr">\(account.email?.text ?? "")</span></p></div>
        <form action="/sign-out" method="post">\(personal.tokenField)<button class="button" type="submit">Sign out</button></form></div>
        \(HTML.when(account.standing == .waiting, "<p class=\"notice\">An organizer has yet to let you in. You will get a mail.</p>"))
        \(facts(account))
        <p class="actions">\(HTML.when(personal.access.isLetIn, "<a class=\"button\" href=\"/account/profile\">My profile</a><a class=\"button\" href=\"/plan\">My plan</a>"))\(HTML.when(personal.access.mayHelp, "<a class=\"button\" href=\"/help/queue\">Help desk queue</a>"))\(HTML.when(personal.access.mayModerate, "<a class=\"button\" href=\"/conduct/cases\">Conduct desk</a>"))\(HTML.when(personal.access.isLetIn, "<a class=\"button is-quiet\" href=\"/account/reports\">My reports and blocks</a>"))<a class="button is-quiet" href="/account/data">My data</a></p>
        \(try await AuthorPage.section(personal))
        \(HostedList.section(personal))
        \(try await PrivateCalendarPage.section(personal))
        \(try await InvitationMailChoice.section(personal))
        \(try await ReminderChoice.section(personal))
        \(try await QuestionMailChoice.section(personal))
        \(try await AccountIdentities.section(account, personal))
        <section class="section" aria-labelledby="devices"><div class="section-head"><h2 id="devices">Where I am signed in</h2></div>
        <ul class="rows">\(devices.map { row($0, isThis: $0.id == current, personal) })</ul>
        <form action="/account/devices/removal" method="post">\(personal.tokenField)<button class="button is-quiet" type="submit">Sign out everywhere</button></form></section>
        """)
  }

  private static func facts(_ account: Account) -> HTML {
    let facts = [
      ("Role", account.role.name), ("Affiliation", account.affiliation), ("Country", account.country),
      ("Registration", account.registration),
    ]
    return """
      <dl class="facts">\(facts.compactMap { name, value in
        value.map { "<div><dt>\(name)</dt><dd dir=\"auto\">\($0)</dd></div>" as HTML }
      })</dl>
      """
  }

  private static func row(_ device: Device, isThis: Bool, _ personal: Personal) -> HTML {
    let zone = personal.visit.zone
    return """
      <li><span>\(device.browser)\(HTML.when(isThis, " <strong>this one</strong>"))<br><span class="muted">last seen \(
        TimeText.dayText(zone.day(at: device.seen))), \(TimeText.clock(device.seen, zone: zone))</span></span>
      <form action="/account/devices/\(device.id)/removal" method="post">\(personal.tokenField)<button class="button is-quiet" type="submit">Sign out<span class="sr"> \(device.browser)</span></button></form></li>
      """
  }
}
