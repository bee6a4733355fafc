extension HTML {
  /// Collects literal markup as it is and values escaped, in one growing buffer.
  public struct Interpolation: StringInterpolationProtocol {
    var html = HTML()

    public init(literalCapacity: Int, interpolationCount: Int) {
      html.bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Markup written in the source code.
    public mutating func appendLiteral(_ literal: StaticString) {
      html.write(literal)
    }

    /// Text, escaped for an element's content and for a quoted attribute alike.
    public mutating func appendInterpolation(_ text: String) {
      html.write(escaping: text)
    }

    /// Text, escaped for an element's content and for a quoted attribute alike.
    public mutating func appendInterpolation(_ text: Substring) {
      html.write(escaping: text)
    }

    /// Escaped text; nothing for `nil`.
    public mutating func appendInterpolation(_ text: String?) {
      if let text { html.write(escaping: text) }
    }

    /// A whole number in decimal digits, without grouping.
    public mutating func appendInterpolation(_ number: some FixedWidthInteger) {
      html.write(escaping: String(number))
    }

    /// A number as Swift prints it, such as `0.25` or `1e-07`.
    public mutating func appendInterpolation(_ number: Double) {
      html.write(escaping: number.description)
    }

    /// Markup, as it is.
    public mutating func appendInterpolation(_ other: HTML) {
      html += other
    }

    /// Markup, as it is; nothing for `nil`.
    public mutating func appendInterpolation(_ other: HTML?) {
      if let other { html += other }
    }

    /// Pieces of markup, one after another.
    public mutating func appendInterpolation(_ others: [HTML]) {
      for other in others { html += other }
    }

    /// An address for `href`, `src` or `action`, escaped; `#` unless ``HTML/allows(url:)``.
    public mutating func appendInterpolation(url: String) {
      html.write(escaping: HTML.allows(url: url) ? url : "#")
    }

    /// A JSON text for a `<script type="application/json">`: what could end the script is written as `\uXXXX`.
    public mutating func appendInterpolation(json: String) {
      html.write(json: json)
    }
  }
}
