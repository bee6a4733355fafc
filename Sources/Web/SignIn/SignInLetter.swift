import Conference
import Letters

/// The mail to sign in with.
enum SignInLetter {
  static func letter(_ ticket: Ticket, _ visit: Visit, back: String) -> Letter {
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
}
