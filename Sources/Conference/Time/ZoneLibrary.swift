import Synchronization

/// The zones of one folder, each read once, when it is first asked for.
final class ZoneLibrary: Sendable {
  static let ofThisMachine = ZoneLibrary(.ofThisMachine)

  let directory: ZoneDirectory?
  let table: ZoneTable
  let places: [ZonePlace]
  private let cache = Mutex<[String: Zone]>([:])

  init(_ directory: ZoneDirectory?) {
    self.directory = directory
    table = ZoneTable(directory)
    places = Self.places(table)
  }

  private static func places(_ table: ZoneTable) -> [ZonePlace] {
    let countries = Dictionary(uniqueKeysWithValues: table.names.map { ($0.id, $0.country) })
    let cities = ZoneCities.zones.compactMap { city, zone in
      countries[zone].map { ZonePlace(ZoneName(id: zone, city: city, country: $0), kind: .city) }
    }
    return table.names.map { ZonePlace($0, kind: table.places.contains($0.id) ? .place : .alias) } + cities
  }

  func named(_ id: String) -> Zone? {
    if id == Zone.utc.id { return .utc }
    return exact(id) ?? table.spellings[id.lowercased()].flatMap { exact($0) } ?? fixed(id)
  }

  func exact(_ id: String) -> Zone? {
    guard id != Zone.utc.id else { return .utc }
    if let known = cache.withLock({ $0[id] }) { return known }
    // Some systems leave out the files of old names, which browsers still send: read what the name stands for.
    guard let rules = directory?.rules(id) ?? table.target(of: id).flatMap({ directory?.rules($0) }) else { return nil }
    let zone = Zone(id: id, rules: rules)
    // Only ids that exist come this far, so the cache is bounded.
    cache.withLock { $0[id] = zone }
    return zone
  }

  /// The zone of an id that a fixed zone has given itself.
  private func fixed(_ id: String) -> Zone? {
    guard let zone = UTCOffset.parse(id).map(Zone.fixed), zone.id == id else { return nil }
    return zone
  }
}
