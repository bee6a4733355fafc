import Conference
import Markup

extension Routes {
  /// Whether somebody may be written to about the conference: by the link in an invitation, also for who never signed in.
  func addInvitationMail() { addDeclining(.invitations) }
}

extension DeclinableMail {
  fileprivate static let invitations = DeclinableMail(
    path: InvitationWishes.path, title: "Mails about this conference",
    wanted: "You may be written to about this conference: invitations, announcements, and what concerns you.",
    declined:
      "You are not written to about this conference any more. What you ask for yourself, such as a link to sign in, still comes.",
    isWanted: { site, token in try await site.invitationWishes.areWanted(token) },
    want: { site, isWanted, token in try await site.invitationWishes.want(isWanted, token) })
}

/// The part of the account's page, for who came in after all.
enum InvitationMailChoice {
  static func section(_ personal: Personal) async throws -> HTML {
    guard let token = try await personal.visit.site.invitationWishes.declining(try personal.account.id) else {
      return .empty
    }
    return """
      <section class="section" aria-labelledby="mails"><div class="section-head"><h2 id="mails">Mails about this conference</h2></div>
      <p>You asked not to be written to: neither announcements nor changes come by mail.</p>
      <form action="\(url: "/\(InvitationWishes.path)/\(token.text)/wish")" method="post">\(personal.tokenField)<input type="hidden" name="wanted" value="yes">
      <button class="button" type="submit">Send them again</button></form></section>
      """
  }
}

extension Site {
  var invitationWishes: InvitationWishes { InvitationWishes(database, clock: clock) }
}
