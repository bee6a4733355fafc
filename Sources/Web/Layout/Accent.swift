import Foundation
import Conference

/// A conference's own colour, made readable: as dark as text on light paper needs, as light as text on dark paper does.
///
/// Contrast is that of WCAG 2.2 (relative luminance), at least 6.5 against the paper of each theme, so
/// that it can be read on a tint of itself, too.
enum Accent {
  static func address(_ program: Program) -> String { "/accent.css?v=\(program.version)" }

  /// The style sheet for a colour "#RRGGBB"; nil if it is not one.
  static func sheet(_ text: String) -> String? {
    guard let color = Color(text) else { return nil }
    let (light, dark) = (onLight(color), onDark(color))
    let darkRule = "--accent: \(dark.hex); --on-accent: #14171a;"
    return """
      :root { --accent: \(light.hex); --on-accent: #ffffff; }
      @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { \(darkRule) } }
      :root[data-theme="dark"] { \(darkRule) }
      """
  }

  static let lightPaper = Color(red: 0xFB, green: 0xF8, blue: 0xF3)
  static let darkPaper = Color(red: 0x1D, green: 0x21, blue: 0x25)

  static func onLight(_ color: Color) -> Color { color.moved(to: 0, until: 6.5, on: lightPaper) }
  static func onDark(_ color: Color) -> Color { color.moved(to: 255, until: 6.5, on: darkPaper) }

  struct Color: Equatable {
    var red: Double
    var green: Double
    var blue: Double

    init(red: Double, green: Double, blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    init?(_ text: String) {
      guard text.count == 7, text.first == "#", let number = Int(text.dropFirst(), radix: 16) else { return nil }
      self.init(red: Double(number >> 16 & 255), green: Double(number >> 8 & 255), blue: Double(number & 255))
    }

    var hex: String {
      "#"
        + [red, green, blue].map { value in
          let digits = String(Int(value.rounded()), radix: 16)
          return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private var luminance: Double {
      func linear(_ value: Double) -> Double {
        let part = value / 255
        return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private func power(_ base: Double) -> Double { pow(base, 2.4) }

    func contrast(with other: Color) -> Double {
      let (a, b) = (luminance, other.luminance)
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Mixed with black (0) or white (255) in small steps until the contrast is reached.
    func moved(to target: Double, until contrast: Double, on paper: Color) -> Color {
      for step in 0...50 {
        let share = Double(step) / 50
        let mixed = Color(
          red: red + (target - red) * share, green: green + (target - green) * share,
          blue: blue + (target - blue) * share)
        if mixed.contrast(with: paper) >= contrast { return mixed }
      }
      return Color(red: target, green: target, blue: target)
    }
  }
}
