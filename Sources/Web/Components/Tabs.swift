import Markup

/// A row that leads to the parts of a page: what it is about, its questions and its chat. On a phone they are tabs; on a wide screen, where they stand
/// beside each other, there is no row.
enum Tabs {
  /// The row; nothing where the page has but one part.
  ///
  /// - Parameter name: what the page is about: "Paper". That part has the id "page" and the style "is-tabbed".
  static func html(_ name: String, questions: HTML, chat: HTML) -> HTML {
    guard !questions.isEmpty || !chat.isEmpty else { return .empty }
    return """
      <nav class="tabs" aria-label="Parts of this page"><a id="tab-page" href="#page">\(name)</a>\(HTML.when(!questions.isEmpty, tab("ask", "Questions", news: ", with news")))\(
        HTML.when(!chat.isEmpty, tab("chat", "Chat", news: " new")))</nav>
      """
  }

  private static func tab(_ id: String, _ name: String, news: String) -> HTML {
    """
    <a id="tab-\(id)" href="#\(id)">\(name) <span class="count" data-tab-count></span><span class="sr" data-tab-new hidden>\(news)</span></a>
    """
  }

  static let scripts = ["tabs-news"]

  /// Chooses the tab before anything is drawn.
  static func head(_ visit: Visit) -> HTML {
    HTML.when(visit.hasDoors, "<script src=\"\(url: visit.site.assets.address("js/tabs.js"))\"></script>")
  }
}
