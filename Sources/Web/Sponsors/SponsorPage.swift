import Conference
import Markup

/// A sponsor's booth: who it is, when somebody is there, whom to write to, and what it offers.
enum SponsorPage {
  static func page(_ visit: Visit) throws -> Page {
    guard let sponsor = visit.program.sponsor(try visit.parameter("id")) else {
      throw ConferenceError.notFound("sponsor")
    }
    let description = sponsor.description.map { String(Markdown.plain(String($0.prefix(300))).prefix(160)) }
    return Page(
      title: sponsor.name, section: .sponsors, description: description,
      styles: ["paper", "event", "sponsors", "questions", "tabs"], scripts: ["part"] + Tabs.scripts,
      head: Tabs.head(visit), graph: OpenGraph(image: sponsor.logo), canonical: "/sponsors/\(sponsor.id)",
      body: body(sponsor, visit))
  }

  private static func body(_ sponsor: Sponsor, _ visit: Visit) -> HTML {
    let chat = ChatBeside.html(ChannelKey(kind: .sponsors, name: sponsor.id), visit)
    return """
      <p class="crumb"><a href="/sponsors">Sponsors</a></p>
      <article>
      \(header(sponsor, visit))
      \(Tabs.html("Booth", questions: .empty, chat: chat))
      <div class="split is-tabbed" id="page"><div class="main-part">\(main(sponsor, hasChat: !chat.isEmpty))</div>
      <div class="aside-part">\(logo(sponsor))\(times(sponsor, visit))\(SponsorContacts.html(sponsor))\(chat)</div></div>
      </article>
      """
  }

  private static func header(_ sponsor: Sponsor, _ visit: Visit) -> HTML {
    """
    <header class="title-page"><span class="kind kind-sponsor" dir="auto">\(kind(sponsor))</span>
    <h1 dir="auto">\(sponsor.name)</h1><div class="actions">\(booth(sponsor, visit))\(sponsor.website.map { address in
      "<a class=\"button\" href=\"\(url: Address.link(address))\" rel=\"noopener\">\(Icon.link)Website</a>" as HTML
    })</div></header>
    """
  }

  /// "Gold sponsor"
  private static func kind(_ sponsor: Sponsor) -> String {
    guard let tier = sponsor.tier else { return "Sponsor" }
    return tier.lowercased().contains("sponsor") ? tier : tier + " sponsor"
  }

  /// Live while somebody is there, else just the way in.
  private static func booth(_ sponsor: Sponsor, _ visit: Visit) -> HTML {
    guard let join = sponsor.join else { return .empty }
    let isOpen = visit.program.sessions(of: sponsor).contains { Phase($0, now: visit.now).isOpen }
    return """
      <a class="button \(isOpen ? "is-live" : "is-main")" href="\(url: Address.link(join))" rel="noopener">\(
        isOpen ? "Join the booth" : "Go to the booth")</a>
      """
  }

  /// What the sponsor tells, else where there is more of it.
  private static func main(_ sponsor: Sponsor, hasChat: Bool) -> HTML {
    let told = [about(sponsor), video(sponsor), SponsorLinks.html(sponsor)].joined()
    guard told.isEmpty else { return told }
    let all: [String?] = [
      sponsor.join == nil ? nil : "go to the booth", sponsor.website == nil ? nil : "see the website",
      hasChat ? "write in the chat" : nil,
    ]
    let ways = all.compactMap { $0 }.joined(separator: " or ")
    return """
      <p class="muted"><span dir="auto">\(sponsor.name)</span> has not written anything here yet.\(
        HTML.when(!ways.isEmpty, " You can \(ways)."))</p>
      """
  }

  private static func about(_ sponsor: Sponsor) -> HTML {
    sponsor.description.map { description in
      """
      <section aria-labelledby="about"><h2 id="about">About</h2>\(Prose.html(description))</section>
      """ as HTML
    } ?? .empty
  }

  private static func video(_ sponsor: Sponsor) -> HTML {
    sponsor.video.map { reference in
      """
      <section aria-labelledby="video"><h2 id="video">Video</h2>
      \(TalkPlayer.html(reference, title: "Video of \(sponsor.name)", action: "Play the video"))</section>
      """
    } ?? .empty
  }

  private static func logo(_ sponsor: Sponsor) -> HTML {
    guard sponsor.logo != nil else { return .empty }
    return "<div class=\"card sponsor-tile\" aria-hidden=\"true\">\(SponsorLogo.html(sponsor))</div>"
  }

  private static func times(_ sponsor: Sponsor, _ visit: Visit) -> HTML {
    let sessions = visit.program.sessions(of: sponsor)
    guard !sessions.isEmpty else { return .empty }
    return """
      <section aria-labelledby="live"><h2 id="live">At the booth</h2>
      <ul class="meet" role="list">\(sessions.map { EventTimes.row($0, name: $0.title, visit) })</ul></section>
      """
  }
}
