/// The names of all zones, from tzdata.zi (zones and links), zone.tab, zone1970.tab and iso3166.tab (countries).
struct ZoneTable: Sendable {
  /// Sorted by id.
  let names: [ZoneName]
  /// Old or second name to the zone it stands for.
  let links: [String: String]
  /// UTC, and the ids that stand for a place of their own, not for an older spelling of it.
  let places: Set<String>
  /// The ids by their lower-case spelling.
  let spellings: [String: String]

  init(_ directory: ZoneDirectory?) {
    let ids = directory.map { Self.ids(in: $0) } ?? (zones: [], links: [:])
    let countries = directory.map { Self.countries(in: $0) } ?? [:]
    let known = Set(ids.zones).union(ids.links.keys).union(countries.keys).union([Zone.utc.id])
    links = ids.links
    places = Set(countries.keys).union([Zone.utc.id])
    names = known.filter(Self.isOffered).sorted().map { id in
      ZoneName(id: id, country: countries[id] ?? Self.countryOfSameCity(id, ids.links, countries) ?? "")
    }
    spellings = Dictionary(names.map { ($0.id.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// The zone that a link stands for at last; nil if the id is no link.
  func target(of id: String) -> String? {
    Self.follow(id, links)
  }

  private static func follow(_ id: String, _ links: [String: String]) -> String? {
    var target = links[id]
    // A few steps are enough for every real link, and a bound for a ring of them.
    for _ in 0..<4 {
      guard let next = target.flatMap({ links[$0] }) else { break }
      target = next
    }
    return target
  }

  /// The country of the zone that a name stands for, if that is the same city: Timbuktu stands for Abidjan, and is not
  /// in Côte d'Ivoire.
  private static func countryOfSameCity(
    _ id: String, _ links: [String: String], _ countries: [String: String]
  ) -> String? {
    guard let target = follow(id, links), ZoneName.city(of: target) == ZoneName.city(of: id) else { return nil }
    return countries[target]
  }

  /// Leaves out Etc/GMT+5, which means UTC−5 and misleads everyone.
  private static func isOffered(_ id: String) -> Bool {
    let isReversed = id.hasPrefix("Etc/GMT") && id != "Etc/GMT" || id.hasPrefix("GMT") && id != "GMT"
    return ZoneDirectory.isShapedLikeZone(id) && !isReversed && !id.hasPrefix("SystemV/")
  }

  private static func ids(in directory: ZoneDirectory) -> (zones: [String], links: [String: String]) {
    var (zones, links): ([String], [String: String]) = ([], [:])
    for line in directory.lines(of: "tzdata.zi") where line.hasPrefix("Z ") || line.hasPrefix("L ") {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count >= 3 else { continue }
      if fields[0] == "Z" { zones.append(fields[1]) } else { links[fields[2]] = fields[1] }
    }
    return (zones, links)
  }

  /// Zone to country; zone.tab, with one country a row, is asked before zone1970.tab.
  private static func countries(in directory: ZoneDirectory) -> [String: String] {
    var (names, countries): ([String: String], [String: String]) = ([:], [:])
    for line in directory.lines(of: "iso3166.tab") {
      let fields = line.split(separator: "\t").map(String.init)
      if fields.count >= 2 { names[fields[0]] = fields[1] }
    }
    for line in directory.lines(of: "zone.tab") + directory.lines(of: "zone1970.tab") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 3, countries[fields[2]] == nil else { continue }
      countries[fields[2]] = names[String(fields[0].prefix(2))] ?? ""
    }
    return countries
  }
}
