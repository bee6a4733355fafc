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
        <ul class="rows is-ways">\(AccountWay.all(personal.access).map(\.html))</ul>
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

/// To a page of what is one's own, or to where one works.
private struct AccountWay {
  let path: String
  let name: String
  let about: String

  var html: HTML {
    "<li><span><a href=\"\(url: path)\">\(name)</a><br><span class=\"muted\">\(about)</span></span></li>"
  }

  static func all(_ access: Access) -> [AccountWay] {
    let ways: [AccountWay?] = [
      access.mayHelp ? AccountWay("/help/queue", "Help desk queue", "Who waits for help") : nil,
      access.mayModerate ? AccountWay("/conduct/cases", "Conduct desk", "Reports, and what moderators did") : nil,
    ]
    let own = [
      AccountWay("/account/profile", "My profile", "What participants see of you, and what interests you"),
      AccountWay("/plan", "My plan", "What you saved, with what clashes"),
      AccountWay("/chat", "My conversations", "What is new in them, and whether this device tells you"),
      AccountWay(DismissedPage.path, "My announcements", "What is announced to you, and what you put away"),
      AccountWay(
        "/account/reports", "My reports and blocks", "What you told the conduct desk, and whom you do not read"),
    ]
    let data = AccountWay("/account/data", "My data", "Download all that is kept of you, or erase it")
    return ways.compactMap { $0 } + (access.isLetIn ? own : []) + [data]
  }

  private init(_ path: String, _ name: String, _ about: String) {
    self.path = path
    self.name = name
    self.about = about
  }
}
