/// Offsets from UTC as people and formats write them, in seconds east of Greenwich.
enum UTCOffset {
  /// Reads "+3", "-0700", "+05:30" or "−3" (with a real minus sign); nil above 23:59.
  static func read(_ scanner: inout TextScanner) -> Int? {
    guard let sign = scanner.take(anyOf: ["+", "-", "−"]) else { return nil }
    guard let (hours, minutes) = readDigits(&scanner), hours <= 23, minutes <= 59 else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "+" ? 1 : -1)
  }

  /// Reads Z in either case, or a numeric offset.
  static func readZ(_ scanner: inout TextScanner) -> Int? {
    scanner.take(anyOf: ["Z", "z"]) == nil ? read(&scanner) : 0
  }

  /// Reads "UTC+3", "gmt-7" or "+05:30"; nil outside the offsets in use, UTC−12 to UTC+14, and for "UTC" alone.
  static func parse(_ text: String) -> Int? {
    guard var scanner = TextScanner(text.uppercased()) else { return nil }
    scanner.skipSpaces()
    _ = scanner.take(anyOf: ["UTC", "GMT"])
    scanner.skipSpaces()
    guard let offset = read(&scanner), (-43_200...50_400).contains(offset) else { return nil }
    scanner.skipSpaces()
    return scanner.isAtEnd ? offset : nil
  }

  /// "UTC", "UTC+1", "UTC+5:30" or "UTC−3"; seconds, which only offsets before 1972 have, are dropped.
  static func text(_ seconds: Int, minus: String = "−") -> String {
    let minutes = abs(seconds) / 60
    guard minutes > 0 else { return "UTC" }
    var text = "UTC\(seconds < 0 ? minus : "+")\(minutes / 60)"
    guard minutes % 60 > 0 else { return text }
    text += ":"
    text.append(pair: minutes % 60)
    return text
  }

  private static func readDigits(_ scanner: inout TextScanner) -> (hours: Int, minutes: Int)? {
    if let joined = scanner.number(digits: 4...4) { return (joined / 100, joined % 100) }
    guard let hours = scanner.number(digits: 1...2) else { return nil }
    guard scanner.take(":") else { return (hours, 0) }
    return scanner.number(digits: 2...2).map { (hours, $0) }
  }
}
