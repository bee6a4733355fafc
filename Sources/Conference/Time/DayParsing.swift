extension Day {
  /// Reads a date as people write it: "July 6", "10 Jul", "July 9th", "09-Jul", "2020/04/28", "April 28, 2020".
  ///
  /// The year is the one written, else the given one. A weekday may stand in front if it is the date's. Dates in
  /// digits need the year first; "04/05/2020" is nil, for it is another day in another country.
  public init?(text: String, year: Int) {
    guard let written = WrittenDate(text), let date = written.numbers.last,
      let month = written.month ?? written.numbers.first,
      let day = Day(year: written.year ?? year, month: month, day: date)
    else { return nil }
    guard written.weekday == nil || written.weekday == day.weekday else { return nil }
    self = day
  }
}

/// The parts of a written date, and in which order they came.
private struct WrittenDate {
  private static let separators = [" ", "\t", "\u{A0}", "\u{202F}", ",", "-", "–", "/", ".", "of "]
  /// y for four digits, m for a month's name, n for one or two digits.
  private static let orders: Set<String> = ["ynn", "ymn", "nmy", "mny", "nm", "mn"]

  var weekday: Weekday?
  var year: Int?
  var month: Int?
  var numbers: [Int] = []
  private var order = ""

  init?(_ text: String) {
    guard var scanner = TextScanner(text.lowercased()) else { return nil }
    scanner.skip(Self.separators)
    while !scanner.isAtEnd {
      guard take(&scanner) else { return nil }
      scanner.skip(Self.separators)
    }
    guard Self.orders.contains(order) else { return nil }
  }

  private mutating func take(_ scanner: inout TextScanner) -> Bool {
    if let year = scanner.number(digits: 4...4) {
      self.year = year
      order += "y"
    } else if let number = scanner.number(digits: 1...2) {
      _ = ["st", "nd", "rd", "th"].contains { scanner.take(word: $0) }
      numbers.append(number)
      order += "n"
    } else {
      return take(word: scanner.word())
    }
    return true
  }

  private mutating func take(word: String) -> Bool {
    if let month = TimeText.month(word: word) {
      self.month = month
      order += "m"
    } else if order.isEmpty, weekday == nil, let weekday = Weekday(word: word) {
      self.weekday = weekday
    } else {
      return false
    }
    return true
  }
}
