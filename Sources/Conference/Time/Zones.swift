/// The time zones of this machine, from the folder that TZDIR names or /usr/share/zoneinfo, read when first needed.
public enum Zones {
  private static var library: ZoneLibrary { .ofThisMachine }

  /// The folder of the zones, or nil if there is none and only UTC is known.
  public static var directory: String? { library.directory?.path }

  public static var isAvailable: Bool { directory != nil }

  /// Every zone and every older name for it, sorted by id.
  public static var all: [ZoneName] { library.table.names }

  /// The zones that stand for a place of their own, without older and other names, sorted by id.
  public static var places: [ZoneName] { all.filter { library.table.places.contains($0.id) } }

  /// The zone with the id, in any case; nil if there is none, whatever the text tries to be.
  ///
  /// Reads back the id of every zone, also of those with a fixed offset ("UTC+5:30").
  public static func named(_ id: String) -> Zone? {
    library.named(id)
  }

  /// The zone that a person means: an id, an offset such as "UTC+3", "GMT-7" or "+05:30", or an abbreviation.
  ///
  /// Offsets and abbreviations give zones with that fixed offset, as what is written says. Abbreviations that mean
  /// different offsets to different people (CST, IST, BST, AST) are not understood.
  public static func understood(_ text: String) -> Zone? {
    guard text.utf8.count <= 100 else { return nil }
    let text = TextScanner.trim(text)
    return (ZoneAbbreviation.offset(text) ?? UTCOffset.parse(text)).map(Zone.fixed) ?? named(text)
  }

  /// At most 50 zones for a city, a country, an id or an offset at the instant ("utc+3", "+3"), the likeliest first.
  public static func matching(_ query: String, at instant: Instant) -> [ZoneName] {
    library.matching(query, at: instant)
  }
}
