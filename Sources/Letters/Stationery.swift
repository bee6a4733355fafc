/// What all letters of a conference have in common: its name above, and its colour.
public struct Stationery: Sendable, Equatable {
  public let name: String
  let accent: String
  let accentOnDark: String

  /// - Parameters:
  ///   - accent: a colour "#rrggbb" that can be read on #FBF8F3, and on which white can be; the site's own where it is none.
  ///   - accentOnDark: one that can be read on #14171A, and on which that can be.
  public init(name: String, accent: String? = nil, accentOnDark: String? = nil) {
    self.name = name
    self.accent = Self.color(accent) ?? "#0b5c63"
    self.accentOnDark = Self.color(accentOnDark) ?? "#74c7cd"
  }

  /// Nil for what is no colour, and might say more in a style than that.
  private static func color(_ text: String?) -> String? {
    text.flatMap { $0.wholeMatch(of: /#[0-9A-Fa-f]{6}/).map { String($0.output) } }
  }
}
