import Conference
import Letters

/// What letters say of the conference, and where it is.
struct Letterhead: Sendable {
  let conference: String
  let stationery: Stationery
  let zone: Zone
  private let address: String

  init(_ visit: Visit) { self.init(visit.conference, visit.program.zone, visit.site) }

  /// For who does something without a page.
  init(_ site: Site) { self.init(site.edition.program.conference, site.edition.program.zone, site) }

  private init(_ conference: ConferenceInfo?, _ zone: Zone, _ site: Site) {
    (self.conference, self.zone) = (conference?.name ?? "the conference", zone)
    stationery = conference?.stationery ?? Stationery(name: self.conference)
    address = site.settings.address
  }

  func absolute(_ path: String) -> String { address + path }
}
