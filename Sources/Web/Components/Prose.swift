import Markup

/// Long texts in Markdown, formulas included.
enum Prose {
  /// - Parameters:
  ///   - style: the classes of the element around it.
  ///   - prose: writes what is neither code, nor of a link, a formula or a tag.
  static func html(
    _ text: String, style: String = "prose", headingLevel: Int = 3, prose: ((String) -> HTML)? = nil
  ) -> HTML {
    """
    <div class="\(style)" dir="auto"\(Maths.mark)>\(Markdown.html(text, headingLevel: headingLevel, prose: prose))</div>
    """
  }
}
