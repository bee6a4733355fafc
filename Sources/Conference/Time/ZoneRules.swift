/// When a zone had or will have which offset: a table of the past, and a rule that repeats every year after it.
final class ZoneRules: Sendable {
  /// The seconds since 1970, from the start up to but without the end, in which one offset holds.
  struct Period: Equatable {
    var start: Int64
    var end: Int64
    var offset: Int
  }

  /// No offset in a zone file is further from zero (RFC 9636, 3.2).
  static let offsetBounds = -89_999...93_599

  /// Strictly ascending seconds since 1970.
  let transitions: [Int64]
  /// Seconds east of UTC: the first before all transitions, then one after each.
  private let offsets: [Int]
  private let yearly: YearlyRule?

  init(transitions: [Int64], offsets: [Int], yearly: YearlyRule?) {
    precondition(offsets.count == transitions.count + 1)
    (self.transitions, self.offsets, self.yearly) = (transitions, offsets, yearly)
  }

  convenience init(fixedOffset: Int) {
    self.init(transitions: [], offsets: [fixedOffset], yearly: nil)
  }

  func period(at seconds: Int64) -> Period {
    let passed = countOfTransitions(upTo: seconds)
    let start = passed == 0 ? .min : transitions[passed - 1]
    guard passed == transitions.count, let yearly else {
      let end = passed == transitions.count ? .max : transitions[passed]
      return Period(start: start, end: end, offset: offsets[passed])
    }
    var period = yearly.period(at: seconds)
    period.start = max(period.start, start)
    return period
  }

  /// Seconds since 1970 of a wall time, given as the seconds it would be in UTC; `Zone.instant(of:)` says which.
  ///
  /// Walks through the periods that may show the time, from the earliest, until one ends after the time.
  func seconds(ofWall wall: Int64) -> Int64 {
    var period = period(at: wall - Int64(Self.offsetBounds.upperBound))
    var beforeGap: Int64?
    while true {
      let seconds = wall - Int64(period.offset)
      if seconds < period.start, let beforeGap { return beforeGap }
      if seconds < period.end { return seconds }
      beforeGap = seconds
      period = self.period(at: period.end)
    }
  }

  private func countOfTransitions(upTo seconds: Int64) -> Int {
    var range = 0..<transitions.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = transitions[middle] <= seconds ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
