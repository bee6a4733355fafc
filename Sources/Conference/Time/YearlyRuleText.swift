extension YearlyRule {
  /// Reads a TZ string such as "EST5EDT,M3.2.0,M11.1.0" or "<-02>2<-01>,M3.5.0/-1,M10.5.0/0".
  ///
  /// Nil where it is malformed, or has a summer time without saying when.
  init?(text: String) {
    guard var scanner = TextScanner(text), Self.takeName(&scanner),
      let west = Self.readTime(&scanner, hours: 0...24)
    else { return nil }
    standard = -west
    guard !scanner.isAtEnd else { return }
    guard let summer = Summer(&scanner, standard: -west), scanner.isAtEnd else { return nil }
    self.summer = summer
  }

  /// Takes the abbreviation: three letters or more, or anything of letters, digits and signs in angle brackets.
  fileprivate static func takeName(_ scanner: inout TextScanner) -> Bool {
    guard scanner.take("<") else { return scanner.word().utf8.count >= 3 }
    let name = scanner.run { byte in
      TextScanner.isLetter(byte) || TextScanner.isDigit(byte) || "+-".utf8.contains(byte)
    }
    return name.utf8.count >= 3 && scanner.take(">")
  }

  /// Reads [+-]hh[:mm[:ss]] as seconds.
  fileprivate static func readTime(_ scanner: inout TextScanner, hours range: ClosedRange<Int>) -> Int? {
    let sign = scanner.take(anyOf: ["+", "-"]) == "-" ? -1 : 1
    guard let hours = scanner.number(digits: 1...3), range.contains(hours) else { return nil }
    guard let minutes = readSixtieth(&scanner), let seconds = readSixtieth(&scanner) else { return nil }
    return sign * (hours * 3600 + minutes * 60 + seconds)
  }

  /// Reads ":mm" or, where there is no colon, zero.
  private static func readSixtieth(_ scanner: inout TextScanner) -> Int? {
    guard scanner.take(":") else { return 0 }
    guard let number = scanner.number(digits: 1...2), number < 60 else { return nil }
    return number
  }
}

extension YearlyRule.Summer {
  fileprivate init?(_ scanner: inout TextScanner, standard: Int) {
    guard YearlyRule.takeName(&scanner) else { return nil }
    offset = standard + 3600
    if !scanner.take(",") {
      guard let west = YearlyRule.readTime(&scanner, hours: 0...24), scanner.take(",") else { return nil }
      offset = -west
    }
    guard let start = YearlyTime(&scanner), scanner.take(","), let end = YearlyTime(&scanner) else { return nil }
    (self.start, self.end) = (start, end)
  }
}

extension YearlyTime {
  fileprivate init?(_ scanner: inout TextScanner) {
    guard let date = Self.readDate(&scanner) else { return nil }
    self.date = date
    time = 7200
    if scanner.take("/") {
      guard let time = YearlyRule.readTime(&scanner, hours: 0...167) else { return nil }
      self.time = time
    }
  }

  private static func readDate(_ scanner: inout TextScanner) -> Date? {
    if scanner.take("M") { return readWeekday(&scanner) }
    let isJulian = scanner.take("J")
    guard let day = scanner.number(digits: 1...3), (isJulian ? 1...365 : 0...365).contains(day) else { return nil }
    return isJulian ? .dayWithoutLeapDay(day) : .dayFromZero(day)
  }

  private static func readWeekday(_ scanner: inout TextScanner) -> Date? {
    guard let month = scanner.number(digits: 1...2), (1...12).contains(month), scanner.take("."),
      let week = scanner.number(digits: 1...1), (1...5).contains(week), scanner.take("."),
      let weekday = scanner.number(digits: 1...1), (0...6).contains(weekday)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }
}
