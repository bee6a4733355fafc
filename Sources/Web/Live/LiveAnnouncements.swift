import Conference
import Database
import Markup

/// What organizers announce, on every page at once.
enum LiveAnnouncements: LiveFeature {
  static let name = "announcements"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool { rest.isEmpty }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] { opening("", site) }

  static func opening(_ rest: String, _ site: Site) -> [LiveUpdate] {
    let (edition, now) = (site.edition, site.clock.now())
    let shown = edition.choices.announcements.filter { $0.isShown(at: now) }
    return [.put(AnnouncementBanner.section(shown, path: nil), id: AnnouncementBanner.id, in: "")]
  }
}
