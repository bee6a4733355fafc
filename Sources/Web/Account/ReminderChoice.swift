import Conference
import Markup

extension Routes {
  /// Whether somebody wants a mail before what they saved: in the account, and by the link in each of those mails.
  func addReminders() {
    form("account/reminders", .participant) { act in
      try await act.site.reminders.want(act.form["wanted"] == "yes", by: try act.personal.account.id)
      return .seeOther("/account#reminders")
    }
    addDeclining(.reminders)
  }
}

extension DeclinableMail {
  fileprivate static let reminders = DeclinableMail(
    path: "reminder-mail", title: "Reminders by mail",
    wanted: "You get a mail \(Reminders.lead) minutes before each session that you saved.",
    declined: "No mail is sent before the sessions that you saved. They still stand in your plan.",
    isWanted: { site, token in try await site.reminders.areWanted(token) },
    want: { site, isWanted, token in try await site.reminders.want(isWanted, token) })
}

extension Site {
  var reminders: Reminders { Reminders(database, clock: clock) }
}

/// The part of the account's page.
enum ReminderChoice {
  static func section(_ personal: Personal) async throws -> HTML {
    guard personal.access.isLetIn else { return .empty }
    let areWanted = try await personal.visit.site.reminders.areWanted(by: try personal.account.id)
    return """
      <section class="section" aria-labelledby="reminders"><div class="section-head"><h2 id="reminders">Reminders</h2></div>
      <p>\(areWanted ? "You get a mail \(Reminders.lead) minutes before each session that you saved." : "No mail is sent before the sessions that you saved.")</p>
      <form action="/account/reminders" method="post">\(personal.tokenField)<input type="hidden" name="wanted" value="\(areWanted ? "no" : "yes")">
      <button class="button" type="submit">\(areWanted ? "Send no reminders" : "Remind me by mail")</button></form></section>
      """
  }
}
