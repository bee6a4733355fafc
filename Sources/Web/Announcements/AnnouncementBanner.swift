import Conference
import Markup

/// What is announced now, on every page. Pages that an audience shares have what is for all of it; what is for those of a session stands
/// on pages that are one person's own, and a script brings it to the others.
enum AnnouncementBanner {
  /// The element that live updates put another in place of.
  static let id = "announced"

  /// What is announced to those of sessions, in a state of it.
  enum Own {
    /// It is in the page, as far as it is for who sees that.
    case here(String)
    /// A script has to ask for it.
    case elsewhere(String)

    fileprivate var attributes: HTML {
      switch self {
      case .here(let state): " data-own=\"\(state)\" data-owned"
      case .elsewhere(let state): " data-own=\"\(state)\""
      }
    }
  }

  static func html(_ visit: Visit) -> HTML {
    let path = String(visit.path.prefix { $0 != "?" })
    let (shown, own) = (visit.announcements, visit.ownState)
    return """
      \(DismissedSheet.link(visit))\(DismissedMark.empty(visit))\(section(shown, path: path, own: own))
      \(HTML.when(!shown.isEmpty || own != nil, "<script src=\"\(url: visit.site.assets.address("js/announcements.js"))\"></script>"))
      """
  }

  /// - Parameter path: where it is to stand; nil for anywhere.
  static func section(_ shown: [Announcement], path: String?, own: Own?) -> HTML {
    guard !shown.isEmpty || own != nil else { return "<div id=\"\(id)\" hidden></div>" }
    return """
      <section class="announcements" id="\(id)" aria-label="Announcements"\(own?.attributes)\(HTML.when(shown.isEmpty, " hidden"))>\(shown.map { banner($0, path) })</section>
      """
  }

  private static func banner(_ announcement: Announcement, _ path: String?) -> HTML {
    """
    <article class="announcement" data-announcement="\(announcement.reading.description)"\(HTML.when(announcement.session != nil, " data-mine"))>
    <div dir="auto"><strong>\(announcement.title)</strong> \(AnnouncementText.short(announcement))
    \(HTML.when(path != announcement.page && !AnnouncementText.isWhole(announcement), "<a href=\"\(url: "\(announcement.page)#\(announcement.id)")\">More<span class=\"sr\"> about \(announcement.title)</span></a>"))</div>
    <button class="button is-quiet" type="button" hidden data-dismiss>\(Icon.close)<span class="sr">Dismiss: \(announcement.title)</span></button></article>
    """
  }
}

extension Announcement {
  /// Where all of it is read: what is for those of a session, on a page of one's own.
  fileprivate var page: String { session == nil ? "/announcements" : DismissedPage.path }
}

extension Announcement {
  /// What is remembered when it was dismissed: another text is shown again.
  var reading: AnnouncementVersion {
    AnnouncementVersion(id: id, version: String(Fingerprint.text(of: (title + text).utf8).prefix(8)))
  }
}

extension AnnouncementText {
  /// Whether the banner has all of it: no paragraphs, links or other markup, and not too long.
  fileprivate static func isWhole(_ announcement: Announcement) -> Bool { short(announcement) == announcement.text }

  /// The first sentences on one line, without markup.
  fileprivate static func short(_ announcement: Announcement) -> String {
    let text = Markdown.plain(announcement.text).replacing("\n", with: " ")
    return text.count > 180 ? text.prefix(180).split(separator: " ").dropLast().joined(separator: " ") + " …" : text
  }
}
