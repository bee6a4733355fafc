import Conference
import Hummingbird
import Markup

extension Routes {
  /// Everything that the site holds of somebody, to take along and to erase; also for who has not accepted the code of conduct.
  func addMyData() {
    personal("account/data", .door) { try MyDataPage.page($0) }
    ownFile("account/data.json", .account) { personal in
      let bytes = try await personal.visit.site.people.data(of: try personal.account.id)
      return OwnFile(name: "my-data.json", type: "application/json", bytes: bytes)
    }
    on(.get, "account/data.zip", .account) { [pages] request, context in
      let personal = try await pages.owner(of: request, context, .account)
      return try await MyDataArchive(
        of: try personal.account.id, isCounted: request.method == .get, personal.visit.site
      ).response
    }
    form("account/erasure", .door) { act in
      let account = try act.personal.account
      guard act.form["confirmation"]?.lowercased() == MyDataPage.confirmation else {
        return .page(try MyDataPage.page(act.personal, problem: "Nothing was erased: the words were other ones."))
      }
      try await act.site.people.erase(account.id, in: act.site.data, mails: act.site.settings.mailFolder)
      act.site.doorkeeper.forget(account.id)
      await act.site.takeUp()
      return .seeOther(LeavingNotice.erased, cookies: [SecretCookie.device.removing, SecretCookie.browser.removing])
    }
  }
}

/// What one may do with one's own data.
enum MyDataPage {
  /// What has to be typed.
  static let confirmation = "erase me"

  static func page(_ personal: Personal, problem: String? = nil) throws -> Page {
    let account = try personal.account
    return Page(
      title: "My data", section: .account, styles: ["account"], status: problem == nil ? 200 : 400, isUnlisted: true,
      body: """
        <div class="door is-wide"><h1>My data</h1>
        <section class="section" aria-labelledby="take"><div class="section-head"><h2 id="take">Take it along</h2></div>
        <p>One archive with everything that this site holds of <span dir="auto">\(account.name)</span>: the account, the profile, the plan with its notes, what you wrote, mails, and what was done with the account; and every file that you sent: your picture, pictures in messages, and slides, posters and recordings of papers.</p>
        <p class="actions"><a class="button" href="/account/data.zip">Download my data</a><a class="button is-quiet" href="/account/data.json">Only the texts, without files</a></p></section>
        <section class="section" aria-labelledby="erase"><div class="section-head"><h2 id="erase">Erase me</h2></div>
        <p>Your name, address, profile, picture, plan and notes go at once and for good, and you are signed out everywhere. What you wrote to others stays without your address, by “a former participant”, as which you also stand where your name after an @ is a link. Your name stays where others only wrote it, and on papers that you are an author of. \(KeptForList.reports) \(KeptForList.afterErasure(personal.visit.choices.backups, scrubsAtOnce: personal.visit.site.database.scrubsAtOnce))</p>
        \(problem.map { "<p class=\"problem\" role=\"alert\">\($0)</p>" as HTML })
        <form action="/account/erasure" method="post" class="stack">\(personal.tokenField)
        <label for="confirmation">Type “\(confirmation)”</label>
        <input class="field" id="confirmation" name="confirmation" required autocomplete="off" autocapitalize="none" maxlength="40">
        <button class="button" type="submit">Erase me for good</button></form></section></div>
        """)
  }
}
