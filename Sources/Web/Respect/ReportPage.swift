import Conference
import Markup

/// Where one reports something: what it is, to whom it goes, and one button.
enum ReportPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (kind, id) = (try personal.visit.parameter("kind"), try personal.visit.parameter("id"))
    let reported = try await reported(personal)
    let channel = reported.kind == .person ? reported.channel.map { "?channel=\(Query.encoded($0))" } ?? "" : ""
    return try await page(reported, action: "/report/\(kind)/\(id)\(channel)", personal)
  }

  static func general(_ personal: Personal) async throws -> Page {
    try await page(.incident, action: "/report", personal)
  }

  /// What the address names, as its reader may see it.
  static func reported(_ personal: Personal) async throws -> Reported {
    let visit = personal.visit
    guard let kind = Reported.Kind(folder: try visit.parameter("kind")) else {
      throw ConferenceError.notFound("this page")
    }
    return try await visit.site.conductCases.find(
      kind, try visit.parameter("id"), channel: visit.query["channel"], by: ChannelDoor(personal.access, visit.program))
  }

  private static func page(_ reported: Reported, action: String, _ personal: Personal) async throws -> Page {
    let me = try personal.account
    let receivers = try await personal.visit.site.conductCases.receivers(of: reported, by: me.id)
    let isIncident = reported.kind == .incident
    let choice: HTML = try await isIncident ? subjects(receivers.outside, personal) : .empty
    return Page(
      title: "Report", section: .other, styles: ["account", "respect"], isUnlisted: true,
      body: """
        <div class="door is-wide"><h1>Report \(reported.kind.word)</h1>
        \(HTML.when(!isIncident, ReportedCopy.html(reported)))\(try await place(of: reported, personal))
        \(to(receivers, isIncident, from: me))
        <form class="stack" action="\(url: action)" method="post">\(personal.tokenField)
        <label for="words">\(isIncident ? "What happened, where, and when" : "What should they know? <span class=\"muted\">(optional)</span>" as HTML)</label>
        <textarea class="field" id="words" name="words" rows="\(isIncident ? 8 : 4)" maxlength="\(ConductCases.longestWords)"\(HTML.when(isIncident, " required")) dir="auto"></textarea>
        \(choice)
        <button class="button is-main" type="submit">Send the report</button></form>
        <p class="muted">\(isIncident ? "Whom you tick" : "Whoever it is about") does not learn of it from us, or who reported it. You can follow it, and write to the desk, \
        under <a href="/account/reports">My reports</a>.</p></div>
        """)
  }

  /// The channel in which a person is met: the report says it, too.
  private static func place(of reported: Reported, _ personal: Personal) async throws -> HTML {
    guard reported.kind == .person, let key = reported.channel.flatMap({ ChannelKey($0) }) else { return .empty }
    let door = personal.door
    let channel = try await personal.visit.site.database.read { try door.channel(key, $0) }
    return """
      <p>In the channel <a href="\(url: "/chat/\(key)")" dir="auto">\(channel.title)</a>; the report says so.</p>
      """
  }

  /// The choice of those whom something that happened is about: nobody else knows.
  private static func subjects(_ outside: String?, _ personal: Personal) async throws -> HTML {
    let readers = try await personal.visit.site.conductCases.possibleReaders(for: try personal.account.id)
    let address = outside.map { outside in
      """
      <label class="choice"><input type="checkbox" name="about-outside" value="1"> <span>Whoever reads <span dir="ltr">\(outside)</span>: \
      send it to the conduct desk here instead</span></label>
      """ as HTML
    }
    return """
      <fieldset><legend>Is it about somebody of these?</legend>
      <p class="muted">Whom you tick never sees it, even as an organizer. If that leaves nobody of the desk, the other organizers look at it. \
      Who comes to the desk later sees it, too: say in your words if it is about anybody else who helps to run the conference.</p>
      \(address)\(readers.map { subject($0) })</fieldset>
      """
  }

  private static func subject(_ account: Account) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="about" value="\(account.id)"> <span dir="auto">\(account.name)</span></label>
    """
  }

  private static func to(
    _ receivers: (names: [String], outside: String?), _ isIncident: Bool, from reporter: Account
  ) -> HTML {
    if let outside = receivers.outside {
      let address = reporter.email.map { " and your address <strong dir=\"ltr\">\($0.text)</strong>" as HTML }
      return """
        <p>It goes by mail to <strong dir="ltr">\(outside)</strong>, outside of this conference, and to nobody here. \
        The mail has your name\(address), so that they can answer you.</p>
        """
    }
    guard !receivers.names.isEmpty else {
      return
        "<p class=\"notice\">Nobody is on the conduct desk who could look at it but you and whom it is about. It is kept until somebody is.</p>"
    }
    let names = receivers.names.map { "<strong dir=\"auto\">\($0)</strong>" as HTML }.joined(separator: ", ")
    let promise: HTML =
      isIncident
      ? "Nobody else sees it, and nobody whom you tick below."
      : "Nobody else sees it; whom it is about never does, even if they are of the desk."
    return "<p>It goes to the conduct desk: \(names). \(promise)</p>"
  }
}

/// The way to the report of a person, or to their page, from the channel in which they are met.
enum PersonInChannel {
  static func report(_ person: String, _ key: ChannelKey?) -> String { "/report/people/\(person)" + query(key) }
  static func page(_ person: String, _ key: ChannelKey?) -> String { "/people/\(person)" + query(key) }

  private static func query(_ key: ChannelKey?) -> String {
    key.map { "?channel=\(Query.encoded($0.description))" } ?? ""
  }
}

/// What was reported, as it was then.
enum ReportedCopy {
  static func html(_ reported: Reported) -> HTML {
    guard !reported.copy.isEmpty else { return .empty }
    return """
      <figure class="reported"><blockquote dir="auto">\(reported.copy)</blockquote>\(reported.personName.map { "<figcaption dir=\"auto\">\($0)</figcaption>" as HTML })</figure>
      """
  }
}

/// The way to the desk, on the page of the code of conduct.
enum ReportInvitation {
  static func html(_ visit: Visit) async throws -> HTML {
    guard visit.hasDoors else { return .empty }
    let outside = try await ConductDesk.current(visit.site.database).outside
    let names = outside == nil ? try await visit.site.conductCases.desk() : []
    let people: HTML = visit.audience == .visitor ? .empty : sentence(names, outside)
    return """
      <section class="section" id="report" aria-labelledby="report-name"><h2 id="report-name">When somebody breaks it</h2>
      <p>Report it: there is a link beside messages, questions and people, and <a href="/report">one for everything else</a>. \(people) \
      Who cannot sign in tells the <a href="/help/desk">help desk</a>.</p></section>
      """
  }

  private static func sentence(_ names: [String], _ outside: String?) -> HTML {
    if let outside { return "Reports go to <strong dir=\"ltr\">\(outside)</strong>, outside of this conference." }
    guard !names.isEmpty else { return .empty }
    return
      "On the conduct desk are \(names.map { "<strong dir=\"auto\">\($0)</strong>" as HTML }.joined(separator: ", "))."
  }
}
