import Conference
import Markup

/// One person, as organizers see them, with everything that can be done.
enum OrganizePersonPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let (site, me) = (visit.site, try personal.account.id)
    guard let account = try await site.people.account(try visit.parameter("id")) else {
      throw ConferenceError.notFound("person")
    }
    let devices = try await site.doorkeeper.devices.all(of: account.id)
    let deeds = try await site.people.deeds(about: account.id, for: me)
    let mails = try await mails(account, site, for: me)
    let arrival = try await site.people.arrival(of: account, for: me)
    let listed = try await site.people.listedName(of: account.id, for: me)
    let declined = try await site.invitationWishes.declined(by: account.id, for: me)
    return OrganizePage.page(
      account.name, path: "/organize/people/\(account.id)", personal,
      body: """
        \(DoneNotice.html(visit, sentences))\(HTML.when(account.id == me, "<p class=\"notice\">This is you.</p>"))
        \(facts(account, listed, arrival, declined: declined, visit))
        \(HTML.when(account.standing != .erased, "<p class=\"actions\"><a class=\"button\" href=\"\(url: "/organize/people/\(account.id)/details")\">Correct details</a></p>"))
        \(HTML.when(account.standing != .erased, ways(account, personal) + role(account, personal)))
        \(HTML.when(account.mayComeIn, signIn(account, devices.count, personal)))
        <section class="section" aria-labelledby="mails"><div class="section-head"><h2 id="mails">Mails</h2></div>\(MailList.html(mails, visit))</section>
        \(try await moderation(of: account, personal))
        <section class="section" aria-labelledby="deeds"><div class="section-head"><h2 id="deeds">Record</h2><a href="\(url: "/organize/record?by=\(account.id)")">What they did themselves</a></div>\(DeedList.html(deeds, visit))</section>
        \(HTML.when(account.standing != .erased, PersonDangers.html(account, personal)))
        """)
  }

  private static let sentences = [
    "added": "Added: they can sign in from now on. No mail was sent.", "corrected": "The details are corrected.",
    "role": "The role is changed. They were signed out, and have it from the next sign-in on.",
    "active": "They may come in.", "banned": "Banned, and signed out.", "removed": "Removed, and signed out.",
    "waiting": "They wait again.", "admitted": "Let in; a mail says so.", "signed-out": "Signed out everywhere.",
    "erased": "Erased for good. What they wrote to others stands by a former participant.",
  ]

  /// What moderators and organizers did to keep order, and why; nothing where there was no need of it.
  private static func moderation(of account: Account, _ personal: Personal) async throws -> HTML {
    let entries = try await personal.visit.site.moderation.record(
      ModerationChoice(person: account.id), for: try personal.account.id, limit: 100)
    guard !entries.isEmpty else { return .empty }
    let isHere = account.standing != .erased
    let way: HTML = HTML.when(isHere, "<a href=\"\(url: "/conduct/people/\(account.id)")\">Moderate</a>")
    return """
      <section class="section" aria-labelledby="moderation"><div class="section-head"><h2 id="moderation">Moderation</h2>\(way)</div>\(try await ModerationList.html(entries, personal))</section>
      """
  }

  private static func mails(_ account: Account, _ site: Site, for reader: String) async throws -> [OutboxEntry] {
    guard let email = account.email else { return [] }
    return try await Outbox(site.database, clock: site.clock).page(to: email.text, for: reader, limit: 20)
  }

  /// "registered", or by whose list.
  private static func words(_ arrival: DeedEntry) -> HTML {
    let isOwn = arrival.deed.by == arrival.deed.subject
    let doer = arrival.name ?? arrival.tokenName ?? "the command line"
    return ", \(arrival.deed.action)\(HTML.when(!isOwn, " by \(doer)"))"
  }

  private static func facts(
    _ account: Account, _ listed: String?, _ arrival: DeedEntry?, declined: Instant?, _ visit: Visit
  ) -> HTML {
    let facts = [
      ("On the list as", listed == account.name ? nil : listed),
      ("Address", account.email?.text), ("Affiliation", account.affiliation), ("Country", account.country),
      ("Registration", account.registration), ("Role", account.role.name), ("Standing", account.standing.word),
    ]
    return """
      <dl class="facts">\(facts.compactMap { name, value in
        value.map { "<div><dt>\(name)</dt><dd dir=\"auto\">\($0)</dd></div>" as HTML }
      })
      <div><dt>Added</dt><dd>\(ConsoleTime.html(account.added, visit))\(arrival.map(words))</dd></div>
      <div><dt>Code of conduct</dt><dd>\(account.conductAt.map { ConsoleTime.html($0, visit) } ?? "not accepted yet")</dd></div>
      \(declined.map { "<div><dt>Mails</dt><dd>wants none about the conference, since \(ConsoleTime.html($0, visit))</dd></div>" as HTML })</dl>
      """
  }

  private static func role(_ account: Account, _ personal: Personal) -> HTML {
    """
    <section class="section" aria-labelledby="role-head"><div class="section-head"><h2 id="role-head">Role</h2></div>
    <form class="deed" action="\(url: "/organize/people/\(account.id)/role")" method="post">\(personal.tokenField)
    <label class="sr" for="role">Role</label><select class="field" id="role" name="role">\(Role.allCases.map { role in
      "<option value=\"\(role.rawValue)\"\(HTML.when(role == account.role, " selected"))>\(role.name)</option>" as HTML
    })</select>
    <button class="button is-main" type="submit">Change the role</button>
    <p class="muted">They are signed out, so that the new role counts from the next sign-in on.</p></form></section>
    """
  }

  /// Back in, for who is not.
  private static func ways(_ account: Account, _ personal: Personal) -> HTML {
    let admit = ConsoleButton(
      action: "/organize/people/\(account.id)/admission", label: "Let in",
      consequence: "They can take part from the next sign-in on, and get a mail that says so.", isMain: true)
    let restore = ConsoleButton(
      action: "/organize/people/\(account.id)/standing", label: "Let in again", fields: [("standing", "active")],
      consequence: "They can sign in again from now on. No mail is sent.", isMain: true)
    let way: ConsoleButton? =
      switch account.standing {
      case .waiting: admit
      case .banned, .removed: restore
      case .active, .erased: nil
      }
    return way.map { way in
      """
      <section class="section" aria-labelledby="standing-head"><div class="section-head"><h2 id="standing-head">May they come in?</h2></div>
      \(way.html(personal))</section>
      """ as HTML
    } ?? .empty
  }

  private static func signIn(_ account: Account, _ devices: Int, _ personal: Personal) -> HTML {
    let code = ConsoleButton(
      action: "/organize/people/\(account.id)/sign-in-codes", label: "Make a sign-in code",
      consequence:
        "For somebody whom mail does not reach: a link and a code, shown once, to be given by you. One made by hand before ends; mails go on working."
    )
    let out = ConsoleButton(
      action: "/organize/people/\(account.id)/devices/removal", label: "Sign out everywhere",
      consequence: "They can sign in again.")
    return """
      <section class="section" aria-labelledby="sign-in-head"><div class="section-head"><h2 id="sign-in-head">Signing in</h2></div>
      <p>\(devices == 0 ? "Not signed in anywhere." : "Signed in with \(devices) \(devices == 1 ? "browser" : "browsers").")</p>
      \(code.html(personal))\(HTML.when(devices > 0, out.html(personal)))</section>
      """
  }
}

/// A way in that an organizer hands over.
enum SignInCodePage {
  static func page(_ ticket: Ticket, _ account: Account, _ personal: Personal) -> Page {
    let visit = personal.visit
    return OrganizePage.page(
      "A way in for \(account.name)", path: "/organize/people/\(account.id)", personal,
      body: """
        <p class="notice">Give it to the person yourself, and to nobody else: whoever has it signs in as \(account.name). It is shown only now.</p>
        <dl class="facts"><div><dt>Link</dt><dd><code class="long">\(visit.absolute("/sign-in/link/\(ticket.link.text)"))</code></dd></div>
        <div><dt>or the code</dt><dd><code>\(ticket.code.shown)</code>, with the address \(account.email?.text), at \(visit.absolute("/sign-in"))</dd></div>
        <div><dt>Works</dt><dd>once, in any browser, until \(ConsoleTime.html(ticket.expires, visit))</dd></div></dl>
        <p><a class="button" href="\(url: "/organize/people/\(account.id)")">Back to \(account.name)</a></p>
        """)
  }
}
