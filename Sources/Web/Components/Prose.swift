import Markup

/// Long texts in Markdown, formulas included.
enum Prose {
  /// - Parameter style: the classes of the element around it.
  static func html(_ text: String, style: String = "prose", headingLevel: Int = 3) -> HTML {
    "<div class=\"\(style)\" dir=\"auto\"\(Maths.mark)>\(Markdown.html(text, headingLevel: headingLevel))</div>"
  }
}
