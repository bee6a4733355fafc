import Markup

/// A sentence of ours in which names, titles and times stand. What is interpolated is kept apart from the sentence in the HTML,
/// whichever way it is written.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  public let plain: String
  let html: HTML

  public init(stringLiteral text: String) {
    plain = text
    html = "\(text)"
  }

  public init(stringInterpolation parts: StringInterpolation) { (plain, html) = (parts.plain, parts.html) }

  /// Collects the sentence as text and as HTML.
  public struct StringInterpolation: StringInterpolationProtocol {
    var plain = ""
    var html = HTML.empty

    public init(literalCapacity: Int, interpolationCount: Int) { plain.reserveCapacity(literalCapacity * 2) }

    public mutating func appendLiteral(_ text: String) {
      plain += text
      html += "\(text)"
    }

    /// Text of others, such as a name.
    public mutating func appendInterpolation(_ text: String) {
      plain += text
      html += "<bdi>\(text)</bdi>"
    }
  }
}
