import Conference
import Database
import Markup

/// What organizers announce, on every page at once: to visitors what is for everybody, to participants what is for all of them. What
/// is for those of a session a page asks for by itself, as it is told that there is some.
enum LiveAnnouncements: LiveFeature {
  static let name = "announcements"
  private static let participants = "participants"

  /// What pages of an audience follow.
  static func topic(of audience: Audience) -> String { audience == .visitor ? name : "\(name)/\(participants)" }

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty || (rest == participants && access.isLetIn)
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    try await opening(event.topic == name ? "" : participants, site)
  }

  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate] {
    updates(SharedAnnouncements(for: rest.isEmpty ? .visitor : .participant, site))
  }

  static func updates(_ shown: SharedAnnouncements) -> [LiveUpdate] {
    let section = AnnouncementBanner.section(shown.all, path: nil, own: shown.own.map(AnnouncementBanner.Own.elsewhere))
    return [.put(section, id: AnnouncementBanner.id, in: "")]
  }
}

/// What all of an audience are told now.
struct SharedAnnouncements: Equatable {
  static let nothing = SharedAnnouncements(all: [], own: nil)
  let all: [Announcement]
  /// The state of what some are told besides, of their sessions; nil where nobody is.
  let own: String?
}

extension SharedAnnouncements {
  init(for audience: Audience, _ site: Site) {
    let (choices, now) = (site.edition.choices, site.clock.now())
    let shown = choices.announcements.filter { $0.isShown(at: now) }
    all = shown.filter { $0.isShared(with: audience, choices.policies, at: now) }
    own = audience == .visitor ? nil : shown.sessionState
  }
}

extension [Announcement] {
  /// Another one when something else is announced to those of sessions; nil where nothing is.
  var sessionState: String? {
    let readings = filter { $0.session != nil }.map(\.reading.description)
    return readings.isEmpty ? nil : String(Fingerprint.text(of: readings.joined(separator: " ").utf8).prefix(8))
  }
}
