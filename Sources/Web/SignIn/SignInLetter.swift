import Conference

/// The mail to sign in with.
enum SignInLetter {
  static func letter(_ ticket: Ticket, _ visit: Visit, back: String) -> Letter {
    let link = visit.absolute("/sign-in/link/\(ticket.link.text)") + (back == "/" ? "" : "?back=\(Query.encoded(back))")
    return Letter(
      purpose: .signIn, subject: "Sign in to \(visit.conference.name): \(ticket.code.shown)",
      text: """
        Somebody, hopefully you, wants to sign in to \(visit.conference.name).

        In the browser that you asked with, open this link and press the button:

        \(link)

        In any other browser, type this code: \(ticket.code.shown)

        Both work once, until \(TimeText.clock(ticket.expires, zone: visit.zone)) (\(visit.zone.name(at: visit.now))). If it was not you, do nothing: nobody gets in without this mail.
        """)
  }
}
