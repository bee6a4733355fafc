/// A date of the proleptic Gregorian calendar, within the years 0001 to 9999.
public struct Day: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil where there is no such date, as February 30.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Civil.length(month: month, year: year) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date so many days after 1970-01-01, clamped to the years 0001 to 9999.
  public init(number: Int) {
    (year, month, day) = Civil.date(of: min(max(number, -719_162), 2_932_896))
  }

  /// Days since 1970-01-01.
  public var number: Int {
    Civil.number(year: year, month: month, day: day)
  }

  public var weekday: Weekday {
    Weekday(dayNumber: number)
  }

  /// The date so many days later, clamped to the years 0001 to 9999.
  public func adding(days: Int) -> Day {
    Day(number: number + min(max(days, -10_000_000), 10_000_000))
  }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension Day: CustomStringConvertible {
  /// Reads "2020-04-28" and nothing else.
  public init?(iso text: String) {
    guard var scanner = TextScanner(text), let day = Self.read(&scanner), scanner.isAtEnd else { return nil }
    self = day
  }

  /// "2020-04-28".
  public var iso: String {
    var text = ""
    text.append(pair: year / 100)
    text.append(pair: year % 100)
    text += "-"
    text.append(pair: month)
    text += "-"
    text.append(pair: day)
    return text
  }

  public var description: String { iso }

  static func read(_ scanner: inout TextScanner) -> Day? {
    guard let year = scanner.number(digits: 4...4), scanner.take("-"),
      let month = scanner.number(digits: 2...2), scanner.take("-"),
      let day = scanner.number(digits: 2...2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is not a date as 2020-04-28")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
