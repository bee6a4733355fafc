import Foundation

/// What somebody who registers writes of themselves.
public struct Newcomer: Codable, Hashable, Sendable {
  public var name: String
  public var affiliation: String?
  public var country: String?
  /// How one could register when they began to; nil where that was not asked.
  var mode: Registration.Mode?

  /// Throws what is wrong with the name; what is too long is refused rather than cut off.
  public init(name: String, affiliation: String? = nil, country: String? = nil) throws {
    self.name = try Self.line(name, "Name", atMost: 120) ?? ""
    guard !self.name.isEmpty else {
      throw ConferenceError.invalid(
        field: "Name", problem: "it is missing", advice: "Write it as it should stand on your badge.")
    }
    self.affiliation = try Self.line(affiliation ?? "", "Affiliation", atMost: 200)
    self.country = try Self.line(country ?? "", "Country", atMost: 80)
  }

  init(json: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(json.utf8)) }

  var json: String { get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) } }

  /// One line of text; nil if it is empty.
  static func line(_ text: String, _ field: String, atMost limit: Int) throws -> String? {
    let line = text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
    guard line.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw ConferenceError.invalid(
        field: field, problem: "it holds signs that cannot be shown", advice: "Type it again.")
    }
    guard line.count <= limit else {
      throw ConferenceError.invalid(
        field: field, problem: "it is longer than \(limit) characters", advice: "Write it shorter.")
    }
    return line.isEmpty ? nil : line
  }
}
