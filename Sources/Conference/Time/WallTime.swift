/// What a calendar and a clock on a wall show, without saying where the wall is.
public struct WallTime: Hashable, Sendable {
  public let day: Day
  public let hour: Int
  public let minute: Int
  public let second: Int

  /// Nil unless the time is within 00:00:00 to 23:59:59.
  public init?(day: Day, hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    (self.day, self.hour, self.minute, self.second) = (day, hour, minute, second)
  }

  /// The same time of a day so many days later.
  public func adding(days: Int) -> WallTime { WallTime(utcSeconds: utcSeconds + Int64(days) * 86_400) }

  /// What a wall in UTC shows so many seconds after 1970.
  init(utcSeconds: Int64) {
    let number = Civil.floor(utcSeconds, by: 86_400)
    let rest = Int(utcSeconds - number * 86_400)
    day = Day(number: Int(number))
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
  }

  /// The seconds from 1970 to this time on a wall in UTC.
  var utcSeconds: Int64 {
    Int64(day.number * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// "2020-07-06T05:00:00".
  public var iso: String {
    var text = day.iso
    text += "T"
    text.append(pair: hour)
    text += ":"
    text.append(pair: minute)
    text += ":"
    text.append(pair: second)
    return text
  }
}

extension WallTime {
  /// Reads "2020-07-06_05:00:00", "2020-07-06 05:00" or "2020-07-06T05:00:00"; nil for anything with an offset.
  public init?(text: String) {
    guard var scanner = TextScanner(text) else { return nil }
    scanner.skipSpaces()
    guard let (wall, _) = Self.read(&scanner) else { return nil }
    scanner.skipSpaces()
    guard scanner.isAtEnd else { return nil }
    self = wall
  }

  /// Reads a date and a time of day, with the milliseconds of its fraction.
  static func read(_ scanner: inout TextScanner) -> (wall: WallTime, milliseconds: Int)? {
    guard let day = Day.read(&scanner), scanner.take(anyOf: ["T", "t", " ", "_"]) != nil,
      let hour = scanner.number(digits: 2...2), scanner.take(":"),
      let minute = scanner.number(digits: 2...2)
    else { return nil }
    guard scanner.take(":") else {
      return WallTime(day: day, hour: hour, minute: minute).map { ($0, 0) }
    }
    guard let second = scanner.number(digits: 2...2),
      let wall = WallTime(day: day, hour: hour, minute: minute, second: second),
      let milliseconds = readFraction(&scanner)
    else { return nil }
    return (wall, milliseconds)
  }

  private static func readFraction(_ scanner: inout TextScanner) -> Int? {
    guard scanner.take(anyOf: [".", ","]) != nil else { return 0 }
    let digits = scanner.run(while: TextScanner.isDigit)
    return digits.isEmpty ? nil : Int((digits + "00").prefix(3))
  }
}
