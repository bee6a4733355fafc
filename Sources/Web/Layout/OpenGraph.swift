import Conference
import Markup

/// What other sites show of a page that somebody links to (https://ogp.me).
struct OpenGraph: Sendable {
  /// A paper or an event; anything else is of the website.
  var isArticle = false
  /// A file below "media/" or an address; the conference's logo where it is none that others can show.
  var image: String?
  /// "2026-04-27"
  var published: String?
  var section: String?
  var tags: [String] = []

  /// What the elements of an article are called by.
  static let namespaces: HTML = " prefix=\"og: https://ogp.me/ns# article: https://ogp.me/ns/article#\""

  func html(_ page: Page, at address: String, _ visit: Visit) -> HTML {
    let name = visit.conference.name
    let own = image.flatMap { Self.picture($0, visit) }
    let picture = own ?? visit.conference.logo.flatMap { Self.picture($0, visit) }
    var tags: [(String, String?)] = [
      ("og:title", page.title), ("og:site_name", name), ("og:url", address),
      ("og:type", isArticle ? "article" : "website"), ("og:description", page.description), ("og:image", picture),
      ("og:image:alt", picture.map { _ in own == nil ? name : page.title }),
    ]
    if isArticle {
      tags += [("article:published_time", published), ("article:section", section)]
      tags += self.tags.map { ("article:tag", $0) }
    }
    return tags.compactMap { name, value in value.map { "<meta property=\"\(name)\" content=\"\($0)\">\n" as HTML } }
      .joined()
  }

  /// The address of a picture from outside; nil of what is drawn in lines, which nobody shows, and of what is no address.
  private static func picture(_ reference: String, _ visit: Visit) -> String? {
    guard !reference.lowercased().hasSuffix(".svg") else { return nil }
    if reference.hasPrefix("media/") { return visit.absolute(Address.link(reference)) }
    return reference.hasPrefix("https://") || reference.hasPrefix("http://") ? reference : nil
  }
}
