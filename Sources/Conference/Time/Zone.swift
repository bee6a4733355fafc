/// A time zone of the IANA database, or a fixed offset from UTC; two zones with the same id are equal.
public struct Zone: Sendable, Identifiable {
  /// "Africa/Lagos", "UTC", or for a fixed offset "UTC+5:30".
  public let id: String
  let rules: ZoneRules

  public static let utc = Zone(id: "UTC", rules: ZoneRules(fixedOffset: 0))

  /// A zone that is always so many seconds east of UTC, named by that offset, so minutes count and seconds do not.
  static func fixed(_ offset: Int) -> Zone {
    Zone(id: UTCOffset.text(offset, minus: "-"), rules: ZoneRules(fixedOffset: offset / 60 * 60))
  }

  /// "Lagos", "Buenos Aires", "UTC": the last part of the id.
  public var city: String { ZoneName.city(of: id) }

  /// Seconds east of UTC at the instant.
  public func offset(at instant: Instant) -> Int {
    rules.period(at: instant.seconds).offset
  }

  /// "UTC+1", "UTC+5:30", "UTC−3" (with a real minus sign) or "UTC".
  public func offsetText(at instant: Instant) -> String {
    UTCOffset.text(offset(at: instant))
  }

  /// What a wall clock in the zone shows at the instant, to the second.
  public func wall(at instant: Instant) -> WallTime {
    WallTime(utcSeconds: instant.seconds + Int64(offset(at: instant)))
  }

  public func day(at instant: Instant) -> Day {
    wall(at: instant).day
  }

  /// The instant at which a wall clock in the zone shows the time.
  ///
  /// A time that is shown twice, when clocks are put back, is the earlier of the two. A time that is left out, when
  /// they are put forward, is read with the offset before the gap, so 02:30 becomes 03:30.
  public func instant(of wall: WallTime) -> Instant {
    Instant(seconds: rules.seconds(ofWall: wall.utcSeconds))
  }
}

extension Zone: Hashable {
  public static func == (left: Zone, right: Zone) -> Bool {
    left.id == right.id
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
