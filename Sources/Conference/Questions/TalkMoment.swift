/// A place in a talk, in seconds from its beginning, as people write it: "12:34" or "1:02:03".
public struct TalkMoment: Hashable, Sendable {
  public let seconds: Int

  /// At most ten hours.
  public init?(seconds: Int) {
    guard (0...36_000).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// Reads "12:34" or "1:02:03"; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let match = String(text).wholeMatch(of: /(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])/) else { return nil }
    let hours = match.1.flatMap { Int($0) }
    guard let minutes = Int(match.2), let seconds = Int(match.3), hours == nil || minutes < 60 else { return nil }
    self.init(seconds: (hours ?? 0) * 3_600 + minutes * 60 + seconds)
  }

  public var text: String {
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
    return hours > 0 ? "\(hours):\(Self.two(minutes)):\(Self.two(rest))" : "\(minutes):\(Self.two(rest))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  // Read once, as this takes longer than to use it; it is never changed.
  nonisolated(unsafe) private static let written =
    /\b(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9]\b(?!\s*(?:[aApP]\.?[mM]|UTC|GMT|:))/

  /// A text in pieces, of which those that are moments say so; times of day with a zone after them are none.
  public static func pieces(of text: String) -> [(text: Substring, moment: TalkMoment?)] {
    var pieces: [(Substring, TalkMoment?)] = []
    var rest = text.startIndex
    for match in text.matches(of: written) {
      guard let moment = TalkMoment(match.output) else { continue }
      if rest < match.range.lowerBound { pieces.append((text[rest..<match.range.lowerBound], nil)) }
      pieces.append((match.output, moment))
      rest = match.range.upperBound
    }
    if rest < text.endIndex { pieces.append((text[rest...], nil)) }
    return pieces
  }
}
