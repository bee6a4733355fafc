import Conference
import Markup

/// All sponsors, the first tier with the greatest tiles.
enum SponsorsPage {
  static func page(_ visit: Visit) -> Page {
    let sponsors = visit.program.sponsors
    return Page(
      title: "Sponsors", section: .sponsors, description: "Who makes \(visit.conference.name) possible.",
      styles: ["sponsors"], canonical: "/sponsors",
      body: """
        <div class="page-head"><div><h1>Sponsors</h1>\(HTML.when(!sponsors.isEmpty, intro(visit)))</div>\(expos(visit))</div>
        \(sponsors.isEmpty ? empty : tiers(sponsors))
        """)
  }

  private static func intro(_ visit: Visit) -> HTML {
    let hasBooths = visit.program.sponsors.contains { $0.join != nil }
    return "<p>They make this conference possible.\(HTML.when(hasBooths, " Visit them at their booths."))</p>"
  }

  private static func expos(_ visit: Visit) -> HTML {
    let count = visit.program.events(.expo).count
    return HTML.when(
      count > 0,
      """
      <div class="chips"><a class="chip" href="/expos"><span class="chip-body">Expos <span class="count">\(count)</span></span></a></div>
      """)
  }

  private static let empty: HTML = """
    <div class="empty"><p>No sponsors have been announced. They will be here, each with its booth and the times at which \
    somebody is there.</p><p class="actions"><a class="button" href="/schedule">Open the schedule</a></p></div>
    """

  private static func tiers(_ sponsors: [Sponsor]) -> HTML {
    let names = sponsors.reduce(into: [String?]()) { names, sponsor in
      if !names.contains(sponsor.tier) { names.append(sponsor.tier) }
    }
    return names.enumerated().map { number, name in
      tier(name, sponsors.filter { $0.tier == name }, number: number, hasOthers: names.count > 1)
    }.joined()
  }

  private static func tier(_ name: String?, _ sponsors: [Sponsor], number: Int, hasOthers: Bool) -> HTML {
    let size = !hasOthers || number > 1 ? "" : number == 0 ? " is-first" : " is-second"
    let heading = name ?? (hasOthers ? "Others" : "All sponsors")
    return """
      <section class="tier\(size)" aria-labelledby="tier-\(number)"><h2 id="tier-\(number)" dir="auto">\(heading)</h2>
      <ul class="tier-grid" role="list">\(sponsors.map(tile))</ul></section>
      """
  }

  private static func tile(_ sponsor: Sponsor) -> HTML {
    """
    <li><a class="card sponsor-tile" href="\(url: Address.of(sponsor))" data-card>\(SponsorLogo.html(sponsor))\(
      HTML.when(sponsor.logo != nil, "<span class=\"sponsor-name\" dir=\"auto\">\(sponsor.name)</span>"))</a></li>
    """
  }
}

/// A sponsor's logo; where there is none, its name takes the place.
enum SponsorLogo {
  static func html(_ sponsor: Sponsor) -> HTML {
    guard let logo = sponsor.logo else {
      return "<span class=\"sponsor-logo is-name\" dir=\"auto\">\(sponsor.name)</span>"
    }
    return "<span class=\"sponsor-logo\"><img src=\"\(url: Address.link(logo))\" alt=\"\" loading=\"lazy\"></span>"
  }
}
