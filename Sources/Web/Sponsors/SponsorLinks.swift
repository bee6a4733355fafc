import Conference
import Markup

/// What a sponsor offers: jobs and papers apart from the rest.
enum SponsorLinks {
  static func html(_ sponsor: Sponsor) -> HTML {
    let groups = Dictionary(grouping: sponsor.links, by: Group.of)
    return Group.allCases.enumerated().map { number, group in
      groups[group].map { section(group, $0, id: "links-\(number)") } ?? .empty
    }.joined()
  }

  enum Group: String, CaseIterable {
    case jobs = "Jobs"
    case papers = "Papers"
    case more = "More from them"

    private static let jobWords: Set<String> = [
      "job", "jobs", "career", "careers", "apply", "intern", "interns", "internship", "internships", "hiring",
      "opening", "openings", "position", "positions", "vacancies", "recruiting", "residency",
    ]
    private static let paperHosts = ["arxiv.org", "aclweb.org", "aclanthology.org", "openreview.net", "doi.org"]

    static func of(_ link: Link) -> Group {
      let words = Folding.words(of: link.label)
      if words.contains(where: jobWords.contains) { return .jobs }
      if words.contains(where: { ["paper", "papers", "publication", "publications"].contains($0) }) { return .papers }
      let host = TalkPlayer.host(link.url)
      return paperHosts.contains { host == $0 || host.hasSuffix("." + $0) } ? .papers : .more
    }
  }

  private static func section(_ group: Group, _ links: [Link], id: String) -> HTML {
    """
    <section aria-labelledby="\(id)"><h2 id="\(id)">\(group.rawValue)</h2><ul class="link-list">\(links.map { link in
      "<li><a href=\"\(url: Address.link(link.url))\" rel=\"noopener\" dir=\"auto\">\(link.label)</a></li>" as HTML
    })</ul></section>
    """
  }
}
