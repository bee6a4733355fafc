import Conference
import Markup

/// Somebody, as far as they want to be seen by participants.
enum PersonPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let (account, written) = try await person(personal)
    let profile = written ?? Profile()
    let isMine = account.id == personal.access.account?.id
    let told = facts(account, profile, visit)
    let (ways, work) = (links(profile), try await papers(account, visit))
    let isSilent = told.isEmpty && ways.isEmpty && work.isEmpty
    return Page(
      title: account.name, section: .other, styles: ["account", "event", "profile", "respect"], isUnlisted: true,
      body: """
        <div class="page-head"><div class="person-head">\(picture(account, profile))<div><h1 dir="auto">\(account.name)\(
          shown(profile, .pronouns, profile.pronouns).map { " <span class=\"muted pronouns\">\($0)</span>" as HTML })</h1>
        \(shown(profile, .affiliation, account.affiliation).map { "<p dir=\"auto\">\($0)</p>" as HTML })</div></div>
        \(HTML.when(isMine, "<a class=\"button\" href=\"/account/profile\">Change my profile</a>"))\(HTML.when(!isMine && profile.isReachable, write(to: account, personal)))</div>
        \(HTML.when(!told.isEmpty, "<dl class=\"facts\">\(told)</dl>"))
        \(ways)\(work)\(HTML.when(isSilent, "<p class=\"muted\">\(isMine ? "You have" : "They have") not said more here.</p>"))
        \(isMine ? .empty : try await PersonRespect.html(account, personal))
        """)
  }

  /// To write to somebody who allows it.
  private static func write(to account: Account, _ personal: Personal) -> HTML {
    """
    <form action="\(url: "/people/\(account.id)/channel")" method="post">\(personal.tokenField)<button class="button is-main" type="submit">Write to \(account.name)</button></form>
    """
  }

  /// Whom the address names; throws unless they are here.
  private static func person(_ personal: Personal) async throws -> (account: Account, profile: Profile?) {
    let id = try personal.visit.parameter("id")
    guard let found = try await personal.visit.site.people.profile(of: id), found.account.standing == .active else {
      throw ConferenceError.notFound("person")
    }
    return found
  }

  static func picture(_ account: Account, _ profile: Profile) -> HTML {
    guard profile.portrait != nil, profile.shows(.portrait) else { return Portrait.initials(account.name) }
    return
      "<img class=\"portrait\" src=\"\(url: "/people/\(account.id)/portrait.jpg")\" alt=\"\" width=\"96\" height=\"96\">"
  }

  private static func shown(_ profile: Profile, _ part: Profile.Part, _ value: String?) -> String? {
    profile.shows(part) ? value : nil
  }

  private static func facts(_ account: Account, _ profile: Profile, _ visit: Visit) -> [HTML] {
    let time = profile.zone.flatMap { Zones.named($0) }.map {
      "\(TimeText.clock(visit.now, zone: $0)) (\($0.name(at: visit.now)))"
    }
    let languages = profile.languages.joined(separator: ", ")
    let facts = [
      ("Country", shown(profile, .country, account.country)), ("Local time", shown(profile, .zone, time)),
      ("Languages", shown(profile, .languages, languages.isEmpty ? nil : languages)),
    ]
    let plain = facts.compactMap { name, value in
      value.map { "<div><dt>\(name)</dt><dd dir=\"auto\">\($0)</dd></div>" as HTML }
    }
    guard profile.shows(.interests), !profile.interests.isEmpty else { return plain }
    let words = profile.interests.map {
      "<a class=\"tag\" href=\"\(url: "/papers?q=\(Query.encoded($0))")\" dir=\"auto\">\($0)</a>" as HTML
    }
    return plain + ["<div><dt>Interests</dt><dd>\(words.joined(separator: " "))</dd></div>"]
  }

  private static func links(_ profile: Profile) -> HTML {
    guard profile.shows(.links), !profile.links.isEmpty else { return .empty }
    return """
      <ul class="rows">\(profile.links.map { "<li><a href=\"\(url: $0)\" rel=\"nofollow noopener me\">\($0)</a></li>" as HTML })</ul>
      """
  }

  private static func papers(_ account: Account, _ visit: Visit) async throws -> HTML {
    let claims = try await visit.site.claims.states(of: account.id)
    let papers = Access(account, conduct: nil).own(visit.program.papers, claims)
    guard !papers.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="papers"><div class="section-head"><h2 id="papers">Papers</h2></div>
      <ul class="rows">\(papers.map { "<li><a dir=\"auto\" href=\"\(url: Address.of($0))\">\($0.title)</a></li>" as HTML })</ul></section>
      """
  }

  /// Somebody's picture, for those to whom they show it.
  static func portrait(_ personal: Personal) async throws -> OwnFile {
    let (account, profile) = try await person(personal)
    let isMine = account.id == personal.access.account?.id
    guard let profile, let name = profile.portrait, isMine || profile.shows(.portrait),
      let bytes = personal.visit.site.portraits.bytes(name)
    else { throw ConferenceError.notFound("picture") }
    return OwnFile(type: "image/jpeg", bytes: bytes)
  }
}
