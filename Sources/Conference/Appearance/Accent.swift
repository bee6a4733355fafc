import Foundation

/// A conference's own colour, made readable: as dark as text on light paper needs, as light as text on dark paper does.
///
/// Contrast is that of WCAG 2.2 (relative luminance), at least 6.5 against the paper of each theme, so
/// that it can be read on a tint of itself, too.
public enum Accent {
  public static let lightPaper = Color(red: 0xFB, green: 0xF8, blue: 0xF3)
  public static let darkPaper = Color(red: 0x1D, green: 0x21, blue: 0x25)

  public static func onLight(_ color: Color) -> Color { color.moved(to: 0, until: 6.5, on: lightPaper) }
  public static func onDark(_ color: Color) -> Color { color.moved(to: 255, until: 6.5, on: darkPaper) }

  /// Red, green and blue from 0 to 255.
  public struct Color: Equatable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double

    public init(red: Double, green: Double, blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// Nil for anything but "#RRGGBB".
    public init?(_ text: String) {
      guard text.count == 7, text.first == "#", let number = Int(text.dropFirst(), radix: 16) else { return nil }
      self.init(red: Double(number >> 16 & 255), green: Double(number >> 8 & 255), blue: Double(number & 255))
    }

    /// "#rrggbb"
    public var hex: String {
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

    /// From 1 to 21.
    public func contrast(with other: Color) -> Double {
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
