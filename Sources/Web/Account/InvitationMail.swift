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

extension Site {
  var invitationWishes: InvitationWishes { InvitationWishes(database, clock: clock) }
}
