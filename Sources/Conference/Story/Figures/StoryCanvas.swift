/// Collects the shapes of a figure.
struct StoryCanvas {
  let colors: [String]
  let label: String
  private var body = ""

  static let palettes: [[String]] = [
    ["#0B5C63", "#C2703D", "#6B3FA0", "#8C8273"], ["#1D4F91", "#B3572B", "#2F7D4F", "#7A7A7A"],
    ["#3B6E8F", "#A23B72", "#D09A2D", "#5E564B"], ["#4A6B3A", "#8A5A00", "#34558B", "#9A5B5B"],
  ]
  static let ink = "#3A3733"

  init(colors: [String], label: String) {
    (self.colors, self.label) = (colors, label)
  }

  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" role="img" aria-label="\(Self.escaped(label))" \
    font-family="system-ui, sans-serif" font-size="13" fill="\(Self.ink)">
    <rect width="480" height="300" fill="#FFFFFF"/>
    \(body)</svg>

    """
  }

  mutating func text(_ text: String, _ x: Int, _ y: Int, anchor: String = "middle", turned: Bool = false) {
    let turn = turned ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
    body += "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\"\(turn)>\(Self.escaped(text))</text>\n"
  }

  mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String, stroke: String = "none") {
    body +=
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\" stroke=\"\(stroke)\"/>\n"
  }

  mutating func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String) {
    body += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"6\" fill=\"\(fill)\" "
    body += "fill-opacity=\"0.15\" stroke=\"\(fill)\"/>\n"
  }

  mutating func circle(_ x: Int, _ y: Int, _ radius: Int, fill: String, opacity: String = "1") {
    body += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" fill=\"\(fill)\" fill-opacity=\"\(opacity)\"/>\n"
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, stroke: String = StoryCanvas.ink, width: String = "1")
  {
    body += "<path d=\"M\(x1) \(y1)L\(x2) \(y2)\" stroke=\"\(stroke)\" stroke-width=\"\(width)\"/>\n"
  }

  mutating func curve(_ points: [(x: Int, y: Int)], stroke: String, dashes: String = "none") {
    let path = points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" }.joined()
    body +=
      "<path d=\"\(path)\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2.5\" stroke-dasharray=\"\(dashes)\"/>\n"
  }

  mutating func band(_ points: [(x: Int, y: Int)], height: Int, fill: String) {
    let above = points.map { "\($0.x) \($0.y - height)" }
    let below = points.reversed().map { "\($0.x) \($0.y + height)" }
    body += "<path d=\"M\((above + below).joined(separator: "L"))Z\" fill=\"\(fill)\" fill-opacity=\"0.15\"/>\n"
  }

  /// To the right, or up.
  mutating func arrow(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    line(x1, y1, x2, y2, width: "1.5")
    let head = x1 == x2 ? "l-4 7h8z" : "l-7 -4v8z"
    body += "<path d=\"M\(x2) \(y2)\(head)\"/>\n"
  }

  mutating func axes(x: String, y: String) {
    line(62, 20, 62, 250)
    line(62, 250, 460, 250)
    text(x, 261, 284)
    text(y, 20, 135, turned: true)
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
