/// A time of day as it was written, before it is known which half of the day is meant.
struct ClockReading {
  enum Half {
    case morning, afternoon

    var other: Half { self == .morning ? .afternoon : .morning }
  }

  var hour: Int
  /// Nil in "9 AM".
  var minute: Int?
  /// Nil in "17:00", but also in "5:00 – 7:00 PM".
  var half: Half?

  /// Reads lower-case text such as "5:00 am", "9am", "17:00" or "noon".
  init?(_ scanner: inout TextScanner) {
    if scanner.take(word: "noon") {
      (hour, minute, half) = (12, 0, .afternoon)
    } else if scanner.take(word: "midnight") {
      (hour, minute, half) = (12, 0, .morning)
    } else {
      guard let hour = scanner.number(digits: 1...2) else { return nil }
      self.hour = hour
      if scanner.take(":") {
        guard let minute = scanner.number(digits: 2...2), Self.takeZeroSeconds(&scanner) else { return nil }
        self.minute = minute
      } else {
        minute = Self.minuteAfterLetter(&scanner)
      }
      half = Self.half(&scanner)
    }
  }

  /// The minutes in "14h30" and "14.30", which are none in "14h"; nil where neither sign follows.
  private static func minuteAfterLetter(_ scanner: inout TextScanner) -> Int? {
    let before = scanner
    if scanner.take("h") || scanner.take("."), let minute = scanner.number(digits: 2...2) { return minute }
    scanner = before
    return scanner.take(word: "h") ? 0 : nil
  }

  /// A written ":00" may follow the minutes, other seconds may not.
  private static func takeZeroSeconds(_ scanner: inout TextScanner) -> Bool {
    !scanner.take(":") || scanner.number(digits: 2...2) == 0
  }

  private static func half(_ scanner: inout TextScanner) -> Half? {
    let before = scanner
    scanner.skipSpaces()
    if scanner.take("a.m.") || scanner.take(word: "am") { return .morning }
    if scanner.take("p.m.") || scanner.take(word: "pm") { return .afternoon }
    scanner = before
    return nil
  }

  /// Nil for a bare number such as "9", and for what no clock shows.
  func time() -> ClockTime? {
    guard let half else { return minute.flatMap { ClockTime(hour: hour, minute: $0) } }
    return time(half)
  }

  /// The time in that half of the day; an hour from 13 on in the afternoon is what it is ("14:15 PM").
  func time(_ half: Half) -> ClockTime? {
    switch (half, hour) {
    case (.morning, 0...12): ClockTime(hour: hour % 12, minute: minute ?? 0)
    case (.afternoon, 1...12): ClockTime(hour: hour % 12 + 12, minute: minute ?? 0)
    case (.afternoon, 13...23): ClockTime(hour: hour, minute: minute ?? 0)
    default: nil
    }
  }

  /// Whether it fits both halves of the day, so that the other end of a range has to say which.
  var isOpen: Bool { half == nil && (1...12).contains(hour) }
}
