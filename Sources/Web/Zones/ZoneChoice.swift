import Conference

/// A zone to choose, with its rules at hand, so that a list of all of them is made without reading files.
struct ZoneChoice: Sendable {
  let city: String
  /// In English, "" where there is none.
  let country: String
  let zone: Zone

  init(city: String, country: String, zone: Zone) {
    self.city = city
    self.country = country
    self.zone = zone
  }

  init?(_ name: ZoneName) {
    guard let zone = Zones.named(name.id) else { return nil }
    self.init(city: name.city, country: name.country, zone: zone)
  }

  struct Region: Sendable {
    let name: String
    let choices: [ZoneChoice]
  }

  /// Every zone of a place on Earth, by region and city; older and other names are only found by searching.
  static let regions: [Region] = {
    let byRegion = Dictionary(grouping: Zones.places.filter { $0.id.contains("/") }) { name in
      String(name.id.prefix { $0 != "/" })
    }
    let places = [
      "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
    ]
    return places.compactMap { place in
      let names = (byRegion[place] ?? []).sorted { ($0.city, $0.id) < ($1.city, $1.id) }
      let choices = distinct(names)
      return choices.isEmpty ? nil : Region(name: title(place), choices: choices)
    }
  }()

  /// What a search finds; besides, the offset that is always what an abbreviation such as "PST" says.
  static func matching(_ query: String, at now: Instant) -> [ZoneChoice] {
    let found = distinct(Zones.matching(query, at: now))
    guard let zone = Zones.understood(query), found.isEmpty || zone.id.hasPrefix("UTC"),
      !found.contains(where: { $0.zone == zone })
    else { return found }
    return found + [ZoneChoice(city: "Always \(zone.offsetText(at: now))", country: "", zone: zone)]
  }

  /// America/Indianapolis is an older name of America/Indiana/Indianapolis: who looks for the city sees it once.
  private static func distinct(_ names: [ZoneName]) -> [ZoneChoice] {
    var seen: Set<[String]> = []
    return names.filter { seen.insert([$0.city, $0.country]).inserted }.compactMap { ZoneChoice($0) }
  }

  private static func title(_ place: String) -> String {
    switch place {
    case "Indian": "Indian Ocean"
    case "America": "Americas"
    default: place
    }
  }
}
