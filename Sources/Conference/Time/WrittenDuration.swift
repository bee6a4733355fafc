/// A length of time as people write it into a table.
enum WrittenDuration: Equatable, Sendable {
  /// The unit is written: "90 min", "1h30", "30m", "1:30", "1.5 h".
  case minutes(Int)
  /// A number alone, whose unit only the column or the size may tell.
  case number(Double)

  /// Nil for what is no duration, is nothing, or is longer than two weeks.
  init?(text: String) {
    guard text.utf8.count <= 40, let found = Self.read(text.lowercased().filter { !$0.isWhitespace }) else {
      return nil
    }
    self = found
  }

  static let limit = 14 * 24 * 60

  private static func read(_ text: String) -> WrittenDuration? {
    if let number = Double(text.replacing(",", with: ".")), text.utf8.allSatisfy(isDigitOrPoint) {
      return number > 0 && number <= Double(limit) ? .number(number) : nil
    }
    if let match = text.wholeMatch(of: /(\d{1,3}):(\d\d)(?::00)?/) {
      return total(hours: Double(match.1), minutes: Double(match.2), isClock: true)
    }
    if let match = text.wholeMatch(
      of: /(?:pt)?(\d{1,4}(?:[.,]\d+)?)(?:hours|hour|hrs|hr|h)(?:(\d{1,2})(?:minutes|minute|mins|min|m)?)?/)
    {
      return total(
        hours: Double(match.1.replacing(",", with: ".")), minutes: match.2.map { Double($0) } ?? 0, isClock: true)
    }
    if let match = text.wholeMatch(of: /(?:pt)?(\d{1,5}(?:[.,]\d+)?)(?:minutes|minute|mins|min|m|['′])\.?/) {
      return total(hours: 0, minutes: Double(match.1.replacing(",", with: ".")), isClock: false)
    }
    return nil
  }

  private static func total(hours: Double?, minutes: Double?, isClock: Bool) -> WrittenDuration? {
    guard let hours, let minutes, !isClock || minutes < 60 else { return nil }
    let total = Int((hours * 60 + minutes).rounded())
    return total > 0 && total <= limit ? .minutes(total) : nil
  }

  private static func isDigitOrPoint(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2C
  }
}
