/// One thing that is wrong in an organizer's file: where it is, what it is, and what to do about it.
public struct Problem: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// Errors stop an import, warnings name what was changed or left out, notes only inform.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, note
  }

  public var severity: Severity
  public var place: Place
  public var message: String
  public var advice: String

  public init(_ severity: Severity, at place: Place, _ message: String, advice: String) {
    self.severity = severity
    self.place = place
    self.message = message
    self.advice = advice
  }

  /// One line for people, such as `papers.csv:12:5: error: the quote is never closed (close it with ")`.
  public var description: String {
    "\(place): \(severity.rawValue): \(message)" + (advice.isEmpty ? "" : " (\(advice))")
  }
}

extension String {
  /// The text in quotation marks, shortened and without control characters, for use inside a message.
  var quoted: String {
    let shown = unicodeScalars.prefix(40).map { $0.properties.generalCategory == .control ? "·" : String($0) }
    return "“" + shown.joined() + (unicodeScalars.count > 40 ? "…”" : "”")
  }
}
