import Database

/// What the conference says of itself and how it looks, as an organizer writes it.
public struct Appearance: Hashable, Sendable {
  public let name: String
  public let tagline: String?
  /// Markdown.
  public let welcome: String?
  /// "#RRGGBB"; nil for the site's own colour.
  public let accent: String?

  /// Throws what is wrong: a name of 1 to 120 characters, a tagline of at most 200, a welcome of at most 20,000.
  public init(name: String, tagline: String?, welcome: String?, accent: String?) throws {
    guard let name = try Newcomer.line(name, "Name", atMost: 120) else {
      throw ConferenceError.invalid(field: "Name", problem: "it is missing", advice: "Write the conference's name.")
    }
    guard (welcome ?? "").count <= 20_000 else {
      throw ConferenceError.invalid(
        field: "Welcome", problem: "it is longer than 20,000 characters", advice: "Write it shorter.")
    }
    guard accent.map({ HexColor($0) != nil }) ?? true else {
      throw ConferenceError.invalid(field: "Colour", problem: "it is no colour", advice: "Write it as #0B5C63.")
    }
    self.name = name
    self.tagline = try tagline.flatMap { try Newcomer.line($0, "Tagline", atMost: 200) }
    (self.welcome, self.accent) = (welcome, accent)
  }
}

extension ConferenceInfo {
  public mutating func take(_ appearance: Appearance) {
    (name, tagline) = (appearance.name, appearance.tagline)
    (description, accent) = (appearance.welcome, appearance.accent)
  }
}
