import Conference

extension Accent {
  static func address(_ program: Program) -> String { "/accent.css?v=\(program.version)" }

  /// The style sheet for a colour "#RRGGBB"; nil if it is not one.
  static func sheet(_ text: String) -> String? {
    guard let color = Color(text) else { return nil }
    let (light, dark) = (onLight(color), onDark(color))
    return """
      :root { --accent: \(light.hex); --on-accent: #ffffff; }
      @media (prefers-color-scheme: dark) { :root { --accent: \(dark.hex); --on-accent: #14171a; } }
      """
  }
}
