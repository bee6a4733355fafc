import Conference
import Hummingbird
import Markup

extension Routes {
  /// A calendar of what somebody saved, presents and hosts, for whoever knows its address, and the forms that make and end it.
  func addPrivateCalendar() {
    on(.get, "calendars/private/:name", .anyone) { [pages] request, context in
      let secret = Secret(try Self.stem(of: context.parameters.require("name")))
      let site = pages.site
      let (account, list) = try await site.privateCalendars.owner(secret)
      let edition = site.edition
      let access = Access(account, conduct: edition.conduct)
      return try await SavedFiles.calendar(list, of: access, edition.program(for: access.audience), site).response
    }
    form("account/calendar", .participant) { act in
      let secret = try await act.site.privateCalendars.renew(for: try act.personal.account.id)
      return .page(PrivateCalendarPage.page(secret, act.visit))
    }
    form("account/calendar/removal", .account) { act in
      try await act.site.privateCalendars.end(for: try act.personal.account.id)
      return .seeOther("/account")
    }
  }
}

/// Shows the new address, once.
enum PrivateCalendarPage {
  static func page(_ secret: Secret, _ visit: Visit) -> Page {
    let address = visit.absolute("/calendars/private/\(secret.text).ics")
    return Page(
      title: "My calendar's address", section: .account, styles: ["account"], isUnlisted: true,
      body: """
        <div class="door is-wide"><h1>My calendar's address</h1>
        <p>A calendar program that subscribes to it follows what you save, present and host. Whoever knows the address can read it: it is shown only here and now, and an earlier one works no more.</p>
        <div class="stack"><label for="address">Address</label><input class="field" id="address" value="\(address)" readonly dir="ltr"></div>
        <p class="actions"><a class="button is-main" href="\(url: address.replacing(/^https?:/, with: "webcal:"))">Subscribe</a><button class="button" type="button" data-copy="#address" hidden>Copy the address</button><a class="button" href="/account">Back to my account</a></p></div>
        """)
  }

  /// The part of the account's page.
  static func section(_ personal: Personal) async throws -> HTML {
    guard personal.access.isLetIn else { return .empty }
    let made = try await personal.visit.site.privateCalendars.made(for: try personal.account.id)
    let text =
      made.map { "Made on \(TimeText.dayText(personal.visit.zone.day(at: $0))). A new address ends it." }
      ?? "An address to which a calendar program subscribes, and which follows what you save, present and host."
    let end: HTML = """
      <form action="/account/calendar/removal" method="post">\(personal.tokenField)<button class="button is-quiet" type="submit">End it</button></form>
      """
    return """
      <section class="section" aria-labelledby="calendar"><div class="section-head"><h2 id="calendar">My calendar</h2></div>
      <p>\(text)</p><div class="actions"><form action="/account/calendar" method="post">\(personal.tokenField)<button class="button" type="submit">\(
        made == nil ? "Make an address" : "Make a new address")</button></form>\(HTML.when(made != nil, end))</div></section>
      """
  }
}
