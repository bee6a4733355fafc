/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z, always within the years 0001 to 9999.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  /// 0001-01-01T00:00:00Z; everything before it becomes it.
  public static let earliest = Instant(milliseconds: .min)
  /// 9999-12-31T23:59:59.999Z; everything after it becomes it.
  public static let latest = Instant(milliseconds: .max)

  /// Clamps to the years 0001 to 9999.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }

  /// Clamps to the years 0001 to 9999.
  public init(seconds: Int64) {
    self.init(milliseconds: Self.bounded(seconds) * 1000)
  }

  /// Whole seconds since 1970, rounded towards the past.
  public var seconds: Int64 {
    Civil.floor(milliseconds, by: 1000)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The milliseconds from the right instant to the left one.
  public static func - (left: Instant, right: Instant) -> Int64 {
    left.milliseconds - right.milliseconds
  }

  /// The instant so many seconds later, clamped to the years 0001 to 9999.
  public func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Self.bounded(Int64(seconds)) * 1000)
  }

  /// The instant so many minutes later, clamped to the years 0001 to 9999.
  public func adding(minutes: Int) -> Instant {
    Instant(milliseconds: milliseconds + Self.bounded(Int64(minutes)) * 60_000)
  }

  /// More than ten thousand years of seconds, and few enough that milliseconds of minutes cannot overflow.
  private static func bounded(_ amount: Int64) -> Int64 {
    min(max(amount, -1_000_000_000_000), 1_000_000_000_000)
  }
}

extension Instant: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
