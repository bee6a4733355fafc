import Conference
import Markup

/// What is announced now, on every page; the same for everybody, as pages are kept: what is for a session only is shown on its
/// page, and elsewhere by the script to who saved it.
enum AnnouncementBanner {
  /// The element that live updates put another in place of.
  static let id = "announced"

  static func html(_ visit: Visit) -> HTML {
    let path = String(visit.path.prefix { $0 != "?" })
    let shown = visit.announcements
    return """
      \(DismissedSheet.link(visit))\(section(shown, path: path))
      \(HTML.when(!shown.isEmpty, "<script src=\"\(url: visit.site.assets.address("js/announcements.js"))\"></script>"))
      """
  }

  /// - Parameter path: where it is to stand; nil for anywhere.
  static func section(_ shown: [Announcement], path: String?) -> HTML {
    guard !shown.isEmpty else { return "<div id=\"\(id)\" hidden></div>" }
    return """
      <section class="announcements" id="\(id)" aria-label="Announcements">\(shown.map { banner($0, path) })</section>
      """
  }

  private static func banner(_ announcement: Announcement, _ path: String?) -> HTML {
    let isElsewhere = announcement.session.map { path != "/sessions/\($0)" } ?? false
    return """
      <article class="announcement" data-announcement="\(announcement.reading.description)"\(announcement.session.map { " data-for-session=\"\($0)\"" as HTML })\(HTML.when(isElsewhere, " hidden"))>
      <div dir="auto"><strong>\(announcement.title)</strong> \(AnnouncementText.short(announcement))
      \(HTML.when(path != "/announcements", "<a href=\"\(url: "/announcements#\(announcement.id)")\">More<span class=\"sr\"> about \(announcement.title)</span></a>"))</div>
      <button class="button is-quiet" type="button" hidden data-dismiss>\(Icon.close)<span class="sr">Dismiss: \(announcement.title)</span></button></article>
      """
  }
}

extension Announcement {
  /// What is remembered when it was dismissed: another text is shown again.
  var reading: AnnouncementVersion {
    AnnouncementVersion(id: id, version: String(Fingerprint.text(of: (title + text).utf8).prefix(8)))
  }
}

extension AnnouncementText {
  /// The first sentences on one line, without markup.
  fileprivate static func short(_ announcement: Announcement) -> String {
    let text = Markdown.plain(announcement.text).replacing("\n", with: " ")
    return text.count > 180 ? text.prefix(180).split(separator: " ").dropLast().joined(separator: " ") + " …" : text
  }
}
