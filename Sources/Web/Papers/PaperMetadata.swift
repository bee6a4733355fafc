import Conference
import Markup

/// What search engines and citation managers are told of a paper: Google Scholar's citation tags and schema.org.
enum PaperMetadata {
  private struct Article: Encodable {
    struct Author: Encodable {
      var type = "Person"
      var name: String
      var affiliation: String?
      enum CodingKeys: String, CodingKey { case type = "@type", name, affiliation }
    }

    var context = "https://schema.org"
    var type = "ScholarlyArticle"
    var headline: String
    var abstract: String?
    var author: [Author]
    var keywords: [String]
    var datePublished: String?
    var url: String
    enum CodingKeys: String, CodingKey {
      case context = "@context", type = "@type", headline, abstract, author, keywords, datePublished, url
    }
  }

  static func html(_ paper: Paper, _ visit: Visit) -> HTML {
    let address = visit.absolute(Address.of(paper))
    let article = Article(
      headline: paper.title, abstract: paper.abstract.nonEmpty,
      author: paper.authors.map { .init(name: $0.name.trimmingStars, affiliation: $0.affiliation) },
      keywords: paper.keywords, datePublished: visit.conference.start?.iso, url: address)
    return citation(paper, visit, address) + JSONLD.html(article)
  }

  /// What other sites show of it.
  static func graph(_ paper: Paper, _ visit: Visit) -> OpenGraph {
    OpenGraph(
      isArticle: true, image: paper.thumbnail, published: visit.conference.start?.iso, section: paper.track,
      tags: paper.keywords)
  }

  private static func citation(_ paper: Paper, _ visit: Visit, _ address: String) -> HTML {
    let conference = visit.conference
    var tags: [(String, String?)] = [("citation_title", paper.title)]
    tags += paper.authors.map { ("citation_author", $0.name.trimmingStars) }
    tags += [
      ("citation_publication_date", conference.publicationDate),
      ("citation_conference_title", conference.proceedings ?? conference.name), ("citation_abstract_html_url", address),
      ("citation_pdf_url", paper.pdf.map { $0.hasPrefix("media/") ? visit.absolute(Address.link($0)) : $0 }),
    ]
    tags += paper.keywords.map { ("citation_keywords", $0) }
    return tags.compactMap { name, value in value.map { "<meta name=\"\(name)\" content=\"\($0)\">\n" as HTML } }
      .joined()
  }
}

extension String {
  /// A name without the marks of equal contribution that submissions put behind it.
  fileprivate var trimmingStars: String { String(reversed().drop { $0 == "*" || $0 == "†" || $0 == " " }.reversed()) }
}
