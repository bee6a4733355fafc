/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday 7.
public enum Weekday: Int, CaseIterable, Codable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// "Tuesday".
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// "Tue".
  public var shortName: String { String(name.prefix(3)) }

  /// The weekday so many days after 1970-01-01, which was a Thursday.
  init(dayNumber: Int) {
    switch dayNumber - Civil.floor(dayNumber, by: 7) * 7 {
    case 0: self = .thursday
    case 1: self = .friday
    case 2: self = .saturday
    case 3: self = .sunday
    case 4: self = .monday
    case 5: self = .tuesday
    default: self = .wednesday
    }
  }

  /// Reads "Monday", "mon", "Tues", "Thurs." or "Weds" in any case: at least three letters of the name.
  public init?(text: String) {
    guard var scanner = TextScanner(text.lowercased()) else { return nil }
    scanner.skipSpaces()
    let word = scanner.word()
    _ = scanner.take(".")
    scanner.skipSpaces()
    guard scanner.isAtEnd, let weekday = Weekday(word: word) else { return nil }
    self = weekday
  }

  /// At least three letters of the name in lower case.
  init?(word: String) {
    guard word.utf8.count >= 3 else { return nil }
    guard word != "weds" else {
      self = .wednesday
      return
    }
    guard let weekday = Self.allCases.first(where: { $0.name.lowercased().hasPrefix(word) }) else { return nil }
    self = weekday
  }
}
