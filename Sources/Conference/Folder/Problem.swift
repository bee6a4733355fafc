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
  /// Further places of the same, where it is said once for many; nil where there are none.
  public var more: [Place]?

  /// - Parameter more: further places of the same, in their order; at most a thousand.
  public init(_ severity: Severity, at place: Place, _ message: String, advice: String, more: [Place] = []) {
    self.severity = severity
    self.place = place
    self.message = message
    self.advice = advice
    self.more = more.isEmpty ? nil : more
  }

  /// One line for people, such as `papers.csv:12:5: error: the quote is never closed (close it with ")`; of many places
  /// the first three are named.
  public var description: String {
    "\(place): \(severity.rawValue): \(message)" + also + (advice.isEmpty ? "" : " (\(advice))")
  }

  private var also: String {
    guard let more else { return "" }
    return ", also at " + more.prefix(2).map(\.description).joined(separator: ", ") + (more.count > 2 ? " ..." : "")
  }
}

extension String {
  /// The text in quotation marks, shortened and without control characters, for use inside a message.
  var quoted: String {
    let shown = unicodeScalars.prefix(40).map { $0.properties.generalCategory == .control ? "·" : String($0) }
    return "“" + shown.joined() + (unicodeScalars.count > 40 ? "…”" : "”")
  }
}
