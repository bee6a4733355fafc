/// A span of less than or exactly one day, between two times of day, as programs write it.
public struct TimeRange: Hashable, Sendable {
  public let start: ClockTime
  public let end: ClockTime
  /// The zone written behind the times, nil if there is none.
  public let zone: Zone?

  /// Whether the end lies on the day after the start's, as in 23:00 to 01:00 (but not in 22:00 to 24:00).
  public var endsNextDay: Bool { end < start }

  /// Nil where start and end are the same, or the start is 24:00.
  public init?(start: ClockTime, end: ClockTime, zone: Zone? = nil) {
    guard start != end, start.hour < 24 else { return nil }
    (self.start, self.end, self.zone) = (start, end, zone)
  }

  /// Reads "14:00-14:30 GMT", "17:30–19:30", "5:00 AM - 7:00 PM PDT", "9 to 11 am" or "All Day" (00:00 to 24:00).
  ///
  /// The zone may also stand behind both times, and parentheses around the whole are passed. A time without AM or PM
  /// beside one that has it is in the half of the day that gives the range its order. Of
  /// "14:00-14:30 GMT / 07:00-07:30 PDT" the first is taken if the second is the same span elsewhere.
  public init?(text: String) {
    guard text.utf8.count <= 100 else { return nil }
    let text = Self.withoutParentheses(TextScanner.trim(text))
    let spellings = text.split(separator: "/", maxSplits: 1).map { Self(oneOf: String($0)) }
    if spellings.count == 2, let first = spellings[0], let second = spellings[1], first.isSame(as: second) {
      self = first
    } else {
      self.init(oneOf: text)
    }
  }
}

extension TimeRange {
  private static let separators = ["-", "–", "—", "−", "to ", "until "]

  private init?(oneOf text: String) {
    guard var scanner = TextScanner(text.lowercased()) else { return nil }
    scanner.skipSpaces()
    if let allDay = Self.allDay(&scanner) {
      self = allDay
      return
    }
    guard let opening = ClockReading(&scanner) else { return nil }
    scanner.skipSpaces()
    let rest = scanner
    let range =
      Self.range(from: opening, in: nil, rest)
      ?? Self.afterZone(rest).lazy.compactMap { Self.range(from: opening, in: $0.zone, $0.rest) }.first
    guard let range else { return nil }
    self = range
  }

  /// What may follow the zone behind the start of "14:00 GMT - 14:30 GMT", which may end at a space or with its letters.
  private static func afterZone(_ scanner: TextScanner) -> [(zone: Zone, rest: TextScanner)] {
    var (spaced, lettered) = (scanner, scanner)
    // "UTC-05:00" is a zone, and its offset no end.
    if let zone = Self.zone(spaced.run { $0 != UInt8(ascii: " ") }).flatMap({ $0 }) { return [(zone, spaced)] }
    return Self.zone(lettered.word()).flatMap { $0 }.map { [(zone: $0, rest: lettered)] } ?? []
  }

  private static func range(from opening: ClockReading, in startZone: Zone?, _ rest: TextScanner) -> TimeRange? {
    var scanner = rest
    scanner.skipSpaces()
    guard scanner.take(anyOf: separators) != nil else { return nil }
    scanner.skipSpaces()
    guard let closing = ClockReading(&scanner), let times = settle(opening, closing),
      let endZone = zone(scanner.remaining), startZone == nil || endZone == nil || startZone == endZone
    else { return nil }
    return TimeRange(start: times.start, end: times.end, zone: endZone ?? startZone)
  }

  /// "(13:15-14:00 GMT)" is the time in it; in "13:15-14:00 (GMT)" the parentheses are the zone's.
  private static func withoutParentheses(_ text: String) -> String {
    text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
  }

  private static func allDay(_ scanner: inout TextScanner) -> TimeRange? {
    guard scanner.take(anyOf: ["all day", "all-day", "allday"]) != nil, let zone = zone(scanner.remaining),
      let start = ClockTime(hour: 0, minute: 0), let end = ClockTime(hour: 24, minute: 0)
    else { return nil }
    return TimeRange(start: start, end: end, zone: zone)
  }

  /// An inner nil where no zone is written, nil where what is written is none.
  private static func zone(_ text: String) -> Zone?? {
    let text = TextScanner.trim(text)
    guard !text.isEmpty else { return .some(nil) }
    let isInParentheses = text.hasPrefix("(") && text.hasSuffix(")") && text.utf8.count > 2
    return Zones.understood(isInParentheses ? String(text.dropFirst().dropLast()) : text).map { .some($0) }
  }

  private static func settle(_ opening: ClockReading, _ closing: ClockReading) -> (start: ClockTime, end: ClockTime)? {
    if opening.isOpen, let half = closing.half {
      guard let end = closing.time(), let near = opening.time(half), let far = opening.time(half.other) else {
        return nil
      }
      return (near < end ? near : far, end)
    }
    if closing.isOpen, let half = opening.half {
      guard let start = opening.time(), let near = closing.time(half), let far = closing.time(half.other) else {
        return nil
      }
      return (start, near > start ? near : far)
    }
    return opening.time().flatMap { start in closing.time().map { (start, $0) } }
  }

  /// Whether both have zones in which they begin and end at the same moments, whatever the day.
  private func isSame(as other: TimeRange) -> Bool {
    guard let zone, let otherZone = other.zone else { return false }
    let moment = Instant(milliseconds: 0)
    let shift = (zone.offset(at: moment) - otherZone.offset(at: moment)) / 60
    return [(start, other.start), (end, other.end)].allSatisfy { (mine, theirs) in
      (mine.minutes - theirs.minutes - shift) % 1440 == 0
    }
  }
}
