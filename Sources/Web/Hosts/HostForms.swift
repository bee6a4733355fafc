import Conference
import Markup

/// What speakers and hosts write of their keynote, workshop or social.
enum OwnEventForm: HostForm {
  typealias Item = Event
  typealias Whole = EventForm
  static let shown = ["summary", "description", "notice", "website", "join", "links"]

  static func more(_ event: Event, _ personal: Personal) -> HTML {
    let visit = personal.visit
    let program = visit.site.edition.program
    let sessions = program.sessions(of: event)
    return """
      \(HTML.when(!sessions.isEmpty, "<section class=\"section\" aria-labelledby=\"times\"><div class=\"section-head\"><h2 id=\"times\">Its sessions</h2></div><ul class=\"rows\">\(sessions.map { HostedList.row($0, visit) })</ul></section>"))
      \(talk(event, visit))
      """
  }

  /// A talk is seen by its speakers before it is released.
  private static func talk(_ event: Event, _ visit: Visit) -> HTML {
    guard event.hasTalk else { return .empty }
    return """
      <section class="section" aria-labelledby="talk"><div class="section-head"><h2 id="talk">The talk</h2></div>
      \(TalkRelease.html(event, visit))
      \(event.video.map { TalkPlayer.html($0, title: event.title, action: "Play the talk") })</section>
      """
  }
}

/// What hosts write of a single session.
enum OwnSessionForm: HostForm {
  typealias Item = Session
  typealias Whole = SessionForm
  static let shown = ["description", "join"]

  static func more(_ session: Session, _ personal: Personal) -> HTML {
    let path = Address.questions(QuestionSubject(.session, session.id)) + "/host"
    return "<p><a class=\"button\" href=\"\(url: path)\">Its questions, as their host</a></p>"
  }
}

/// What those at a booth write of it.
enum OwnSponsorForm: HostForm {
  typealias Item = Sponsor
  typealias Whole = SponsorForm
  static let noun = "Booth"
  static let shown = ["description", "website", "join", "video", "contacts", "links"]

  /// The page of this sponsor itself, also where another's booth is shown.
  static func action(_ sponsor: Sponsor?) -> String { sponsor.map { "/sponsors/\($0.id)/mine" } ?? "" }

  static func more(_ sponsor: Sponsor, _ personal: Personal) -> HTML {
    let (path, sessions) = (action(sponsor), personal.visit.site.edition.program.sessions(of: sponsor))
    let removal: HTML = """
      <form action="\(url: path + "/logo/removal")" method="post" class="actions">\(personal.tokenField)<button class="button is-quiet" type="submit">Take the logo away</button></form>
      """
    return """
      <section class="section" aria-labelledby="logo-head"><div class="section-head"><h2 id="logo-head">Logo</h2></div>
      \(sponsor.logo.map { "<p><img class=\"logo-shown\" src=\"\(url: Address.link($0))\" alt=\"The logo as it is\"></p>" as HTML })\(HTML.when(sponsor.logo != nil, removal))
      <form class="stack" action="\(url: path + "/logo")" method="post" enctype="multipart/form-data">\(personal.tokenField)
      <label for="logo">A PNG or JPEG picture, at most 2 MB</label><input class="field" id="logo" name="logo" type="file" required accept="image/png,image/jpeg">
      <button class="button" type="submit">\(sponsor.logo == nil ? "Send" : "Replace")<span class="sr"> the logo</span></button></form></section>
      \(HTML.when(!sessions.isEmpty, "<section class=\"section\" aria-labelledby=\"times\"><div class=\"section-head\"><h2 id=\"times\">At the booth</h2></div><ul class=\"rows\">\(sessions.map { HostedList.row($0, personal.visit) })</ul></section>"))
      """
  }
}
