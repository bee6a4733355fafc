extension Instant: CustomStringConvertible {
  /// "2020-04-28T14:00:00Z", with ".250" before the Z only where the instant is not a whole second.
  public var iso8601: String {
    var text = WallTime(utcSeconds: seconds).iso
    let fraction = milliseconds - seconds * 1000
    if fraction > 0 { text += ".\(String(fraction + 1000).dropFirst())" }
    text += "Z"
    return text
  }

  /// "20200428T140000Z", the form that iCalendar asks for (RFC 5545, 3.3.5), in whole seconds.
  public var basic: String {
    let wall = WallTime(utcSeconds: seconds)
    var text = ""
    text.append(pair: wall.day.year / 100)
    text.append(pair: wall.day.year % 100)
    text.append(pair: wall.day.month)
    text.append(pair: wall.day.day)
    text += "T"
    text.append(pair: wall.hour)
    text.append(pair: wall.minute)
    text.append(pair: wall.second)
    text += "Z"
    return text
  }

  public var description: String { iso8601 }

  /// Reads "2020-04-28T13:55:00Z" and its variants; nil without an offset, or where the date or time does not exist.
  ///
  /// The offset may be Z, +03, +03:00 or -0700; T and Z may be lower-case, T a space or an underscore; seconds and
  /// their fraction may be absent, and what is finer than a millisecond is dropped.
  public init?(iso8601 text: String) {
    guard var scanner = TextScanner(text), let (wall, fraction) = WallTime.read(&scanner) else { return nil }
    _ = scanner.take(" ")
    guard let offset = UTCOffset.readZ(&scanner), scanner.isAtEnd else { return nil }
    self.init(milliseconds: (wall.utcSeconds - Int64(offset)) * 1000 + Int64(fraction))
  }
}
