import Conference
import Letters

/// The mail to sign in with.
enum SignInLetter {
  /// - Parameter account: whose address it is; nil where it is nobody's yet.
  static func letter(_ ticket: Ticket, to account: Account?, _ visit: Visit, back: String) -> Letter {
    if account?.standing == .removed { return removed(visit) }
    let link = visit.absolute("/sign-in/link/\(ticket.link.text)") + (back == "/" ? "" : "?back=\(Query.encoded(back))")
    let time = "\(TimeText.clock(ticket.expires, zone: visit.zone)) (\(visit.zone.name(at: visit.now)))"
    return Letter(
      on: visit.conference.stationery, purpose: .signIn,
      subject: "Sign in to \(visit.conference.name): \(ticket.code.shown)",
      [
        .words("Somebody, hopefully you, wants to sign in to \(visit.conference.name)."),
        .words("In the browser that you asked with, open this link and press the button:"),
        .button("Sign in", url: link),
        .code("In any other browser, type this code", ticket.code.shown),
        .words(
          "Both work once, until \(time). If it was not you, do nothing: nobody gets in without this mail."),
      ])
  }

  /// To who is not on the list any more, whether they want to sign in or to register.
  private static func removed(_ visit: Visit) -> Letter {
    let name = visit.conference.name
    return Letter(
      on: visit.conference.stationery, purpose: .signIn, subject: "You are not on the list of \(name)",
      [
        .words("Somebody, hopefully you, wants to come in to \(name)."),
        .words(
          "This address was taken off the list of who may, so that it can neither sign in nor register. If that is a mistake, tell the help desk:"
        ),
        .button("Help", url: visit.absolute("/help")),
      ])
  }
}
